/** What of a ledger no measure counts, or not as it stands there, and why. */
export type LeftOutReason =
  | "no-case-id"
  | "same-case-id"
  | "sent-later"
  | "decided-later"
  | "unknown-outcome"
  | "asked-outcome"
  | "won-but-denied"
  | "not-a-number"
  | "not-a-day"
  | "not-believable"
  | "no-column"
  | "unknown-case"
  | "not-under-agreement"
  | "served-later"
  | "taken-back"
  | "offered-later"
  | "offer-not-placed"
  | "offer-without-side";

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
  /** Where it is in one table's column. */
  readonly table: string;
  readonly column: string;
  /** The first of them: the case's id, or what stands in the cell. */
  readonly example: string;
}

/** Gathers what is left out, reason by reason. */
export class LeftOutList {
  readonly #found = new Map<
    string,
    { reason: LeftOutReason; table: string; column: string; example: string; n: number }
  >();

  add(reason: LeftOutReason, table: string, column: string, example: string): void {
    const key = [reason, table, column].join("|");
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { reason, table, column, example, n: 1 });
    else known.n += 1;
  }

  all(): LeftOut[] {
    return [...this.#found.values()].map(({ n, ...found }) => ({ ...found, count: n }));
  }
}

const SENTENCES: Readonly<Record<LeftOutReason, (of: LeftOut) => string>> = {
  "no-case-id": ({ table, count }) =>
    `${table}: ${rows(count)} without a case id, not counted. Copy the id from Cases.`,
  "same-case-id": ({ count, example }) =>
    `Cases: ${rows(count)} with a case id that another row has (${example}), counted once. Give each case its own.`,
  "sent-later": ({ count }) => `Cases: ${requests(count)} sent after the as-of day, not counted yet.`,
  "decided-later": ({ table, count }) => `${table}: ${count} decided after the as-of day, pending on it.`,
  "unknown-outcome": ({ count, example }) =>
    `Cases: ${requests(count)} with an outcome that is none of the ledger's words ("${example}"), counted as pending.`,
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
  "no-column": ({ table, column }) =>
    `${table} has no column ${column}: what rests on it is blank. Give the column its name back.`,
  "unknown-case": ({ table, count, example }) =>
    `${table}: ${rows(count)} with a case id that Cases does not have or does not count (${example}), left out.`,
  "not-under-agreement": ({ count, example }) =>
    `Claims: ${rows(count)} of requests that are not granted (${example}), in no figure of payments.`,
  "served-later": ({ count }) => `Claims: ${rows(count)} served after the as-of day, not counted yet.`,
  "taken-back": ({ count, example }) =>
    `Claims: ${rows(count)} with a payment below 0 (${example}): taken off the payments received, and in no honour rate.`,
  "offered-later": ({ count }) => `Offers: ${rows(count)} made after the as-of day, not counted yet.`,
  "offer-not-placed": ({ count, example }) =>
    `Offers: ${rows(count)} that name no line of their case ("${example}"), left out. Name the code.`,
  "offer-without-side": ({ count, example }) =>
    `Offers: ${rows(count)} that do not say Payer or Provider (${example}), left out.`,
};

/**
 * One sentence: where, what was found, what happens meanwhile.
 *
 * @example "Claims, Paid: 2 cells with text where a number belongs ("n/a"), left out. Type the number alone."
 */
export function leftOutSentence(leftOut: LeftOut): string {
  return SENTENCES[leftOut.reason](leftOut);
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
