import { KIND_OF, type LeftOutKind, type LeftOutReason } from "./left-out-reason.ts";

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
  /** Where it is in one table's column. */
  readonly table: string;
  readonly column: string;
  /** The first of them: the case's id, or what stands in the cell. */
  readonly example: string;
  /** Where the words themselves tell what to mend: the next ones that differ from it, two at most. */
  readonly others?: readonly string[];
}

/** Reasons that are told by more than their first example. */
const TOLD_BY_MORE: ReadonlySet<LeftOutReason> = new Set(["unknown-outcome"]);
const MOST_OTHERS = 2;

/** A cell can hold a letter: so much of it says which one it is. */
const LONGEST_EXAMPLE = 60;

/** Gathers what is left out, reason by reason. */
export class LeftOutList {
  readonly #found = new Map<string, LeftOut>();

  add(reason: LeftOutReason, table: string, column: string, example: string): void {
    const key = [reason, table, column].join("|");
    const known = this.#found.get(key);
    if (known !== undefined && !TOLD_BY_MORE.has(reason)) this.#found.set(key, { ...known, count: known.count + 1 });
    else {
      const one: LeftOut = { reason, table, column, example: shortened(example), count: 1 };
      this.#found.set(key, known === undefined ? one : joined(known, one));
    }
  }

