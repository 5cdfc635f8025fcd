import type { TrackedCase } from "../tracker/tracked-case.ts";
import { caseRow } from "./case-rows.ts";
import { type Imprint, imprintOf, readImprint } from "./imprint.ts";
import { type LedgerRow, textIn } from "./ledger-row.ts";
import { normalizedName } from "./normalized-name.ts";
import { readTable } from "./read-ledger.ts";
import { CASES_TABLE } from "./tables/cases-table.ts";
import type { LedgerContent } from "./workbook-plan.ts";

/** What speaks for two records being the same case when their values agree, and against it when they differ. */
const EVIDENCE: ReadonlyMap<string, { readonly agree: number; readonly differ: number }> = new Map([
  ["Patient", { agree: 4, differ: 2 }],
  ["Date of birth", { agree: 3, differ: 2 }],
  ["Member id", { agree: 4, differ: 2 }],
  ["Group number", { agree: 1, differ: 0 }],
  ["Submitted", { agree: 2, differ: 1 }],
  ["Decided", { agree: 1, differ: 0 }],
  ["Payer", { agree: 0.5, differ: 0.5 }],
]);
const OTHER_FIELD = 0.25;
const SAME_AUTH_NUMBER = 4;
const OTHER_AUTH_NUMBERS = -1;
const SAME_PLACE = 1;
const ALL_THE_SAME = 3;
const ENOUGH = 3;
/** A clue that more earlier cases share than this tells nobody apart, such as a clinic's one initial. */
const MOST_CANDIDATES = 60;

/** The first row or column of a case; the sheet is null for a text file. */
interface Place {
  readonly sheet: string | null;
  readonly first: string;
}

const TRACKED_HEADINGS = CASES_TABLE.columns
  .filter((column) => column.origin === "tracker")
  .map((column) => column.heading);

const OTHER_WEIGHT = { agree: OTHER_FIELD, differ: 0 };
const WEIGHTS = TRACKED_HEADINGS.map((heading) => EVIDENCE.get(heading) ?? OTHER_WEIGHT);

interface KnownCase {
  readonly id: string;
  readonly clues: ReadonlySet<string>;
  /** What its cells say now, and what was last imported, in the order of the tracked headings. */
  readonly current: readonly string[];
  readonly imported: readonly string[];
  readonly place: Place;
  readonly authNumbers: Set<string>;
}

/**
 * Finds the earlier ledger's id for each case, one to one, the surest pairs first. Values may have been corrected on
 * either side, rows may have moved: what was imported last time and what the ledger says now both count as evidence.
 * Returns ids by the case's index; a case that is not among them is new.
 */
export function matchCases(cases: readonly TrackedCase[], previous: LedgerContent): Map<number, string> {
  const known = knownCases(previous);
  const byClue = new Map<string, number[]>();
  known.forEach((entry, index) => {
    for (const clue of entry.clues) {
      const others = byClue.get(clue);
      if (others === undefined) byClue.set(clue, [index]);
      else others.push(index);
    }
  });
  const pairs: { score: number; now: number; then: number }[] = [];
  cases.forEach((entry, now) => {
    const row = caseRow(entry, "").row;
    const numbers = authNumbersOf(entry);
    const place = placeOf(entry);
    const values = comparables((heading) => imprintOf(row.get(heading)));
    const found = cluesOf(row, numbers, place).map((clue) => byClue.get(clue) ?? []);
    const candidates = new Set(found.filter((others) => others.length <= MOST_CANDIDATES).flat());
    for (const then of candidates) {
      const score = likeness(values, numbers, place, known[then] as KnownCase);
      if (score >= ENOUGH) pairs.push({ score, now, then });
    }
  });
  pairs.sort(
    (a, b) =>
      b.score - a.score || Math.abs(a.now - a.then) - Math.abs(b.now - b.then) || a.now - b.now || a.then - b.then,
  );
  const ids = new Map<number, string>();
  const used = new Set<number>();
  for (const { now, then } of pairs) {
    if (ids.has(now) || used.has(then)) continue;
    ids.set(now, (known[then] as KnownCase).id);
    used.add(then);
  }
  return ids;
}

