import { LEDGER_TABLES } from "../../../sca/ledger/ledger-tables.ts";
import { NOT_STATED } from "../../../sca/ledger/ledger-words.ts";
import { TextCodes } from "./text-codes.ts";

/** The words under a heading by their codes, and whether the ledger's list has them. */
export class WordCodes {
  readonly codes = new TextCodes({ foldsCase: true });
  readonly #listed: ReadonlySet<string>;
  readonly #isListed = new Map<number, boolean>();

  constructor(table: string, heading: string) {
    const columns = LEDGER_TABLES.find(({ name }) => name === table)?.columns ?? [];
    const words = columns.find((column) => column.heading === heading)?.choices?.words ?? [];
    this.#listed = new Set([NOT_STATED, ...words].map((word) => word.toLowerCase()));
  }

  /** True for a blank too. */
  isListed(code: number): boolean {
    if (code === 0) return true;
    const known = this.#isListed.get(code);
    if (known !== undefined) return known;
    const isListed = this.#listed.has(this.codes.textOf(code).toLowerCase());
    this.#isListed.set(code, isListed);
    return isListed;
  }

  textOf(code: number): string {
    return code === 0 ? "" : this.codes.textOf(code);
  }
}
