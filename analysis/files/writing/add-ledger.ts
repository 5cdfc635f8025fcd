import type { SheetPlan, WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import { keyOf } from "../../../sca/workbook/ledger-mark.ts";
import { LIST_SHEET, ListSheet } from "../../../sca/workbook/list-sheet.ts";
import { plannedAreas } from "../../../sca/workbook/planned-areas.ts";
import { areaText, overlap } from "../../../sca/workbook/sheet-reference.ts";
import { checkTable } from "../../../sca/workbook/table-area.ts";
import { UserProblem } from "../../user-problem.ts";
import { relationshipsPartOf } from "../package/relationships.ts";
import { CONTENT_TYPE, CONTENT_TYPES_PART } from "./content-types.ts";
import { type EarlierSheet, type EarlierTable, readEarlierSheet } from "./earlier-sheet.ts";
import { type LedgerSheet, ledgerSheetsIn } from "./ledger-marks.ts";
import { nameChanges } from "./ledger-names.ts";
import { relationshipsXml, relativeTarget } from "./relationships.ts";
import { type PlacedSheet, placeSheets, refuseTakenTables } from "./sheet-placing.ts";
import { StyleBook } from "./style-book.ts";
import { type TableIdentity, tableXml } from "./table-part.ts";
import { openStyles, openWorkbook, relationshipsOf, type WorkbookFile } from "./workbook-file.ts";
import { finishWorkbook } from "./workbook-part.ts";
import { sheetPart } from "./worksheet-part.ts";
import { partText } from "./xml-part.ts";

/** What the writer knows of earlier ledgers beside the marks in the workbook. */
export interface LedgerHistory {
  /** Names of all tables that any ledger of ours may hold. Another table on one of our sheets is the user's, and refused. */
  readonly tables: readonly string[];
}

/**
 * The workbook with the plan's sheets beside the user's. Every part of the user's file keeps its bytes, its name and its
 * place, but for the four that list what the workbook holds (workbook.xml, its .rels, [Content_Types].xml, styles.xml):
 * those get additions at single places. Where the workbook holds a ledger of ours already, its sheets are written anew in
 * place, under the names and in the order that the user gave them, with the widths, comments, drawings and loose cells
 * that the user added; nothing is there twice.
 *
 * The workbook opens where the user left it: a sheet of hers is marked as selected in its own part, and to select ours
 * too would let Excel edit both at once.
 *
 * Throws a UserProblem where the workbook cannot take the plan; an Error where the plan itself is wrong.
 *
 * @example addLedger(trackerBytes, plan, { tables: ["Cases", "Payers"] })
 */
export function addLedger(original: Uint8Array, plan: WorkbookPlan, history: LedgerHistory): Uint8Array {
  return writeLedger(openWorkbook(original), plan, history, false);
}

/** Adds the plan to an opened workbook; `showFirst` is for a workbook of our own making, which opens on the plan's first sheet. */
export function writeLedger(
  file: WorkbookFile,
  plan: WorkbookPlan,
  history: LedgerHistory,
  showFirst: boolean,
): Uint8Array {
  const ledger = ledgerSheetsIn(file);
  const placed = placeSheets(file, plan.sheets, ledger);
  refuseTakenTables(file, placed);
  const writer = new SheetWriter(file, history, placed);
  for (const sheet of placed) writer.write(sheet, showFirst && sheet === placed[0]);
  if (!writer.lists.isEmpty || ledger.some(({ key }) => key === keyOf(LIST_SHEET))) {
    const [lists] = placeSheets(file, [writer.lists.plan()], ledger, placed);
    if (lists) {
      placed.push(lists);
      writer.write(lists, false);
    }
  }
  const names = nameChanges(file, placed, plan.names, writer.lists, ledger);
  const newStyles = writer.finishStyles();
  finishWorkbook(file, placed, names, newStyles);
  file.types.finish();
  for (const [path, part] of [
    [file.path, file.workbook],
    [relationshipsPartOf(file.path), file.relationships],
    [CONTENT_TYPES_PART, file.contentTypes],
  ] as const) {
    if (part.changed) file.package.set(path, part.bytes());
  }
  return file.package.bytes();
}

/** Writes sheets and their tables into the package, and gathers the styles and lists that they need. */
class SheetWriter {
  readonly lists = new ListSheet();
  readonly #file: WorkbookFile;
  readonly #history: LedgerHistory;
  readonly #actualNames: ReadonlyMap<string, string>;
  readonly #stylesPart: ReturnType<typeof openStyles>;
  readonly #styles: StyleBook;
  #nextTable: number;

  constructor(file: WorkbookFile, history: LedgerHistory, placed: readonly PlacedSheet[]) {
    this.#file = file;
    this.#history = history;
    const renamed = placed.filter(({ plan, name }) => plan.name !== name);
    this.#actualNames = new Map(renamed.map(({ plan, name }) => [plan.name.toLowerCase(), name]));
    this.#stylesPart = openStyles(file);
    this.#styles = new StyleBook(this.#stylesPart.part);
    this.#nextTable = Math.max(0, ...file.tables.map(({ id }) => id)) + 1;
  }

  write({ plan, name, part, earlier }: PlacedSheet, shown: boolean): void {
    const { package: edit, types, dateSystem } = this.#file;
    const known = earlier ? earlierTables(earlier, plan, this.#history) : [];
    const kept = earlier ? keptOf(this.#file, earlier, plan, known) : null;
    const tables = plan.tables.map((table) => this.#writeTable(table, known));
    for (const table of known) if (!tables.includes(table.part)) this.#removePart(table.part);
    const { xml, relationships } = sheetPart(plan, {
      sheet: name,
      styles: this.#styles,
      dateSystem,
      actualNames: this.#actualNames,
      nameWords: (words) => this.lists.nameOf(words),
      earlier: kept,
      tableTargets: tables.map((table) => relativeTarget(part, table)),
      selected: shown || (kept?.selected ?? false),
    });
    edit.set(part, xml);
    types.declare(part, CONTENT_TYPE.worksheet);
    const path = relationshipsPartOf(part);
    if (relationships.length > 0) edit.set(path, relationshipsXml(relationships));
    else if (edit.has(path)) edit.remove(path);
  }

  /** Writes the table's part and returns its name: that of the same table of an earlier run, or a new one. */
  #writeTable(table: SheetPlan["tables"][number], known: readonly EarlierTable[]): string {
    const { package: edit, types, folder } = this.#file;
    checkTable(table);
    const earlier = known.find(({ name }) => name.toLowerCase() === table.name.toLowerCase());
    const identity: TableIdentity = earlier ?? { id: this.#nextTable++, columnIds: new Map() };
    const part = earlier?.part ?? edit.freshName((number) => `${folder}tables/table${number}.xml`);
    edit.set(part, tableXml(table, identity, this.#actualNames));
    types.declare(part, CONTENT_TYPE.table);
    return part;
  }

  #removePart(part: string): void {
    const { package: edit, types } = this.#file;
    for (const name of [part, relationshipsPartOf(part)]) if (edit.has(name)) edit.remove(name);
    types.remove(part);
  }

  /** Puts the styles into the package; returns the part's name where the workbook had none. */
  finishStyles(): string | null {
    const { part, path, isNew } = this.#stylesPart;
    this.#styles.finish();
    if (part.changed) this.#file.package.set(path, part.bytes());
    if (isNew) this.#file.types.declare(path, CONTENT_TYPE.styles);
    return isNew ? path : null;
  }
}

/** The tables on a sheet of ours. Throws a UserProblem where the user made one there. */
function earlierTables({ sheet, tables }: LedgerSheet, plan: SheetPlan, history: LedgerHistory): EarlierTable[] {
  const ours = new Set([...history.tables, ...plan.tables.map(({ name }) => name)].map((name) => name.toLowerCase()));
  return tables.map((table) => {
    if (!ours.has(table.name.toLowerCase()) || !table.area) {
      throw new UserProblem(
        "ledger-sheet-changed",
        `The ledger's sheet "${sheet.name}" holds a table "${table.name}" of yours, which would be lost when the sheet is written anew. Move it to a sheet of its own and run again; if it is a table of the ledger under another name, give it its old name (Table Design > Table Name). Nothing was changed.`,
      );
    }
    return {
      part: table.part,
      name: table.name,
      id: table.id,
      area: table.area,
      headings: table.columns.map(({ heading }) => heading.toLowerCase()),
      columnIds: new Map(table.columns.map(({ heading, id }) => [heading.toLowerCase(), id])),
    };
  });
}

/** What stays of a sheet that is written anew. Throws a UserProblem where the user's cells stand where the plan's go. */
function keptOf(
  file: WorkbookFile,
  earlier: LedgerSheet,
  plan: SheetPlan,
  tables: readonly EarlierTable[],
): EarlierSheet {
  const { part, name } = earlier.sheet;
  const bytes = file.package.read(part);
  const xml = bytes ? partText(part, bytes) : "";
  const ours = [...earlier.areas, ...tables.map(({ area }) => area)];
  const kept = readEarlierSheet(xml, earlier.sheet, relationshipsOf(file.package, part), tables, ours);
  const planned = plannedAreas(plan);
  for (const { row, column } of kept.looseCells) {
    const cell = { top: row, left: column, bottom: row, right: column };
    if (!planned.some((area) => overlap(cell, area))) continue;
    throw new UserProblem(
      "ledger-sheet-changed",
      `On the ledger's sheet "${name}" your cell ${areaText(cell)} stands where the ledger now needs the room. Move what you wrote there to a sheet of its own and run again. Nothing was changed.`,
    );
  }
  return kept;
}