function likeness(values: readonly string[], numbers: ReadonlySet<string>, place: Place, known: KnownCase): number {
  let score = 0;
  let allTheSame = true;
  values.forEach((now, at) => {
    const imported = known.imported[at] ?? "";
    const current = known.current[at] ?? "";
    if (now !== imported) allTheSame = false;
    if (now === "" || (imported === "" && current === "")) return;
    const weight = WEIGHTS[at] ?? OTHER_WEIGHT;
    score += now === imported || now === current ? weight.agree : -weight.differ;
  });
  if ([...numbers].some((number) => known.authNumbers.has(number))) score += SAME_AUTH_NUMBER;
  else if (numbers.size > 0 && known.authNumbers.size > 0) score += OTHER_AUTH_NUMBERS;
  if (place.first === known.place.first && (place.sheet ?? known.place.sheet) === known.place.sheet)
    score += SAME_PLACE;
  return score + (allTheSame ? ALL_THE_SAME : 0);
}

/** The imprints of the tracked headings, as they are compared. */
function comparables(imprint: (heading: string) => string): string[] {
  return TRACKED_HEADINGS.map((heading) =>
    heading === "Patient" ? normalizedName(imprint(heading)) : imprint(heading),
  );
}

function knownCases(previous: LedgerContent): KnownCase[] {
  const imported = importedRecords(previous);
  const numbers = new Map<string, Set<string>>();
  const addNumber = (caseId: string, number: string): void => {
    if (number === "") return;
    numbers.set(caseId, (numbers.get(caseId) ?? new Set()).add(number));
  };
  for (const row of readTable(previous, "AuthorizationPeriods")?.rows ?? []) {
    const caseId = textIn(row, "Case id");
    addNumber(caseId, textIn(row, "Auth number"));
    addNumber(caseId, imported.get(textIn(row, "Period id"))?.imprint.get("Auth number") ?? "");
  }
  const rows = readTable(previous, "Cases")?.rows ?? [];
  return rows.flatMap((current) => {
    const id = textIn(current, "Case id");
    const record = imported.get(id);
    // A case that the user added was never in the tracker; without any record of imports every row may have been.
    if (id === "" || (record === undefined && imported.size > 0)) return [];
    const before: Imprint = record?.imprint ?? new Map();
    const place = record?.place ?? { sheet: null, first: "" };
    const authNumbers = numbers.get(id) ?? new Set<string>();
    return [
      {
        id,
        clues: new Set([...cluesOf(current, authNumbers, place), ...cluesOf(new Map(before), new Set(), place)]),
        current: comparables((heading) => imprintOf(current.get(heading))),
        imported: comparables((heading) => before.get(heading) ?? ""),
        place,
        authNumbers,
      },
    ];
  });
}

/** What was last taken from the tracker, by record id, with the place it came from. */
export function importedRecords(previous: LedgerContent): Map<string, { imprint: Imprint; place: Place }> {
  const records = new Map<string, { imprint: Imprint; place: Place }>();
  for (const row of readTable(previous, "Imported")?.rows ?? []) {
    const first = /^(?:columns? )?([A-Z]+|\d+)/.exec(textIn(row, "Rows"))?.[1];
    records.set(textIn(row, "Record"), {
      imprint: readImprint(textIn(row, "Values")),
      place: { sheet: textIn(row, "Sheet"), first: first ?? "" },
    });
  }
  return records;
}

function authNumbersOf(entry: TrackedCase): Set<string> {
  return new Set(entry.periods.flatMap((period) => (period.authNumber === undefined ? [] : [period.authNumber])));
}

function placeOf(entry: TrackedCase): Place {
  const { sheet, rows, columns } = entry.source;
  return { sheet, first: rows.length > 0 ? String(Math.min(...rows)) : (columns?.[0] ?? "") };
}

function cluesOf(row: LedgerRow, numbers: ReadonlySet<string>, place: Place): string[] {
  const clues = [...numbers].map((number) => `auth:${number}`);
  const name = normalizedName(textIn(row, "Patient"));
  if (name !== "") clues.push(`name:${name}`);
  for (const heading of ["Date of birth", "Member id"]) {
    const text = imprintOf(row.get(heading));
    if (text !== "") clues.push(`${heading}:${text}`);
  }
  return [...clues, `place:${place.first}`];
}
