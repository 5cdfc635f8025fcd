import { isModifier } from "../codes/modifiers.ts";
import { reading } from "../context/text-readings.ts";
import { explain, explainInColumn, type TrackerWords } from "../context/tracker-words.ts";
import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import { type Shape, shapeOfCell } from "./cell-shape.ts";
import { countPair, isOpenPair } from "./count-pair.ts";

/** What the cells of a column look like, as shares of its filled cells (0 to 1). */
export interface ColumnProfile {
  readonly filled: number;
  readonly distinct: number;
  /** Share of cells that the tracker's own list of this column explains. */
  readonly listed: number;
  readonly shape: (shape: Shape) => number;
  readonly payer: number;
  readonly person: number;
  readonly outcome: number;
  readonly trigger: number;
  readonly levelOfCare: number;
  readonly costSharing: number;
  readonly written: number;
  readonly basis: number;
  readonly codes: number;
  readonly modifiers: number;
  /** Share of cells that hold nothing but known modifiers of codes that no word is spelt like. */
  readonly modifierCodes: number;
  /** Share of dates (or serial numbers) that lie more than about a year before the middle of the sheet's dates. */
  readonly medianYear: number | null;
  readonly averageLength: number;
  /** Share of cells whose number is a plain count up to 3,000. */
  readonly counts: number;
  readonly largest: number;
  /** Share of cells that are two counts ("20/12"). */
  readonly pairs: number;
}

const SAMPLE = 80;
const MODIFIER = /^(?:[A-Z]{2}|[A-Z]\d|\d{2})(?:[\s,/&-]+(?:[A-Z]{2}|[A-Z]\d|\d{2}))*$/;

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

function yearIn(cell: Cell): number | null {
  if (cell.day) return Number(cell.day.slice(0, 4));
  const four = /\b(19\d{2}|20\d{2})\b/.exec(cell.text);
  if (four) return Number(four[1]);
  const two = /\d{1,2}[-/.]\d{1,2}[-/.](\d{2})\b/.exec(cell.text) ?? /[a-z]{3,}[-\s.]+(\d{2})\b/i.exec(cell.text);
  if (!two) return null;
  const year = Number(two[1]);
  return year > 40 ? 1900 + year : 2000 + year;
}

const EARLIEST_SERIAL = 42_000;
const LATEST_SERIAL = 49_000;
const FEW_YEARS = 2000;

/** Days that lost their format: numbers of five digits that lie within a few years of each other, hardly two alike. */
function areSerialDays(cells: readonly Cell[]): boolean {
  const numbers = cells.filter((cell) => cell.kind === "number").map((cell) => cell.number ?? 0);
  if (numbers.length < 4 || numbers.length < cells.length * 0.7) return false;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return (
    numbers.every((one) => Number.isInteger(one)) &&
    least >= EARLIEST_SERIAL &&
    most <= LATEST_SERIAL &&
    most - least <= FEW_YEARS &&
    new Set(numbers).size >= Math.max(4, numbers.length * 0.6)
  );
}

/** Looks over a column's cells; of long columns a sample of the different texts is taken. */
export function profileColumn(cells: readonly Cell[], dictionary: TrackerWords, heading = ""): ColumnProfile {
  const byText = new Map<string, Cell>();
  let none = 0;
  for (const cell of cells) {
    if (shapeOfCell(cell) === "none") none += 1;
    else if (byText.size < SAMPLE * 3 || byText.has(cell.text)) byText.set(cell.text, cell);
  }
  const filled = cells.length - none;
  const all = [...byText.values()];
  const step = Math.max(1, Math.floor(all.length / SAMPLE));
  const sample = all.filter((_, index) => index % step === 0);
  const shapes = new Map<Shape, number>();
  const serials = areSerialDays(sample);
  for (const cell of sample) {
    const shape = serials && cell.kind === "number" ? "date" : shapeOfCell(cell);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  const inOwnList = (cell: Cell) => explainInColumn(dictionary, cell.text, heading) !== null;
  const worded = sample.filter((cell) => cell.kind === "text" || dictionary.has(cell.text.trim().toLowerCase()));
  const textShare = sample.length === 0 ? 0 : worded.length / sample.length;
  const words = (meaning: Meaning, test: (text: string) => boolean) =>
    textShare * share(worded, (cell) => test(explain(dictionary, cell.text, meaning, heading) ?? cell.text));
  const years = sample
    .map(yearIn)
    .filter((year): year is number => year !== null)
    .sort((a, b) => a - b);
  const numbers = sample
    .map((cell) => cell.number ?? Number(cell.text.replace(/[^\d.]/g, "") || Number.NaN))
    .filter((n) => !Number.isNaN(n));
  return {
    filled,
    listed: share(sample, inOwnList),
    distinct: byText.size,
    shape: (shape) => (sample.length === 0 ? 0 : (shapes.get(shape) ?? 0) / sample.length),
    payer: words("payer", (text) => (reading.payer(text)?.confidence ?? 0) >= 0.75),
    person: words("patient", (text) => reading.personLikeness(text) >= 0.5),
    outcome: words("outcome", (text) => (reading.outcome(text)?.confidence ?? 0) >= 0.6),
    trigger: words("trigger", (text) => (reading.trigger(text)?.confidence ?? 0) >= 0.6),
    levelOfCare: words("levelOfCare", (text) => reading.level(text) !== null),
    costSharing: words("costSharing", (text) => reading.costSharing(text) !== null),
    written: words("writtenConfirmation", (text) => reading.written(text) !== null),
    basis: words("rateModel", (text) => {
      const basis = reading.rateBasis(text);
      return basis.model !== undefined || basis.percent === true || basis.per !== undefined;
    }),
    codes: share(sample, (cell) => reading.codesOfColumn(cell.text).length > 0),
    modifiers: words("modifier", (text) => MODIFIER.test(text.trim())),
    modifierCodes: words(
      "modifier",
      (text) =>
        MODIFIER.test(text.trim()) &&
        text
          .trim()
          .split(/[\s,/&-]+/)
          .every((one) => isModifier(one) && /\p{L}/u.test(one)),
    ),
    medianYear: years.length === 0 ? null : (years[Math.floor(years.length / 2)] ?? null),
    averageLength: sample.length === 0 ? 0 : sample.reduce((sum, cell) => sum + cell.text.length, 0) / sample.length,
    counts: share(sample, (cell) => {
      const shape = shapeOfCell(cell);
      return (
        shape === "whole" ||
        (shape === "decimal" && /^\d{1,4}(\.\d{1,2})?$/.test(cell.text.trim())) ||
        /^\d{1,4}\s*[a-z]{1,8}\.?$/i.test(cell.text.trim())
      );
    }),
    pairs: share(sample, (cell) => countPair(cell) !== null || isOpenPair(cell.text)),
    largest: numbers.length === 0 ? 0 : Math.max(...numbers),
  };
}
