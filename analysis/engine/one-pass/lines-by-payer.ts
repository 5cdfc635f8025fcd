import type { CaseRecord } from "../../../sca/measures/case-record.ts";
import type { CountedLine } from "./counted-lines.ts";
import type { LineSubject } from "./headlines.ts";

/** What was agreed without a code stands on no line. */
export const NOTHING_AGREED: CaseRecord["agreed"] = { cents: 0, parts: 0, untold: [] };

const AT_ONCE = 512;

/** Lines of one payer, handed on together: measures of lines do not ask under which request a line stands. */
export class LinesByPayer {
  readonly #take: (payer: string | null, subject: LineSubject) => void;
  readonly #waiting = new Map<string | null, CountedLine[]>();

  constructor(take: (payer: string | null, subject: LineSubject) => void) {
    this.#take = take;
  }

  add(payer: string | null, line: CountedLine): void {
    const lines = this.#waiting.get(payer);
    if (lines === undefined) this.#waiting.set(payer, [line]);
    else if (lines.push(line) === AT_ONCE) this.#handOn(payer, lines);
  }

  end(): void {
    for (const [payer, lines] of this.#waiting) this.#handOn(payer, lines);
  }

  #handOn(payer: string | null, lines: readonly CountedLine[]): void {
    this.#waiting.set(payer, []);
    this.#take(payer, { lines, agreed: NOTHING_AGREED, review: [] });
  }
}
