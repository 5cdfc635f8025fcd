import type { RateModel } from "../tracked-case.ts";

/** Who a figure belongs to in a negotiation. `other`: money that is no rate (a copay, a payment); `unknown`: the text does not say. */
export type RateRole = "agreed" | "asked" | "offered" | "previous" | "billed" | "other" | "unknown";

/** What a price is for. */
export type RatePer =
  | "day"
  | "session"
  | "visit"
  | "hour"
  | "unit"
  | "case"
  | "code"
  | "procedure"
  | "mile"
  | "week"
  | "month";

/** A rate, or another sum of money, as a text mentions it. */
export interface RateMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A percent as 140 for 140 % (and for 1.4x, MCR+40 %), otherwise US dollars. Absent: a rate is named without a figure. */
  readonly amount?: number;
  /** The upper figure of a range or of two alternatives; `amount` is then the lower one. */
  readonly high?: number;
  readonly model?: RateModel;
  readonly kind: "money" | "percent" | "multiple" | "bare";
  readonly role: RateRole;
  readonly per?: RatePer;
  /** The text itself is not sure: a range, "was/now", a question mark, "TBD", a base that is none of the models. */
  readonly question?: true;
  /** The code that the figure is for, where the text ties it to one. */
  readonly code?: string;
  /** The last digits of such a code, where only they are written ("53 $16, 55 $28"). */
  readonly codeEnding?: string;
  /** Why it is doubtful or what it was worked out from, for the manager. */
  readonly note?: string;
}
