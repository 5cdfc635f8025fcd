import type { DoubtReason } from "../claims/claim.ts";

const MEANWHILE = "Until you answer, the ledger keeps the cell as a question.";

/** One sentence for the manager: why the cell could not be settled, and what happens meanwhile. */
export function whyText(why: DoubtReason, field: string): string {
  switch (why) {
    case "date-order":
      return `Day and month can be read either way and nothing in the file settles it. ${MEANWHILE}`;
    case "impossible-date":
      return `There is no such day on the calendar. ${MEANWHILE}`;
    case "no-year":
      return `The date has no year, and neither sheet, title nor section gives one. ${MEANWHILE}`;
    case "vague-date":
      return `The words name a month or a part of one, not a day. ${MEANWHILE}`;
    case "two-values":
      return `The tracker gives more than one value for this. ${MEANWHILE}`;
    case "range":
      return `This is a range or names two figures; one agreed figure is needed. ${MEANWHILE}`;
    case "question-mark":
      return `The cell itself is marked as doubtful. ${MEANWHILE}`;
    case "scientific":
      return `The number was shortened to scientific notation and its digits are lost; please copy it from the card or the letter. ${MEANWHILE}`;
    case "cut-off":
      return `The value looks cut off. ${MEANWHILE}`;
    case "end-before-start":
      return `The last covered day lies before the first. ${MEANWHILE}`;
    case "decided-before-submitted":
      return `The answer is dated before the request. ${MEANWHILE}`;
    case "model-unknown":
      return `It does not say what the figure is a percent of, or what it is paid for. ${MEANWHILE}`;
    case "colour-against-text":
      return `The colours on this line stand for different answers. ${MEANWHILE}`;
    case "unknown-word":
      return `This word is not known as an answer; say once what it stands for and every such cell is settled. ${MEANWHILE}`;
    case "unclear":
      return field === "outcome"
        ? `Neither colour nor text says what became of the request. ${MEANWHILE}`
        : `This can be read in more than one way. ${MEANWHILE}`;
  }
}
