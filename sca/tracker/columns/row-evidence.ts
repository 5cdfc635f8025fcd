import { reading } from "../context/text-readings.ts";
import { explain, type TrackerWords } from "../context/tracker-words.ts";
import type { Cell } from "../grid.ts";
import { ASIDE, type Meaning } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import { shapeOfCell } from "./cell-shape.ts";
import type { ColumnMeaning } from "./column-meaning.ts";

/** Rows that have to speak before anything is concluded from them. */
const ENOUGH_ROWS = 4;
const MOSTLY = 0.9;

function byRow(column: ColumnMeaning | undefined): Map<number, Cell> {
  return new Map(
    (column?.column.cells ?? []).filter((cell) => shapeOfCell(cell) !== "none").map((cell) => [cell.row, cell]),
  );
}

function withMeaning(meant: readonly ColumnMeaning[], meaning: Meaning): ColumnMeaning | undefined {
  return meant.find((one) => one.meanings.length === 1 && one.meanings[0] === meaning && one.profile.filled > 0);
}

/** A rough day of a cell, for comparing columns only: null without a year. */
function roughDay(cell: Cell | undefined): number | null {
  if (cell === undefined) return null;
  const iso = cell.day ?? /^\d{4}-\d{2}-\d{2}/.exec(cell.text.trim())?.[0];
  if (iso !== undefined) return Date.parse(iso) / 86_400_000;
  const match = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})\b/.exec(cell.text);
  if (!match) return null;
  const [first, second, third] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const year = third < 100 ? 2000 + third : third;
  return Date.UTC(year, (first > 12 ? second : first) - 1, first > 12 ? first : second) / 86_400_000;
}

/** Share of the rows that have both days in which `later` lies within these days after `earlier`; null for too few rows. */
function follows(earlier: Map<number, Cell>, later: Map<number, Cell>, least: number, most: number): number | null {
  let both = 0;
  let fitting = 0;
  for (const [row, cell] of later) {
    const [from, to] = [roughDay(earlier.get(row)), roughDay(cell)];
    if (from === null || to === null) continue;
    both += 1;
    if (to - from >= least && to - from <= most) fitting += 1;
  }
  return both < ENOUGH_ROWS ? null : fitting / both;
}

/** Whether a column's heading says next to nothing: blank, words of no list, "Date 2". */
function isUnknown(one: ColumnMeaning): boolean {
  const words = readHeading(one.column.text, one.column.group);
  return one.confidence <= 0.35 && one.meanings[0] === "other" && Math.max(0, ...words.scores.values()) < 0.45;
}

/**
 * "Reason" alone can be why the request was made or why it was denied: where it is filled on denials only it is the denial's,
 * where approved rows have it too it is the request's.
 */
function reasonByRows(meant: readonly ColumnMeaning[], words: TrackerWords): ColumnMeaning[] {
  const outcome = meant.find((one) => one.meanings.includes("outcome") && one.profile.outcome > 0.5);
  if (!outcome) return [...meant];
  const outcomes = new Map(
    [...byRow(outcome)].map(([row, cell]) => [
      row,
      reading.outcome(
        explain(words, cell.text, "outcome", `${outcome.column.group} ${outcome.column.text}`) ?? cell.text,
      )?.outcome,
    ]),
  );
  return meant.map((one) => {
    const [meaning] = one.meanings;
    if (one.meanings.length > 1 || (meaning !== "trigger" && meaning !== "denialReason")) return one;
    const scores = readHeading(one.column.text, one.column.group).scores;
    const open = Math.max(scores.get("trigger") ?? 0, scores.get("denialReason") ?? 0) <= 0.75;
    if (!open) return one;
    const answers = [...byRow(one).keys()].map((row) => outcomes.get(row)).filter((answer) => answer !== undefined);
    if (answers.length < ENOUGH_ROWS - 1) return one;
    const denied =
      answers.filter((answer) => answer === "denied" || answer === "approvedOnAppeal").length / answers.length;
    const other: Meaning = meaning === "trigger" ? "denialReason" : "trigger";
    const wrong = meaning === "trigger" ? denied > MOSTLY && one.profile.trigger < 0.6 : denied < 0.5;
    if (!wrong || withMeaning(meant, other)) return one;
    return { ...one, meanings: [other], reason: `"${one.column.text}": the rows that have it say so` };
  });
}

