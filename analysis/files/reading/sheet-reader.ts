import type { Grid, Merge } from "../../../sca/tracker/grid.ts";
import { UserProblem } from "../../user-problem.ts";
import { ownCopy, prefixedAttribute, readPartXml, type XmlAttributes } from "../package/part-xml.ts";
import { relationshipsOf } from "../package/relationships.ts";
import { PACKAGE_LIMITS } from "../package/zip-package.ts";
import { areaOf, LAST_COLUMN, LAST_ROW, placeOf } from "./cell-address.ts";
import { CellReader, type RawCell } from "./cell-reader.ts";
import { GridDraft } from "./grid-draft.ts";
import type { ReadingBudget } from "./reading-budget.ts";
import { moveFormula } from "./shared-formula.ts";
import { readSheetNotes } from "./sheet-notes.ts";
import type { SheetPart, WorkbookParts } from "./workbook-parts.ts";

const MOST_MERGES = 200_000;
const MOST_LINKS = 200_000;

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** Where the events of a sheet's XML gather. One object a sheet; its members follow the nesting of the XML. */
class SheetReading {
  readonly draft = new GridDraft();
  readonly merges: Merge[] = [];
  readonly links: { readonly area: Merge; readonly target: string; readonly id: string }[] = [];
  readonly hiddenColumns: { readonly from: number; readonly to: number }[] = [];
  readonly #sheet: SheetPart;
  readonly #cells: CellReader;
  readonly #budget: ReadingBudget;
  readonly #shared = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  #row = 0;
  #column = 0;
  #cell: RawCell | null = null;
  #formulaKind = "";
  #formulaId = "";
  #into: "value" | "formula" | "inline" | null = null;
  #text = "";
  #phonetic = 0;
  /** Extensions and alternate content repeat names of elements that mean something else there. */
  #foreign = 0;

  constructor(sheet: SheetPart, cells: CellReader, budget: ReadingBudget) {
    this.#sheet = sheet;
    this.#cells = cells;
    this.#budget = budget;
  }

