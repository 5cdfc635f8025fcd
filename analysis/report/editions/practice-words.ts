import type { CalendarDate } from "../../../sca/values/calendar-date.ts";

/** Who writes to the payer. What is absent stands in the letter as a blank to fill in, such as "[practice name]". */
export interface PracticeWords {
  readonly name?: string;
  readonly address?: readonly string[];
  /** Name and title of who signs. */
  readonly signer?: string;
  /** Telephone or mail address for the answer. */
  readonly contact?: string;
  /** One or two sentences: what the practice does and for whom. */
  readonly about?: string;
  /** What no other program nearby offers, each in a few words. */
  readonly strengths?: readonly string[];
  /** The day by which an answer is asked; 30 days after the as-of day where it is not given. */
  readonly answerBy?: CalendarDate;
}