/** A column of words or listed codes that no heading explains, filled on denied lines and on no others, is why they were denied. */
function denialsByRows(meant: readonly ColumnMeaning[], words: TrackerWords): ColumnMeaning[] {
  const outcome = meant.find((one) => one.meanings.includes("outcome") && one.profile.outcome > 0.5);
  if (!outcome || meant.some((one) => one.meanings.includes("denialReason") && one.profile.filled > 0))
    return [...meant];
  const heading = `${outcome.column.group} ${outcome.column.text}`;
  const outcomes = new Map(
    [...byRow(outcome)].map(([row, cell]) => [
      row,
      reading.outcome(explain(words, cell.text, "outcome", heading) ?? cell.text)?.outcome,
    ]),
  );
  const denied = [...outcomes.values()].filter((answer) => answer === "denied" || answer === "approvedOnAppeal").length;
  const candidates = meant.filter((one) => {
    if (!isUnknown(one) && one.profile.listed < MOSTLY) return false;
    if (
      one.profile.listed < MOSTLY &&
      one.profile.shape("word") + one.profile.shape("phrase") + one.profile.shape("prose") < MOSTLY
    )
      return false;
    if (
      one.confidence > 0.7 ||
      !(one.meanings[0] === "other" || one.meanings[0] === "notes" || ASIDE.has(one.meanings[0] ?? "other"))
    )
      return false;
    const rows = [...byRow(one).keys()];
    return (
      rows.length >= ENOUGH_ROWS - 1 &&
      rows.length >= denied * 0.6 &&
      rows.every((row) => outcomes.get(row) === "denied" || outcomes.get(row) === "approvedOnAppeal")
    );
  });
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return [...meant];
  return meant.map((one) =>
    one === only
      ? {
          ...one,
          meanings: ["denialReason"],
          confidence: 0.7,
          reason: `"${one.column.text}": only denied lines have it`,
        }
      : one,
  );
}

/** Date columns that no word explains, by where their days lie beside the days that are known. */
function datesByRows(meant: readonly ColumnMeaning[]): ColumnMeaning[] {
  const known = new Map<Meaning, Map<number, Cell>>();
  for (const meaning of ["submitted", "decided", "authStart", "authEnd", "authSpan"] as const) {
    const column = meant.find((one) => one.meanings.includes(meaning) && one.profile.filled > 0);
    if (column) known.set(meaning, byRow(column));
  }
  const candidates = meant.filter((one) => isUnknown(one) && one.profile.shape("date") > 0.8);
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return [...meant];
  const rows = byRow(only);
  const meaning = meaningOfDays(rows, known);
  if (meaning === null) return [...meant];
  return meant.map((one) =>
    one === only
      ? {
          ...one,
          meanings: [meaning],
          confidence: 0.5,
          reason: `"${one.column.text}": its days lie where this date lies`,
        }
      : one,
  );
}

function meaningOfDays(rows: Map<number, Cell>, known: ReadonlyMap<Meaning, Map<number, Cell>>): Meaning | null {
  const [submitted, decided, start] = [known.get("submitted"), known.get("decided"), known.get("authStart")];
  if (submitted && !decided && (follows(submitted, rows, 0, 90) ?? 0) >= MOSTLY && rows.size < submitted.size)
    return "decided";
  if (decided && !submitted && (follows(rows, decided, 0, 90) ?? 0) >= MOSTLY && rows.size >= decided.size)
    return "submitted";
  if (
    start &&
    !known.has("authEnd") &&
    !known.has("authSpan") &&
    (follows(start, rows, 6, 400) ?? 0) >= MOSTLY &&
    rows.size >= start.size * MOSTLY
  )
    return "authEnd";
  return null;
}

/** Settles by the rows what headings and cells leave open. */
export function withRowEvidence(meant: readonly ColumnMeaning[], words: TrackerWords): ColumnMeaning[] {
  return denialsByRows(datesByRows(reasonByRows(meant, words)), words);
}