  all(): LeftOut[] {
    return [...this.#found.values()];
  }
}

/** Two findings of one reason and place as one: the first's examples come first, each once whatever its capitals. */
export function joined(first: LeftOut, next: LeftOut): LeftOut {
  const count = first.count + next.count;
  if (!TOLD_BY_MORE.has(first.reason) || first.others?.length === MOST_OTHERS) return { ...first, count };
  const examples = new Map<string, string>();
  for (const { example, others = [] } of [first, next]) {
    for (const text of [example, ...others]) {
      if (!examples.has(text.toLowerCase())) examples.set(text.toLowerCase(), text);
    }
  }
  const others = [...examples.values()].slice(1, 1 + MOST_OTHERS);
  return others.length === 0 ? { ...first, count } : { ...first, count, others };
}

const SENTENCES: Readonly<Record<LeftOutReason, (of: LeftOut) => string>> = {
  "no-case-id": ({ table, count }) =>
    `${table}: ${rows(count)} without a case id, not counted. ${table === "Cases" ? "Give each an id of its own." : "Copy the id from Cases."}`,
  "same-case-id": ({ count, example }) =>
    `Cases: ${rows(count)} with a case id that another row has (${example}), counted once. Give each case its own.`,
  "sent-later": ({ count }) => `Cases: ${requests(count)} sent after the as-of day, not counted yet.`,
  "renewal-later": ({ count }) =>
    `AuthorizationPeriods: ${rows(count)} of renewals sent after the as-of day, with their service lines, not counted yet.`,
  "decided-later": ({ table, count }) => `${table}: ${count} decided after the as-of day, pending on it.`,
  "unknown-outcome": ({ count, example, others = [] }) =>
    `Cases: ${requests(count)} with an outcome that is none of the ledger's words ("${[example, ...others].join('", "')}"), counted as pending.`,
  "asked-outcome": ({ count }) =>
    `Cases: ${requests(count)} whose outcome Review still asks about, counted as pending until it is answered.`,
  "won-but-denied": ({ count, example }) =>
    `Cases: ${count} denied with the appeal outcome Overturned (${example}), counted as denied. Set Outcome to Approved on appeal.`,
  "not-a-number": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with text where a number belongs ("${example}"), left out. Type the number alone.`,
  "not-a-day": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with text where a day belongs ("${example}"), left out. Type it as a date.`,
  "not-believable": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with a figure below 0 or above 10 million (${example}), left out.`,
  "number-as-text": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with a number kept as text ("${example}"), left out. Type the number alone, or turn the text into numbers (Data, Text to Columns, Finish).`,
  "percent-as-text": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with a percent as text ("${example}"), left out. Type 140 for 140 percent.`,
  "other-currency": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with an amount that is not in US dollars ("${example}"), left out. Type the US dollars it came to.`,
  "day-not-believable": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with a day before 2000 or after 2099 (${example}), left out.`,
  error: ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with an error in place of a value (${example}), left out. Type the value.`,
  "error-in-formula": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} whose formula shows an error (${example}), reckoned anew here. Bring the formula back by filling it down from a row that works.`,
  "no-result": ({ table, column, count }) =>
    `${table}, ${column}: ${cells(count)} with a formula that has no result, left out. Open the file in Excel, let it compute, and save it.`,
  "too-many-cells": ({ table, count, example }) =>
    `${table}: ${rows(count)} with more cells than headings (${example}), left out. A comma inside a value needs quotes around the value.`,
  "under-table": ({ table, count, example }) =>
    `${table}: ${rows(count)} right under the table and not in it (${example}), not counted. Drag the table's lower right corner down over ${count === 1 ? "it" : "them"}.`,
  "small-percent": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with a percent rate under 10 (${example}), taken as it stands. Type 140 for 140 percent.`,
  "small-percent-offered": ({ count, example }) =>
    `Offers, Rate: ${cells(count)} with a percent rate under 10 (${example}), left out. Type 140 for 140 percent.`,
  "unknown-word": ({ table, column, count, example }) =>
    `${table}, ${column}: ${cells(count)} with a word that is none of the ledger's ("${example}"), counted as not stated. Choose one from the cell's list.`,
  "totals-row": ({ table, count, example }) =>
    `${table}: ${rows(count)} of totals among the rows ("${example}"), not counted. Put sums outside the table.`,
  "no-table": ({ table }) =>
    `There is no table ${table}: what rests on it is blank. Give the table its name back, or update the ledger from the tracker.`,
  "other-name": ({ table, example }) =>
    `There is no table ${table}, but ${example} has its columns: nothing of it is counted. Give the table its name back (click into it, Table Design, Table Name).`,
  "bare-sheet": ({ table }) =>
    `The rows of ${table} are no table any more: nothing of them is counted. Click into them, choose Insert, Table, and name the table ${table}.`,
  "no-key": ({ table, column }) =>
    `${table} has no column ${column}: none of its rows can be told apart, and none is counted. Give the column its name back.`,
  "no-column": ({ table, column, example }) =>
    `${table} has no column ${column}${example === "" ? "" : ` (it has ${example}, which the ledger does not know)`}: what rests on it is blank. Give the column its name back.`,
  "same-column": ({ table, column }) =>
    `${table} has two columns ${column}: the first of them counts. Take the other out, or give it another name.`,
  "not-a-setting": ({ column, example }) =>
    `Settings, ${column}: "${example}" cannot be used there, and what the ledger starts with holds in its place. ${settingAdvice(column)}`,
  "unknown-setting": ({ column }) => `Settings: "${column}" is no setting of the ledger, not used.`,
  "same-setting": ({ column, count, example }) =>
    `Settings, ${column}: there ${count === 1 ? "twice" : `${count + 1} times`}, and the first of them counts (${example}). Take the ${count === 1 ? "other" : "others"} out.`,
  "not-a-table": ({ table }) => `${table} is no table of the ledger, not read.`,
  "unknown-case": ({ table, count, example }) =>
    `${table}: ${rows(count)} with a case id that Cases does not have or does not count (${example}), left out.`,
  "not-under-agreement": ({ count, example }) =>
    `Claims: ${rows(count)} of requests that are not granted (${example}), in no figure of payments.`,
  "served-later": ({ count }) => `Claims: ${rows(count)} served after the as-of day, not counted yet.`,
  "taken-back": ({ count, example }) =>
    `Claims: ${rows(count)} with a payment below 0 (${example}): taken off the payments received, and in no honour rate.`,
  "offered-later": ({ count }) => `Offers: ${rows(count)} made after the as-of day, not counted yet.`,
  "tried-later": ({ count }) => `AccessAttempts: ${rows(count)} of calls after the as-of day, not counted yet.`,
  "offer-not-placed": ({ count, example }) =>
    `Offers: ${rows(count)} ${count === 1 ? "that names no line of its" : "that name no line of their"} case ("${example}"), left out. Name the code.`,
  "offer-without-side": ({ count, example }) =>
    `Offers: ${rows(count)} ${count === 1 ? "that does" : "that do"} not say Payer or Provider (${example}), left out.`,
  "unknown-period": ({ count, example }) =>
    `ServiceLines: ${rows(count)} with a period id that AuthorizationPeriods does not have (${example}): without an outcome, so neither granted nor denied. Correct the id, or leave it blank to have the request's outcome apply.`,
  "same-line-id": ({ count, example }) =>
    `ServiceLines: ${rows(count)} with a line id that another row has (${example}), each counted. ${deleteCopies(count)}`,
  "same-period-id": ({ count, example }) =>
    `AuthorizationPeriods: ${rows(count)} with a period id that another row has (${example}), each counted; service lines go by the first. ${deleteCopies(count)}`,
  "same-claim": ({ count, example }) =>
    `Claims: ${rows(count)} with the request, claim number (${example}), day, code, units, billed and paid of another row, each counted. ${count === 1 ? "Delete it if it is a copy." : "Delete those that are copies."}`,
};

