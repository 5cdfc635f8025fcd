import { MODEL_WORDS, OUTCOME_WORDS } from "../../sca/tracker/review/code-words.ts";
import { shuffledNumbers } from "./shuffled-numbers.ts";

type Pick = <Item>(...from: readonly Item[]) => Item;

const OUTCOMES = [...OUTCOME_WORDS.words, "Approved", "approved", "Partially approved", "Approved on appeal", ""];
const MODELS = [...MODEL_WORDS.words, ...MODEL_WORDS.words, ""];
const CODES = ["90837", "90834", "00100", "h0015", "H0015"];
const ASKED = [
  "",
  "",
  "",
  "",
  "",
  "",
  "Outcome",
  "Agreed rate",
  "Units authorized; Rate model",
  "Codes",
  "Payer;Submitted",
  "Member id",
];
const DAYS = [
  "2025-10-20",
  "2025-12-24",
  "2026-01-05",
  "1/9/2026",
  "2026-02-02",
  "2026-03-11",
  "2026-05-04",
  "2026-02-02 08:30",
  "2026-03-11T00:00:00Z",
  "",
];
const RATES = ["140", "120.5", "850", "162.375", "99.995", "0", ""];
const UNITS = ["4", "12", "2.5", "0", "", ""];
/** Cells that are none of what their columns hold. */
const STRAY = [
  "n/a",
  "$1,200",
  "EUR 90",
  "150%",
  "-20",
  "20000000",
  "1_000",
  "nan",
  "soon",
  "1850-01-01",
  "2026-09-05 to 2026-10-01",
];

/**
 * For tests: a ledger's tables as people leave them, as records of text with their headings: two rows of one id, claim
 * lines that stand twice, codes on several lines, authorizations that nobody has, words and figures that belong elsewhere. The same in
 * every run.
 */
