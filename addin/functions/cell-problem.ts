/** Why a cell shows an error instead of a figure. */
export interface CellProblem {
  /** `missing`: something that the figure needs is not there (#N/A). `wrong`: something is there that it cannot take (#VALUE!). */
  readonly problem: "missing" | "wrong";
  /** Shown when the pointer rests on the cell. */
  readonly sentence: string;
}

/** Excel shows a custom function's own words with #N/A and #VALUE! only, and in a small box. */
const LONGEST = 240;

export function missing(sentence: string): CellProblem {
  return { problem: "missing", sentence: fitted(sentence) };
}

export function wrong(sentence: string): CellProblem {
  return { problem: "wrong", sentence: fitted(sentence) };
}

export function isCellProblem(value: unknown): value is CellProblem {
  return typeof value === "object" && value !== null && "problem" in value;
}

/** As many whole sentences as fit; one that is longer alone is cut at a word. */
function fitted(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  const end = start.lastIndexOf(". ");
  return end > 0 ? start.slice(0, end + 1) : `${start.slice(0, start.lastIndexOf(" "))} …`;
}