/**
 * One sentence: where, what was found, what happens meanwhile.
 *
 * @example "Claims, Paid: 2 cells with text where a number belongs ("n/a"), left out. Type the number alone."
 */
export function leftOutSentence(leftOut: LeftOut): string {
  return SENTENCES[leftOut.reason](leftOut);
}

/**
 * How much was left out, in one line; null where nothing was.
 *
 * @example "In all: 3 rows and 2 cells left out, 1 counted otherwise than it stands."
 */
export function leftOutTotal(leftOut: readonly LeftOut[]): string | null {
  const sum = (kind: LeftOutKind): number =>
    leftOut.filter(({ reason }) => KIND_OF[reason] === kind).reduce((all, { count }) => all + count, 0);
  const [lost, blank, gaps, notes] = [sum("row"), sum("cell"), sum("column or table"), sum("note")];
  const copies = sum("copy");
  const out = [lost > 0 ? rows(lost) : "", blank > 0 ? cells(blank) : ""].filter((part) => part !== "");
  const said = [
    out.length === 0 ? "" : `${out.join(" and ")} left out`,
    gaps === 0
      ? ""
      : `${gaps} ${gaps === 1 ? "column or table not as the ledger needs it" : "columns or tables not as the ledger needs them"}`,
    notes === 0 ? "" : `${notes} counted otherwise than ${notes === 1 ? "it stands" : "they stand"}`,
    copies === 0 ? "" : `${rows(copies)} that may stand twice`,
  ].filter((part) => part !== "");
  return said.length === 0 ? null : `In all: ${said.join(", ")}.`;
}

/** What a setting takes, as its label tells. */
function settingAdvice(label: string): string {
  if (label.endsWith("day")) return "Type it as a date.";
  return label.includes("percent")
    ? "Type a number from 0 to 1,000, without a sign."
    : "Type the dollars alone, such as 1150.";
}

function deleteCopies(count: number): string {
  return count === 1
    ? "Delete it if it is a copy; else give it an id of its own."
    : "Delete those that are copies; give the others ids of their own.";
}

function rows(count: number): string {
  return count === 1 ? "1 row" : `${count} rows`;
}
function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}
function requests(count: number): string {
  return count === 1 ? "1 request" : `${count} requests`;
}

/** As much of a cell's text as says which cell it is. @example shortened("x".repeat(99)).length is 60 */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST_EXAMPLE ? line : `${line.slice(0, LONGEST_EXAMPLE - 1)}…`;
}
