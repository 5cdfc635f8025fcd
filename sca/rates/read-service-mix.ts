import { readServiceCode } from "../medicare/code-reading.ts";
import { isModifier } from "../tracker/codes/modifiers.ts";
import { parseMoney } from "../values/money.ts";
import type { MixLine } from "./service-mix.ts";
import { BASIS_WORDS, readUnitBasis, type UnitBasis } from "./unit-basis.ts";

/** A line of the mix as it is written: everything but Medicare's amount, which depends on day and place. */
export type MixRow = Omit<MixLine, "benchmark" | "otherYears"> & {
  /** The payer's in-network amount for one unit, in dollars, where the list states it. */
  readonly inNetwork: number | null;
};

/** What is wrong with a row: it is not among the rows. */
export interface MixProblem {
  /** The line of the file; 1 is its first. */
  readonly row: number;
  readonly reason:
    | "no-headings"
    | "no-rows"
    | "code-unreadable"
    | "modifiers-unreadable"
    | "units-missing"
    | "units-unreadable"
    | "basis-unknown"
    | "minutes-unreadable"
    | "charge-unreadable"
    | "days-unreadable";
  readonly sentence: string;
}

/** The rows of a list of services, and all of its problems together. */
export interface ReadMix {
  readonly rows: readonly MixRow[];
  readonly problems: readonly MixProblem[];
  /** Columns that were not read, by their headings. */
  readonly unread: readonly string[];
}

type Column = "code" | "modifiers" | "units" | "basis" | "minutes" | "charge" | "chargeOfLine" | "days" | "inNetwork";

/** Headings in small letters without signs. A total stands before the single amount that it contains. */
const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  [
    "chargeOfLine",
    /^(?:total|extended|line|sum)(?: of)? (?:billed|charges?|fees?)(?: charges?| amount)?$|^(?:billed|charges?)(?: amount)? (?:total|in all|for line|for all units)$/,
  ],
  [
    "inNetwork",
    /^(?:in ?network|inn|par|contracted|schedule|payers?|payer schedule)(?: (?:rate|amount|fee|schedule|allowable))*$/,
  ],
  ["modifiers", /^(?:mods?|modifiers?|mod 1|modifier codes?)$/],
  ["minutes", /^(?:min|mins|minutes?|minutes? per unit|min per unit|minutes? each|length|duration)(?: min| minutes)?$/],
  [
    "basis",
    /^(?:basis|unit basis|basis of unit|unit|unit type|type of unit|units? of measure|uom|per|unit is|billed per|rate basis)$/,
  ],
  [
    "units",
    /^(?:units?|qty|quantity|count|number of units|no of units|expected units|units expected|units? (?:per case|billed|authorized|requested)|auth(?:orized)? units|total units|# units)$/,
  ],
  [
    "charge",
    /^(?:billed|charges?|fee|billed (?:charges?|amount|rate)|charge per unit|billed per unit|our (?:charge|fee|rate)|unit (?:charge|price|fee)|list price|chargemaster|usual charge|ucr|standard (?:fee|charge))(?: per unit| each)?$/,
  ],
  [
    "days",
    /^(?:days?|days? of service|dates? of service|number of days|no of days|service days|program days|treatment days|dos count|days? (?:billed|rendered|expected))$/,
  ],
  [
    "code",
    /^(?:code|codes|cpt|hcpcs|cpt hcpcs|hcpcs cpt|cpt code|hcpcs code|cpt hcpcs code|procedure|procedure code|proc|proc code|service|service code|billing code|rev code|revenue code)$/,
  ],
];
/** A heading that says units and what they are at once. */
const COUNTED: readonly (readonly [UnitBasis, RegExp])[] = [
  ["session", /^(?:number of )?sessions?$/],
  ["visit", /^(?:number of )?visits?$/],
  ["hour", /^(?:number of )?(?:hours?|hrs)$/],
];