export function untidyTables(seed: number, cases: number, strayOneIn: number): ReadonlyMap<string, string[][]> {
  const below = shuffledNumbers(seed);
  const pick: Pick = (...from) => from[below(from.length)] as (typeof from)[number];
  const chance = (oneIn: number): boolean => below(oneIn) === 0;
  const cell = (from: readonly string[]): string => (chance(strayOneIn) ? pick(...STRAY) : pick(...from));
  /** An id as it is typed, pasted from a letter, or with what nobody sees behind it. */
  const written = (id: string): string =>
    chance(30) ? pick(` ${id}`, `${id}\u200b`, id.replace("-", "\u2013"), `${id}\u00a0`) : id;
  const idOf = (at: number): string => written(chance(40) ? "" : chance(40) ? `case-${pick(1, 2, 3)}` : `Case-${at}`);
  const tables: Record<string, string[][]> = {
    Cases: [
      [
        "Case id",
        "Payer",
        "Outcome",
        "Submitted",
        "Decided",
        "Rate model",
        "Agreed rate",
        "Asked in Review",
        "Appeal outcome",
        "Trigger",
        "Next touch",
      ],
    ],
    AuthorizationPeriods: [
      [
        "Period id",
        "Case id",
        "Period",
        "Outcome",
        "Submitted",
        "Decided",
        "First covered day",
        "Last covered day",
        "Units authorized",
        "Units used",
        "Rate model",
        "Agreed rate",
        "Asked in Review",
      ],
    ],
    ServiceLines: [
      [
        "Line id",
        "Case id",
        "Period id",
        "Code",
        "Modifiers",
        "Rate model",
        "Agreed rate",
        "Units requested",
        "Units authorized",
        "Units used",
        "Unit basis",
        "Asked in Review",
        "Benchmark",
        "Own benchmark",
        "Billed charge",
        "Priced for",
      ],
    ],
    Offers: [["Case id", "Round", "Date", "Side", "Code", "Rate model", "Rate", "Unit basis", "Units"]],
    Claims: [["Case id", "Date of service", "Code", "Units", "Paid", "Expected", "Claim number", "Billed"]],
    MedicareRates: [
      ["Benchmark", "Stated amount"],
      ["B-90837", "120.555"],
      ["b-h0015", "88.4"],
      ["B-90837", "1"],
      ["B-0", "0"],
    ],
    Holidays: [
      ["Day", "Holiday"],
      ["2025-12-25", "Christmas"],
      ["2026-01-01", "New year"],
    ],
  };
  /** A row, and now and then a copy of it with its id in other letters. */
  const push = (table: string, copyOneIn: number, row: readonly string[]): void => {
    tables[table]?.push([...row]);
    if (chance(copyOneIn))
      tables[table]?.push(row.map((text, at) => (at === 0 ? pick(text, text.toLowerCase()) : text)));
  };
  const open = (from: readonly string[]): string => (chance(12) ? "Not stated" : cell(from));
  for (let at = 0; at < cases; at++) {
    const id = idOf(at);
    tables["Cases"]?.push([
      id,
      pick("Aetna", "AETNA", "Cigna", "Cigna\u00a0", "Soci\u00e9t\u00e9", 'O\'Hara, "Sons"', ""),
      cell(OUTCOMES),
      cell(DAYS),
      cell(DAYS),
      cell(MODELS),
      cell(RATES),
      pick(...ASKED),
      pick("", "Upheld", "Overturned"),
      pick("", "Distance", "Moon"),
      cell(DAYS),
    ]);
    const periods = below(4);
    for (let period = 0; period < periods; period++) {
      push("AuthorizationPeriods", 15, [
        `${id}/${period}`,
        idOf(at),
        pick(String(period), ""),
        pick("", "", "Denied", "Pending", "Not stated", "Approved", "Moon"),
        pick("", "", "", ...DAYS),
        pick("", "", ...DAYS),
        cell(DAYS),
        cell(DAYS),
        cell(UNITS),
        cell(UNITS),
        open(["", "", ...MODELS]),
        open(["", "", ...RATES]),
        pick(...ASKED),
      ]);
    }
    for (let line = below(4); line > 0; line--) {
      const code = pick(...CODES);
      push("ServiceLines", 15, [
        `${id}-${line}`,
        idOf(at),
        chance(2) ? "" : `${pick(id, id.toLowerCase())}/${below(periods + 1)}`,
        code,
        pick("", "", "HM", "HM, 95", "95 HM"),
        open(["", "", ...MODELS]),
        cell(["", ...RATES]),
        cell(UNITS),
        cell(UNITS),
        cell(UNITS),
        pick("", "Visit", "Day", "hour"),
        pick(...ASKED),
        pick("", `B-${code}`, "b-90837", "B-0"),
        cell(["", "", "99.995", "0.004"]),
        cell(["", "210.505", "0"]),
        pick("", "2026-01-05"),
      ]);
    }
    for (let offer = below(4); offer > 0; offer--) {
      tables["Offers"]?.push([
        idOf(at),
        cell(["1", "2", ""]),
        cell(DAYS),
        pick("Payer", "Provider", "provider", ""),
        pick("", "", ...CODES, "90837-HM"),
        cell(MODELS),
        cell([...RATES, "9", "300"]),
        pick("", "", "Visit", "Day"),
        pick("", "10"),
      ]);
    }
    for (let claim = below(4); claim > 0; claim--) {
      push("Claims", 3, [
        idOf(at),
        cell(DAYS),
        pick(...CODES, ""),
        cell(UNITS),
        cell(["", "0", "120.1", "300", "-40", "162.375"]),
        cell(["", "", "162.375", "300"]),
        pick("", `CLM-${at}`, `CLM-${at}`),
        cell(["", "300"]),
      ]);
    }
    if (chance(60)) tables["Claims"]?.push(["Total", "", "", "", "4000", "", "", ""]);
  }
  return new Map(Object.entries(tables));
}

/** For tests: records as comma-separated text. */
export function recordText(records: readonly (readonly string[])[]): string {
  const field = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return records.map((record) => `${record.map(field).join(",")}\n`).join("");
}
