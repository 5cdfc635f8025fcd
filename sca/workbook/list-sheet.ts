import type { PlacedCell, SheetPlan } from "../ledger/workbook-plan.ts";
import { LIST_NAME } from "./ledger-mark.ts";
import type { Area } from "./sheet-reference.ts";

interface WordList {
  readonly name: string;
  readonly words: readonly string[];
}

/** What the plan calls the sheet; in a workbook that has one of that name it gets a number. */
export const LIST_SHEET = "Lists";

const FIRST_ROW = 4;

/**
 * The words that cells may be chosen from, where they are too many for the validation rule itself (Excel holds 255
 * characters there, and no comma inside a word). They stand in view on a sheet of their own, a column a list.
 */
export class ListSheet {
  readonly #lists = new Map<string, WordList>();

  /** The name of the range that holds these words; the same words get the same name. */
  nameOf(words: readonly string[]): string {
    const key = JSON.stringify(words);
    const known = this.#lists.get(key);
    if (known) return known.name;
    const name = `${LIST_NAME}${this.#lists.size + 1}`;
    this.#lists.set(key, { name, words });
    return name;
  }

  get isEmpty(): boolean {
    return this.#lists.size === 0;
  }

  /** Each list's name and the cells that hold its words. */
  ranges(): { readonly name: string; readonly area: Area }[] {
    return [...this.#lists.values()].map(({ name, words }, index) => ({
      name,
      area: { top: FIRST_ROW, left: index + 1, bottom: FIRST_ROW + words.length - 1, right: index + 1 },
    }));
  }

  plan(): SheetPlan {
    const cells: PlacedCell[] = [
      { row: 1, column: 1, value: LIST_SHEET, look: "title" },
      {
        row: 2,
        column: 1,
        value: "Words that the ledger's columns offer. Each run writes them anew.",
        look: "subtitle",
      },
    ];
    [...this.#lists.values()].forEach(({ words }, index) => {
      cells.push({ row: FIRST_ROW - 1, column: index + 1, value: `List ${index + 1}`, look: "heading" });
      words.forEach((word, place) => {
        cells.push({ row: FIRST_ROW + place, column: index + 1, value: word, look: "id" });
      });
    });
    const widths = new Map([...this.#lists.values()].map((_list, index) => [index + 1, 32]));
    return { name: LIST_SHEET, cells, tables: [], widths, landscape: false };
  }
}