interface Headings {
  readonly columns: ReadonlyMap<Column, number>;
  readonly counted: UnitBasis | null;
  readonly unread: readonly string[];
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[#]/g, " # ")
    .replace(/[^a-z0-9#]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

function headingsOf(record: readonly string[]): Headings | null {
  const columns = new Map<Column, number>();
  const unread: string[] = [];
  let counted: UnitBasis | null = null;
  for (const [at, text] of record.entries()) {
    const words = plain(text).replace(/^# /, "number of ");
    const column = HEADINGS.find(([name, pattern]) => !columns.has(name) && pattern.test(words))?.[0];
    const basis = COUNTED.find(([, pattern]) => pattern.test(words))?.[0];
    if (column !== undefined) columns.set(column, at);
    else if (basis !== undefined && counted === null && !columns.has("units")) {
      counted = basis;
      columns.set("units", at);
    } else if (words !== "") unread.push(text.trim());
  }
  // "Unit" without "Units" counts them.
  const unit = columns.get("basis");
  if (!columns.has("units") && unit !== undefined) {
    columns.delete("basis");
    columns.set("units", unit);
  }
  return columns.has("code") && (columns.has("units") || columns.has("days")) ? { columns, counted, unread } : null;
}

const ACCEPTED_COLUMNS =
  'The first line names the columns: code, modifiers, units, basis, minutes, billed (for one unit; "total billed" for all), days. Code and units are needed.';
const MOST_UNITS = 100_000;

/**
 * Reads a list of services with headings in its first filled line: code, modifiers, units, basis, minutes, billed, days,
 * and the payer's in-network amount, in any order and usual names. A cell that cannot be read is a problem with its line
 * number; blank is not 0. Units of 0 are refused: a service that is not expected does not belong to the mix.
 *
 * @example [["CPT", "Units", "Basis"], ["90837", "12", "session"]] is one row of 12 sessions
 */
export function readServiceMix(records: readonly (readonly string[])[]): ReadMix {
  const first = records.findIndex((record) => record.some((cell) => cell.trim() !== ""));
  const headings = first < 0 ? null : headingsOf(records[first] ?? []);
  if (headings === null) {
    return {
      rows: [],
      unread: [],
      problems: [
        {
          row: Math.max(first, 0) + 1,
          reason: "no-headings",
          sentence: `No columns "code" and "units" were found. ${ACCEPTED_COLUMNS}`,
        },
      ],
    };
  }
  const rows: MixRow[] = [];
  const problems: MixProblem[] = [];
  for (const [at, record] of records.entries()) {
    if (at <= first || record.every((cell) => cell.trim() === "")) continue;
    const read = readRow(record, at + 1, headings);
    if (Array.isArray(read)) problems.push(...read);
    else rows.push(read as MixRow);
  }
  if (rows.length === 0 && problems.length === 0) {
    problems.push({ row: first + 1, reason: "no-rows", sentence: "There is no service under the headings." });
  }
  return { rows, problems, unread: headings.unread };
}

function readRow(record: readonly string[], row: number, { columns, counted }: Headings): MixRow | MixProblem[] {
  const problems: MixProblem[] = [];
  const cell = (column: Column): string => {
    const at = columns.get(column);
    return at === undefined ? "" : (record[at] ?? "").replace(/^="(.*)"$/, "$1").trim();
  };
  const problem = (reason: MixProblem["reason"], sentence: string): void => {
    problems.push({ row, reason, sentence });
  };
  const read = readServiceCode(cell("code"));
  if (read.kind === "none") problem("code-unreadable", read.sentence.replace(/[.;]? ?[Uu]ntil .*$/, "."));
  const written = cell("modifiers")
    .toUpperCase()
    .split(/[\s,;/+-]+/)
    .filter((word) => word !== "");
  const odd = written.filter((word) => !isModifier(word));
  if (odd.length > 0)
    problem("modifiers-unreadable", `"${odd.join(" ")}" is no modifier: two characters such as 95 or TC are.`);

  const [, number = cell("units"), unitWords = ""] = /^([\d.,]+)\s*([a-z].*)$/i.exec(cell("units")) ?? [];
  const days = numberIn(cell("days"), 0, 3660);
  if (days === "odd") problem("days-unreadable", `"${cell("days")}" is no number of days above 0.`);
  const basisText = cell("basis") === "" ? unitWords : cell("basis");
  let basis = basisText === "" ? counted : readUnitBasis(basisText);
  if (basisText !== "" && basis === null) {
    problem("basis-unknown", `"${basisText}" is no unit basis: ${Object.values(BASIS_WORDS).join(", ")} are.`);
  }
  let units = numberIn(number, 0, MOST_UNITS);
  // A list of days alone counts days.
  if (number === "" && !columns.has("units") && typeof days === "number") {
    units = days;
    basis ??= "day";
  }
  if (units === null) problem("units-missing", "The units are missing.");
  if (units === "odd")
    problem("units-unreadable", `"${cell("units")}" is no number of units above 0 and up to ${MOST_UNITS}.`);
  const minutes = numberIn(cell("minutes").replace(/\s*min(?:ute)?s?\.?$/i, ""), 0, 1440);
  if (minutes === "odd") problem("minutes-unreadable", `"${cell("minutes")}" is no number of minutes of one unit.`);
  const charge = moneyIn(cell("charge"), 100_000_000);
  const chargeOfLine = moneyIn(cell("chargeOfLine"), 1_000_000_000);
  const inNetwork = moneyIn(cell("inNetwork"), 100_000_000);
  for (const [name, amount] of [
    ["charge", charge],
    ["chargeOfLine", chargeOfLine],
    ["inNetwork", inNetwork],
  ] as const) {
    if (amount === "odd") problem("charge-unreadable", `"${cell(name)}" is no amount of dollars above 0.`);
  }
  if (problems.length > 0) return problems;
  if (read.kind === "none" || typeof units !== "number" || days === "odd" || minutes === "odd") return problems;
  if (charge === "odd" || chargeOfLine === "odd" || inNetwork === "odd") return problems;
  return {
    row,
    code: read.code,
    modifiers: [...new Set([...read.modifiers, ...written])],
    units,
    basis,
    minutesPerUnit: minutes,
    charge:
      charge !== null
        ? { cents: charge, per: "unit" }
        : chargeOfLine === null
          ? null
          : { cents: chargeOfLine, per: "line" },
    days,
    inNetwork: inNetwork === null ? null : Number(`${inNetwork}e-2`),
  };
}

function numberIn(text: string, above: number, most: number): number | null | "odd" {
  if (text === "") return null;
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/.test(text)) return "odd";
  const number = Number(text.replaceAll(",", ""));
  return number > above && number <= most ? number : "odd";
}

/** Up to ten million dollars for a line, a tenth of it for a unit: so no sum of a list leaves what whole cents can hold. */
function moneyIn(text: string, most: number) {
  if (text === "") return null;
  const cents = parseMoney(text);
  return cents === null || cents <= 0 || cents > most ? "odd" : cents;
}
