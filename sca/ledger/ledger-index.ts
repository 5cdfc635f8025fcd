import type { CalendarDate } from "../values/calendar-date.ts";
import { type LedgerRow, sameText, textIn } from "./ledger-row.ts";

/** The rows that formulas speak of. */
export interface LedgerRows {
  readonly cases: readonly LedgerRow[];
  readonly periods: readonly LedgerRow[];
  readonly lines: readonly LedgerRow[];
  readonly payers: readonly LedgerRow[];
  readonly review: readonly LedgerRow[];
  readonly claims: readonly LedgerRow[];
  /** The Medicare amounts that lines are compared with. */
  readonly rates: readonly LedgerRow[];
}

/** What the formulas take from Settings. */
export interface FormulaSettings {
  readonly asOf: CalendarDate;
  readonly reauthLead: number;
  readonly dueNotice: number;
  readonly renewalOverlap: number;
  readonly escalateAfter: number;
  readonly lapseAlert: number;
  readonly holidays: ReadonlySet<CalendarDate>;
  /** Whether benchmarks of the user's own count in a payer's multiple. */
  readonly countOwnBenchmarks: boolean;
}

/** Rows by the text of a column, the first of each first, as MATCH finds them: without regard to case. */
export class RowIndex {
  readonly #rows = new Map<string, LedgerRow[]>();
  /** The same lists by each spelling that occurs: nearly every look-up is in one of them. */
  readonly #asWritten = new Map<string, LedgerRow[]>();

  constructor(rows: readonly LedgerRow[], heading: string) {
    for (const row of rows) {
      const text = textIn(row, heading);
      const written = this.#asWritten.get(text);
      if (written !== undefined) {
        written.push(row);
        continue;
      }
      const key = text.toLowerCase();
      const known = this.#rows.get(key) ?? [];
      known.push(row);
      this.#rows.set(key, known);
      this.#asWritten.set(text, known);
    }
  }

  /** All rows with that text; none for a blank. */
  all(text: string): readonly LedgerRow[] {
    return text === "" ? [] : (this.#asWritten.get(text) ?? this.#rows.get(text.toLowerCase()) ?? []);
  }

  first(text: string): LedgerRow | undefined {
    return this.all(text)[0];
  }
}

/** Texts without regard to case, as MATCH finds them: nearly every look-up is written as it was put in. */
export class TextSet {
  readonly #asWritten: Set<string>;
  readonly #inSmallLetters: Set<string>;

  constructor(texts: readonly string[] = []) {
    this.#asWritten = new Set(texts);
    this.#inSmallLetters = new Set(texts.map((text) => text.toLowerCase()));
  }

  add(text: string): void {
    this.#asWritten.add(text);
    this.#inSmallLetters.add(text.toLowerCase());
  }

  has(text: string): boolean {
    return this.#asWritten.has(text) || this.#inSmallLetters.has(text.toLowerCase());
  }
}

/** The rows as formulas look them up. */
export interface LedgerIndex {
  readonly cases: RowIndex;
  readonly periods: RowIndex;
  readonly periodsOfCase: RowIndex;
  readonly linesOfPeriod: RowIndex;
  readonly linesOfCase: RowIndex;
  readonly payers: RowIndex;
  readonly rates: RowIndex;
}

/** True for the outcomes of a request that was not, or not yet, agreed. */
export function isNotInForce(outcome: string): boolean {
  return ["pending", "denied", "withdrawn"].includes(outcome.toLowerCase());
}

/** True for a model of dollars per unit or per day. */
export function isDollarsPerUnit(model: string): boolean {
  return sameText(model, "Per unit") || sameText(model, "Per day");
}
