import { type CalendarDate, partsOfDay } from "../values/calendar-date.ts";
import { settleCases } from "./cases/settle-cases.ts";
import type { LineFacts } from "./claims/line-facts.ts";
import { readLine } from "./claims/read-line.ts";
import { stackedAuthorizations } from "./claims/stacked-authorizations.ts";
import { claimPatientOfSheet, claimSurroundings } from "./claims/surroundings.ts";
import { alikeColumns } from "./columns/alike-columns.ts";
import { assignAround } from "./columns/assign-around.ts";
import { withCodeColumns } from "./columns/code-columns.ts";
import type { ColumnMeaning } from "./columns/column-meaning.ts";
import { withEntryDates } from "./columns/entry-dates.ts";
import { impliedMeanings } from "./columns/implied-meanings.ts";
import { tiedTables } from "./columns/tied-tables.ts";
import { blockDay } from "./context/block-day.ts";
import { holdsCases } from "./context/case-sets.ts";
import { colourLegend } from "./context/colour-legend.ts";
import { patientOfSheet } from "./context/sheet-patient.ts";
import { statedBasis } from "./context/stated-basis.ts";
import { NO_WORDS, type TrackerWords, trackerWords } from "./context/tracker-words.ts";
import { answeredYear, hintFor } from "./context/year-hints.ts";
import { dateOrderOf } from "./dates/date-order.ts";
import { addressOf, type Cell, type Tracker } from "./grid.ts";
import type { Meaning } from "./headings/meaning.ts";
import { rowsOf } from "./layout/join-heads.ts";
import { readLayout } from "./layout/regions.ts";
import type { BesideLine, FieldColumn, RecordLine, SheetLayout } from "./layout/sheet-layout.ts";
import { placeOnSheet } from "./layout/sheet-lines.ts";
import { sheetParts } from "./layout/sheet-parts.ts";
import { readAnswers } from "./review/answers.ts";
import { applyAnswers } from "./review/apply-answers.ts";
import { answeredColumns, type HeadingAnswer } from "./review/heading-answers.ts";
import { askQuestions } from "./review/questions.ts";
import { partOf, type ShareTold } from "./share-told.ts";
import type { Answer, HeadingReading, NotCase, Understanding } from "./tracked-case.ts";

export interface UnderstandingOptions {
  readonly asOf: CalendarDate;
  /** What the manager answered to earlier questions. */
  readonly answers?: readonly Answer[];
  /** Told after each line; changes nothing of the result. */
  readonly told?: ShareTold;
}

/** At which share of the time each part usually ends, measured on long lists; small trackers are done before it is seen. */
const ENDS = { layout: 0.15, columns: 0.25, lines: 0.68 } as const;

interface Sheet {
  readonly layout: SheetLayout;
  readonly meanings: Map<FieldColumn, ColumnMeaning>;
  readonly caseSets: Set<string>;
}

function cellsOf(layout: SheetLayout): Cell[] {
  return layout.lines.lines.flatMap((line) => [...line.cells.values()]);
}

function readSheet(
  layout: SheetLayout,
  dictionary: TrackerWords,
  alike: ReadonlyMap<FieldColumn, readonly Cell[]>,
  answered: readonly HeadingAnswer[],
): Sheet {
  const meanings = new Map<FieldColumn, ColumnMeaning>();
  const caseSets = new Set<string>();
  const said = answeredColumns(layout, answered);
  const blocks = layout.records.some((record) => record.block !== null);
  for (const [set, columns] of layout.sets) {
    const implied = impliedMeanings(columns, dictionary);
    const assigned = implied ?? assignAround(columns, said, dictionary, alike);
    for (const meaning of withCodeColumns(withEntryDates(assigned))) meanings.set(meaning.column, meaning);
    if (blocks || implied !== null || holdsCases(assigned, patientOfSheet(layout) !== null)) caseSets.add(set);
  }
  const { numbers, tied } = tiedTables(
    [...layout.sets].map(([set, columns]) => ({
      set,
      holdsCases: caseSets.has(set),
      columns: columns.flatMap((column) => meanings.get(column) ?? []),
    })),
  );
  for (const [column, meaning] of meanings)
    if (numbers.has(column))
      meanings.set(column, {
        ...meaning,
        meanings: ["caseNumber"],
        confidence: 0.9,
        reason: "numbers of cases in another table",
      });
  for (const set of tied) caseSets.add(set);
  return { layout, meanings, caseSets };
}

/** What the rows of each block have columns for. */
function meaningsOfRows(sheet: Sheet): Map<number, Set<Meaning>> {
  const found = new Map<number, Set<Meaning>>();
  for (const { block, role, values } of sheet.layout.records) {
    if (block === null || role !== "row") continue;
    const own = found.get(block) ?? new Set<Meaning>();
    found.set(block, own);
    for (const { column } of values)
      for (const meaning of (column && sheet.meanings.get(column)?.meanings) ?? []) own.add(meaning);
  }
  return found;
}

function isCaseRecord(sheet: Sheet, record: RecordLine): boolean {
  if (record.block !== null) return true;
  return sheet.caseSets.has(record.set);
}

