import { NOT_STATED } from "../../sca/ledger/ledger-words.ts";
import { FIRST_DAY, LARGEST_FIGURE, LAST_DAY } from "../../sca/ledger/readable-cell.ts";
import { OFFER_WORDS } from "../../sca/ledger/tables/offer-formulas.ts";
import { MODEL_WORDS, OUTCOME_WORDS, TRIGGER_WORDS } from "../../sca/tracker/review/code-words.ts";
import { TIME_BEHIND_DAY } from "../../sca/values/calendar-date.ts";
import type { SourceColumn } from "./source-table.ts";
import { quoted } from "./sql-text.ts";
import type { StagedKind } from "./staged-tables.ts";

const OPEN = NOT_STATED.toLowerCase();
/** Spaces that keep an id from being found: blank, tab, and the one that does not break. */
const SPACES = [32, 9, 160];

/** A number as `numberInText` takes it where it is no plain one. */
const SHOWN = "[(]?-?\\s*[$]?\\s*-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)([.][0-9]*)?\\s*\u00d7?[)]?";

/** The words of a cell as the file has them; NULL where it is empty. */
export function textOf(column: SourceColumn): string {
  if (column.type === "day") return `CAST(CAST(${column.name} AS DATE) AS VARCHAR)`;
  if (column.type === "text") return column.name;
  // What has a type elsewhere may be a code: 90837, not 90837.0. No number at all is a blank cell.
  const text = `regexp_replace(CAST(${column.name} AS VARCHAR), '\\.0*$', '')`;
  return `CASE WHEN isfinite(CAST(${column.name} AS DOUBLE)) THEN ${text} END`;
}

/** The number in a cell; NULL for anything else. An underscore between digits, "nan" and "inf" are no numbers of a ledger. */
function numberOf(column: SourceColumn): string {
  if (column.type === "day") return "CAST(NULL AS DOUBLE)";
  const cast = `TRY_CAST(${column.name} AS DOUBLE)`;
  const isNumber =
    column.type === "text" ? `isfinite(${cast}) AND NOT contains(${column.name}, '_')` : `isfinite(${cast})`;
  return `CASE WHEN ${isNumber} THEN ${cast} END`;
}

/** The same of a cell with a formula, also as Excel saves what such a cell shows: $1,200.50, ($40.00), 1.42×. */
function resultOf(column: SourceColumn): string {
  const number = numberOf(column);
  if (column.type !== "text") return number;
  const text = `TRIM(${column.name})`;
  const size = `TRY_CAST(regexp_replace(${text}, '[^0-9.]', '', 'g') AS DOUBLE)`;
  return (
    `COALESCE(${number}, CASE WHEN regexp_full_match(${text}, ${quoted(SHOWN)}) AND starts_with(${text}, '(') = ends_with(${text}, ')') ` +
    `THEN ${size} * CASE WHEN regexp_matches(${text}, '[(-]') THEN -1 ELSE 1 END END)`
  );
}

/** The day in a cell that is written 2026-03-02, also with a time behind it, or 3/2/2026, month first. */
function dayOf(column: SourceColumn): string {
  const { name, type } = column;
  if (type === "day") return `CAST(${name} AS DATE)`;
  if (type === "number") return "CAST(NULL AS DATE)";
  return (
    `CASE WHEN ${name} LIKE '____-__-__' THEN TRY_CAST(${name} AS DATE) ` +
    `WHEN ${name} LIKE '____-__-__%' THEN CASE WHEN regexp_full_match(SUBSTR(${name}, 11), ${quoted(TIME_BEHIND_DAY)}, 'i') ` +
    `THEN TRY_CAST(LEFT(${name}, 10) AS DATE) END ` +
    `WHEN ${name} LIKE '%/%/____' THEN CAST(try_strptime(${name}, '%m/%d/%Y') AS DATE) END`
  );
}

/** The staged value of a cell; NULL, or 0 for yes and no, where the column is not there. */
export function stagedValue(kind: StagedKind, column: SourceColumn | undefined): string {
  if (column === undefined) return NOTHING[kind];
  const text = textOf(column);
  switch (kind) {
    case "text":
      return text;
    case "id":
      // A hash of nothing would be one too.
      return `CASE WHEN ${text} IS NOT NULL THEN hash(LOWER(${text})) END`;
    case "word":
      return `LOWER(${text})`;
    case "asked":
      return `';' || regexp_replace(LOWER(TRIM(${text})), '\\s*;\\s*', ';', 'g') || ';'`;
    case "modifiers":
      return (
        `CASE WHEN regexp_matches(${text}, '[\\s,]') THEN array_to_string(list_sort(list_filter(` +
        `string_split_regex(LOWER(${text}), '[\\s,]+'), lambda part: part <> '')), '-') ELSE LOWER(${text}) END`
      );
    case "number":
      return numberOf(column);
    case "result":
      return resultOf(column);
    case "day":
      return dayOf(column);
    case "isOpen":
      return flag(`LOWER(${text}) = ${quoted(OPEN)}`);
    case "isFilled":
      return flag(`${text} IS NOT NULL`);
    case "isOfCase":
      return flag(`LOWER(${text}) = ${quoted(OFFER_WORDS.noLine)}`);
  }
}