  #damaged(): UserProblem {
    const where = `the sheet ${JSON.stringify(this.#sheet.name)} gives a cell a place that no sheet has`;
    return new UserProblem("xml-damaged", `The workbook is damaged: ${where}. Open it in Excel and save it anew.`);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#foreign > 0 || name === "extLst" || name === "AlternateContent") {
      this.#foreign++;
      return;
    }
    if (this.#cell !== null) this.#openInCell(name, attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "row") this.#openRow(attributes);
    else if (name === "col") this.#openColumn(attributes);
    else if (name === "mergeCell") this.#openMerge(attributes);
    else if (name === "hyperlink") this.#openLink(attributes);
  }

  text(text: string): void {
    if (this.#into !== null) this.#text += text;
  }

  close(name: string): void {
    if (this.#foreign > 0) {
      this.#foreign--;
      return;
    }
    if (name === "row") this.draft.endRow();
    if (this.#cell === null) return;
    if (name === "c") this.#closeCell(this.#cell);
    else if (name === "v") this.#cell.value = this.#taken();
    else if (name === "f") this.#closeFormula(this.#cell);
    else if (name === "t") this.#cell.inline = (this.#cell.inline ?? "") + this.#taken();
    else if (name === "rPh") this.#phonetic--;
  }

  #taken(): string {
    const text = this.#into === null ? "" : this.#text;
    this.#into = null;
    return text;
  }

  #openRow(attributes: XmlAttributes): void {
    const written = Number(attributes["r"] ?? this.#row + 1);
    if (!Number.isInteger(written) || written < 1 || written > LAST_ROW) throw this.#damaged();
    this.#row = written;
    this.#column = 0;
    const hidden = isTrue(attributes["hidden"]) || (attributes["ht"] !== undefined && Number(attributes["ht"]) === 0);
    this.draft.startRow(written, hidden);
  }

  #openCell(attributes: XmlAttributes): void {
    this.#budget.meetCell();
    const address = attributes["r"];
    const column = address === undefined ? this.#column + 1 : placeOf(address).column;
    if (column < 1 || column > LAST_COLUMN || this.#row === 0) throw this.#damaged();
    this.#column = column;
    this.#cell = {
      row: this.#row,
      column,
      type: attributes["t"] ?? "n",
      style: Number(attributes["s"] ?? "0"),
      value: null,
      inline: null,
      formula: null,
    };
  }

  #openInCell(name: string, attributes: XmlAttributes): void {
    if (name === "rPh") this.#phonetic++;
    if (name === "f") {
      this.#formulaKind = attributes["t"] ?? "normal";
      this.#formulaId = attributes["si"] ?? "";
    }
    const into = name === "v" ? "value" : name === "f" ? "formula" : name === "t" ? "inline" : null;
    if (into === null || (into === "inline" && this.#phonetic > 0)) return;
    this.#into = into;
    this.#text = "";
  }

  #closeFormula(cell: RawCell): void {
    const formula = this.#taken();
    // A data table's cells are inputs of a what-if, not formulas that one could show.
    if (this.#formulaKind === "dataTable") return;
    cell.formula = formula;
    if (this.#formulaKind !== "shared") return;
    if (formula !== "") {
      this.#shared.set(this.#formulaId, { formula: ownCopy(formula), row: cell.row, column: cell.column });
      return;
    }
    const first = this.#shared.get(this.#formulaId);
    if (first !== undefined)
      cell.formula = moveFormula(first.formula, cell.row - first.row, cell.column - first.column);
  }

  #closeCell(raw: RawCell): void {
    this.#cell = null;
    const cell = this.#cells.read(raw);
    if (cell !== null) {
      this.draft.addCell(cell);
      return;
    }
    const fill = this.#cells.fillOf(raw.style);
    if (fill === undefined) return;
    this.#budget.keepCell();
    this.draft.addFill(raw.column, fill);
  }

  #openColumn(attributes: XmlAttributes): void {
    const width = attributes["width"];
    if (!isTrue(attributes["hidden"]) && !(width !== undefined && Number(width) === 0)) return;
    const from = Number(attributes["min"]);
    const to = Number(attributes["max"]);
    if (from >= 1 && to >= from && this.hiddenColumns.length < LAST_COLUMN) this.hiddenColumns.push({ from, to });
  }

  #openMerge(attributes: XmlAttributes): void {
    const area = areaOf(attributes["ref"] ?? "");
    if (area !== null && this.merges.length < MOST_MERGES) this.merges.push(area);
  }

  #openLink(attributes: XmlAttributes): void {
    const area = areaOf(attributes["ref"] ?? "");
    if (area === null || this.links.length >= MOST_LINKS) return;
    const place = attributes["location"];
    const target = place === undefined || place === "" ? "" : `#${place}`;
    this.links.push({ area, target, id: prefixedAttribute(attributes, "id") ?? "" });
  }
}

/**
 * Reads one sheet of an .xlsx workbook as a stream, keeping only cells with content and coloured ones.
 * Throws a UserProblem for what is damaged or beyond the budget.
 */
export function readSheet(workbook: WorkbookParts, sheet: SheetPart, budget: ReadingBudget): Grid {
  const reading = new SheetReading(sheet, new CellReader(workbook, budget), budget);
  readPartXml(sheet.entry, PACKAGE_LIMITS.entryBytes, {
    open: (name, attributes) => reading.open(name, attributes),
    text: (text) => reading.text(text),
    close: (name) => reading.close(name),
  });
  const { draft, merges, links } = reading;

  const targets = relationshipsOf(workbook.pkg, sheet.entry.name);
  const addresses = new Map(targets.filter((to) => to.kind === "hyperlink").map((to) => [to.id, to.target]));
  for (const { area, target, id } of links) draft.addLink(area, (addresses.get(id) ?? "") + target);
  const notes = [...readSheetNotes(workbook.pkg, targets)].map(([address, text]) => ({ ...placeOf(address), text }));
  draft.addNotes(notes.filter((note) => note.row > 0 && note.column > 0));

  const last = draft.lastColumn();
  const hiddenColumns = new Set<number>();
  for (const { from, to } of reading.hiddenColumns) {
    for (let column = from; column <= Math.min(to, last); column++) hiddenColumns.add(column);
  }
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    hiddenColumns: [...hiddenColumns].sort((a, b) => a - b),
    rows: draft.finish(merges),
    merges,
  };
}
