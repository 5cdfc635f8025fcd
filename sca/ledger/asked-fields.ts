import { CASE_HEADINGS } from "./case-headings.ts";
import { imprintOf } from "./imprint.ts";
import { type LedgerRow, textIn } from "./ledger-row.ts";

/** The column that names what Review asks about a row: until it is settled, no dollars are reckoned from those values. */
export const ASKED = "Asked in Review";

/** Fields of authorizations and services, and what stands for several, in the ledger's words. */
const OTHER_HEADINGS = {
  authNumber: "Auth number",
  authStart: "First covered day",
  authEnd: "Last covered day",
  unitsAuthorized: "Units authorized",
  unitsUsed: "Units used",
  units: "Units authorized",
  code: "Code",
  services: "Codes",
  periods: "Authorizations",
} as const;

/** A field in the ledger's words; one that has none stands as it is. */
export function fieldHeading(field: string): string {
  const headings: Readonly<Record<string, string>> = { ...OTHER_HEADINGS, ...CASE_HEADINGS };
  return headings[field] ?? field;
}

/**
 * What is asked about a record, as its cell says it; blank for nothing.
 *
 * @example askedText(["rate", "authEnd"]) is "Agreed rate; Last covered day"
 */
export function askedText(review: readonly string[] | undefined): string {
  return [...new Set((review ?? []).map(fieldHeading))].join("; ");
}

/** The fields that a cell of the column names; `units` where the record is a service line. */
export function askedFields(row: LedgerRow, isLine = false): string[] {
  const text = textIn(row, ASKED);
  if (text === "") return [];
  const headings = text
    .split(";")
    .map((heading) => heading.trim())
    .filter((heading) => heading !== "");
  return headings.map((heading) => {
    if (heading === OTHER_HEADINGS.units) return isLine ? "units" : "unitsAuthorized";
    const known = Object.entries({ ...CASE_HEADINGS, ...OTHER_HEADINGS }).find(([, own]) => own === heading);
    return known?.[0] ?? heading;
  });
}

/** What makes up the dollars of an authorization or a line; "Code" stands for "Codes" too. */
export const DOLLAR_FIELDS: readonly string[] = ["Outcome", "Agreed rate", "Rate model", "Units authorized", "Code"];

/** True where a text of the column names one of the headings. */
export function namesAny(text: string, headings: readonly string[]): boolean {
  if (text === "") return false;
  const lower = text.toLowerCase();
  return headings.some((heading) => lower.includes(heading.toLowerCase()));
}

/** The same as a formula, over an expression that gives such a text. */
export function namesAnyFormula(text: string, headings: readonly string[]): string {
  if (headings.length === 1) return `ISNUMBER(SEARCH("${headings[0]}",${text}))`;
  return `SUMPRODUCT(--ISNUMBER(SEARCH({${headings.map((heading) => `"${heading}"`).join(",")}},${text})))>0`;
}

/** A value that the user put right in the ledger is settled there, whatever the tracker's cell still says. */
export function dropCorrected(row: LedgerRow, planned: LedgerRow): void {
  const asked = textIn(row, ASKED).split("; ");
  const open = asked.filter((heading) => imprintOf(row.get(heading)) === imprintOf(planned.get(heading)));
  if (open.length === asked.length) return;
  if (open.length === 0) row.delete(ASKED);
  else row.set(ASKED, open.join("; "));
}