/**
 * Understands a tracker of any layout: which lines are cases, what each states, and what only a person can settle.
 * Pure: the same tracker, day and answers give the same result. Cases carry their number in place of an id until the ledger gives one.
 */
export function understandTracker(tracker: Tracker, options: UnderstandingOptions): Understanding {
  const answers = readAnswers(options.answers ?? []);
  const layouts = tracker.grids.flatMap(sheetParts).map(readLayout);
  options.told?.(ENDS.layout);
  const alike = alikeColumns(layouts.flatMap((layout) => [...layout.sets.values()]));
  let sheets = layouts.map((layout) => readSheet(layout, NO_WORDS, alike, answers.headings));
  const texts = function* () {
    for (const sheet of sheets) for (const cell of cellsOf(sheet.layout)) if (cell.kind === "text") yield cell.text;
  };
  const evidence = dateOrderOf(texts());
  const order = answers.dateOrder ?? evidence.order;
  const orderSettled = answers.dateOrder !== null || evidence.settled || evidence.eitherWay === 0;

  const asides = sheets.map((sheet) => {
    const caseLines = new Set(
      sheet.layout.records.filter((record) => isCaseRecord(sheet, record)).flatMap((record) => rowsOf(record)),
    );
    return sheet.layout.lines.lines
      .filter((line) => !caseLines.has(line.at))
      .map((line): BesideLine => ({ cells: [...line.cells.values()], fills: line.fills }))
      .concat(sheet.layout.beside);
  });
  const dictionary = trackerWords(asides, answers.words);
  const basis = statedBasis([
    ...asides.flat().flatMap((line) => line.cells.map((cell) => cell.text)),
    ...layouts.flatMap((layout) => layout.titles),
  ]);
  const colours = colourLegend(asides.flat());
  if (dictionary.size > 0) sheets = layouts.map((layout) => readSheet(layout, dictionary, alike, answers.headings));

  const notCases: NotCase[] = [];
  const headings: HeadingReading[] = [];
  const grouped: { sheet: Sheet; facts: LineFacts[] }[] = [];
  const toldOfLines = partOf(options.told, ENDS.columns, ENDS.lines);
  const records = layouts.reduce((sum, layout) => sum + layout.records.length, 0);
  let read = 0;
  for (const sheet of sheets) {
    const { layout } = sheet;
    const facts: LineFacts[] = [];
    const rowMeanings = meaningsOfRows(sheet);
    for (const record of layout.records.flatMap((one) => stackedAuthorizations(one, sheet.meanings))) {
      toldOfLines(Math.min(1, ++read / records));
      if (!isCaseRecord(sheet, record)) {
        notCases.push({
          sheet: layout.lines.sheet,
          rows: [...rowsOf(record)],
          kind: sheet.layout.sets.size > 0 ? "list" : "note",
        });
        continue;
      }
      const setMeanings = (layout.sets.get(record.set) ?? []).flatMap((column) =>
        column.cells.length > 0 ? (sheet.meanings.get(column)?.meanings ?? []) : [],
      );
      const line = readLine(record, sheet.meanings, setMeanings, {
        order,
        orderSettled,
        dictionary,
        basis,
        hint: hintFor(layout, record) ?? answeredYear(answers.years.get(layout.lines.sheet ?? "")),
        sheet: layout.lines.sheet ?? "",
        asOfYear: partsOfDay(options.asOf).year,
        previousDay: facts[facts.length - 1]?.day ?? null,
        blockDay: blockDay(record, facts),
        rowsHold: record.block === null ? new Set() : (rowMeanings.get(record.block) ?? new Set()),
      });
      claimSurroundings(line, { layout, record, colours, meanings: sheet.meanings });
      if (facts.length === 0) claimPatientOfSheet(line, layout);
      facts.push(line);
    }
    for (const other of layout.others) {
      notCases.push({ sheet: layout.lines.sheet, rows: [other.at], kind: other.kind });
    }
    for (const meaning of sheet.meanings.values()) {
      const cell = meaning.column.headingCell;
      if (!cell || !facts.length) continue;
      headings.push({
        sheet: layout.lines.sheet,
        cell: addressOf(placeOnSheet(layout.lines, cell)),
        heading: meaning.column.text,
        field: meaning.meanings.join(" + "),
        confidence: meaning.confidence,
        reason: meaning.reason,
      });
    }
    grouped.push({ sheet, facts });
  }
  const sheetFacts = grouped.map(({ sheet, facts }) => ({
    sheet: sheet.layout.lines.sheet,
    columnwise: sheet.layout.lines.columnwise,
    facts,
  }));
  let settled = settleCases(sheetFacts, partOf(options.told, ENDS.lines, 1));
  if (applyAnswers(sheetFacts, settled.cases, answers, order)) settled = settleCases(sheetFacts);
  notCases.push(...settled.notCases);
  const questions = askQuestions(settled.cases);
  return { file: tracker.file, cases: settled.cases.map((built) => built.tracked), notCases, questions, headings };
}