/** An id as ids are kept here: in small letters, as a number that fits into a register. */
export function stagedId(text: string): string {
  return `hash(${quoted(text.toLowerCase())})`;
}

const NO_WORDS = "CAST(NULL AS VARCHAR)";
const NO_NUMBER = "CAST(NULL AS DOUBLE)";
const NO = "CAST(0 AS TINYINT)";
const NOTHING: Readonly<Record<StagedKind, string>> = {
  text: NO_WORDS,
  id: "CAST(NULL AS UBIGINT)",
  word: NO_WORDS,
  asked: NO_WORDS,
  modifiers: NO_WORDS,
  number: NO_NUMBER,
  result: NO_NUMBER,
  day: "CAST(NULL AS DATE)",
  isOpen: NO,
  isFilled: NO,
  isOfCase: NO,
};

function flag(condition: string): string {
  return `CAST(CASE WHEN ${condition} THEN 1 ELSE 0 END AS TINYINT)`;
}

/** True in SQL for a cell of numbers or days, with what was read of it, that is not plainly one: the ledger's own reader takes its row. */
export function isUnplain(
  accepts: "number" | "day",
  column: SourceColumn,
  mayBeNegative: boolean,
  value = stagedValue(accepts, column),
): string {
  const text = textOf(column);
  if (accepts === "day") {
    return `(${text} IS NOT NULL AND COALESCE(${value} NOT BETWEEN DATE '${FIRST_DAY}' AND DATE '${LAST_DAY}', TRUE))`;
  }
  const least = mayBeNegative ? -LARGEST_FIGURE : 0;
  return `(${text} IS NOT NULL AND COALESCE(${value} NOT BETWEEN ${least} AND ${LARGEST_FIGURE}, LOWER(${text}) <> ${quoted(OPEN)}))`;
}

/** True in SQL for a word that is none of the ledger's as it writes them. */
export function isUnknownWord(words: readonly string[], column: SourceColumn): string {
  const known = [OPEN, ...words.map((word) => word.toLowerCase())].map(quoted).join(", ");
  return `COALESCE(LOWER(${textOf(column)}) NOT IN (${known}), FALSE)`;
}

/** Letters that `tidyId` and `tidyName` leave as they are; of others these say what they make of them. */
const OWN_LETTERS = "[\\x00-\\x7FÀ-ÿ]*";

/** True in SQL for a text with spaces around it or two in a row, or anything else that nobody sees and no id has. */
export function hasSpaces({ name, type }: SourceColumn): string {
  if (type !== "text") return "FALSE";
  const unseen = SPACES.flatMap((space) => [
    `starts_with(${name}, chr(${space}))`,
    `ends_with(${name}, chr(${space}))`,
  ]);
  const foreign = `strlen(${name}) <> length(${name}) AND NOT regexp_full_match(${name}, '${OWN_LETTERS}')`;
  return `COALESCE(${[...unseen, `contains(${name}, '  ')`, `contains(${name}, chr(10))`, `(${foreign})`].join(" OR ")}, FALSE)`;
}

/** True in SQL for what may be a line of totals in place of a case's id, or none at all. */
export function mayBeTotals(column: SourceColumn): string {
  const text = textOf(column);
  return `COALESCE(LOWER(LEFT(${text}, 3)) IN ('tot', 'sub', 'gra', 'sum'), TRUE)`;
}

/** True in SQL for a percent that may be a multiple: 1.4 for 140. */
export function isSmallPercent(model: SourceColumn, rate: SourceColumn, value = stagedValue("number", rate)): string {
  // Few rates are that small: only their models are looked at.
  return `COALESCE(CASE WHEN ${value} < 10 THEN LOWER(${textOf(model)}) LIKE 'percent%' END, FALSE)`;
}

/** Columns of the ledger's words: what is none of them is told, or at least looked at, by table. */
export const WORD_COLUMNS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Cases: { Outcome: OUTCOME_WORDS.words, "Rate model": MODEL_WORDS.words, Trigger: TRIGGER_WORDS.words },
  AuthorizationPeriods: { "Rate model": MODEL_WORDS.words, Outcome: OUTCOME_WORDS.words },
  ServiceLines: { "Rate model": MODEL_WORDS.words },
  Offers: { "Rate model": MODEL_WORDS.words, Side: ["Payer", "Provider"] },
};
