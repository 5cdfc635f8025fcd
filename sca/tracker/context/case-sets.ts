import type { ColumnMeaning } from "../columns/column-meaning.ts";
import type { Meaning } from "../headings/meaning.ts";

const IDENTITY: readonly Meaning[] = ["patient", "patientFirst", "patientLast", "memberId", "dob"];
const ANSWER: readonly Meaning[] = [
  "outcome",
  "submitted",
  "decided",
  "authNumber",
  "authStart",
  "authSpan",
  "rate",
  "trigger",
  "writtenConfirmation",
  "reply",
  "request",
  "denialReason",
  "costSharing",
  "unitsAuthorized",
  "unitsUsedOfAuthorized",
  "rateModel",
  "ratePercent",
];

const SURE = 0.5;

/**
 * Whether a table of these columns tracks requests, and is no census, price list, look-up or summary. `named`: its sheet is
 * named after the patient.
 */
export function holdsCases(columns: readonly ColumnMeaning[], named = false): boolean {
  const meanings = new Set(
    columns
      .filter((column) => column.confidence >= 0.34 && column.profile.filled > 0)
      .flatMap((column) => column.meanings),
  );
  const identity = IDENTITY.filter((meaning) => meanings.has(meaning)).length;
  const answer = ANSWER.filter((meaning) => meanings.has(meaning)).length;
  // A table is not believed to track requests by columns that might mean anything.
  const sure = ANSWER.some((meaning) =>
    columns.some(
      (column) => column.confidence >= SURE && column.profile.filled > 0 && column.meanings.includes(meaning),
    ),
  );
  const person = named || meanings.has("patient") || meanings.has("patientFirst") || meanings.has("patientLast");
  const prose = columns.some((column) => column.profile.averageLength > 45 && column.profile.filled >= 2);
  if (!person && !(meanings.has("memberId") && answer >= 3)) return false;
  if (answer >= 3) return true;
  if (answer >= 2 && sure && (identity >= 2 || meanings.has("payer"))) return true;
  if (identity >= 2 && meanings.has("payer") && meanings.has("outcome")) return true;
  // Requests still out: sent, for this code, to this plan, and no more yet.
  if (
    identity >= 2 &&
    ["submitted", "payer"].every((meaning) => meanings.has(meaning as Meaning)) &&
    (meanings.has("code") || meanings.has("codeRequested"))
  )
    return true;
  // Short notes count where they tell what became of requests.
  const told = columns.some(
    ({ meanings: [first], profile }) =>
      (first === "notes" || first === "reply") && profile.averageLength >= 12 && profile.outcome >= 0.4,
  );
  if (told && identity >= 2 && meanings.has("payer")) return true;
  const stories = columns.some((column) => column.profile.averageLength > 90 && column.profile.filled >= 3);
  if (stories && person) return true;
  return prose && identity >= 1 && (meanings.has("payer") || answer >= 1);
}
