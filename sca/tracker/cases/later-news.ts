import type { FieldName } from "../claims/claim.ts";
import type { Settled } from "../claims/line-facts.ts";
import { samePerson } from "../people/same-person.ts";
import { type CaseLines, type SettledLine, valueOn } from "./case-lines.ts";

/** What later news of a request changes; who it is about and when it was sent stay as the first line has them. */
const NEWS: readonly FieldName[] = [
  "decided",
  "outcome",
  "denialReason",
  "model",
  "rate",
  "writtenConfirmation",
  "contactName",
  "contactPhone",
  "contactEmail",
  "costSharing",
  "authNumber",
  "authStart",
  "authEnd",
  "unitsAuthorized",
  "unitsUsed",
];

function named(line: SettledLine): string | undefined {
  return valueOn(line, "patient") ?? undefined;
}

/** A line that names its patient alone, without birth date or ID: in a table that has these, it speaks of someone known. */
function isShort(line: SettledLine): boolean {
  return line.fields.get("dob") === undefined && line.fields.get("memberId") === undefined;
}

/**
 * The earlier case that a line of a running log comes back to: the last one of the same person ("Kayla R." after "Kayla
 * Renn"), where the line itself leaves birth date and ID out. Undefined where the name fits two people.
 */
export function caseComeBackTo(line: SettledLine, cases: readonly CaseLines[]): CaseLines | undefined {
  const patient = named(line);
  if (patient === undefined || !isShort(line) || line.facts.caseNumber !== null) return undefined;
  const fitting = cases.filter((one) => {
    const [head] = one.lines;
    const name = head === undefined ? undefined : named(head);
    return head !== undefined && name !== undefined && !isShort(head) && samePerson(name, patient) !== false;
  });
  const payer = valueOn(line, "payer");
  const agreeing = fitting.filter(
    (one) => one.lines[0] !== undefined && (payer === undefined || (valueOn(one.lines[0], "payer") ?? payer) === payer),
  );
  const last = agreeing[agreeing.length - 1];
  const people = new Set(
    agreeing.map((one) => valueOn(one.lines[0] as SettledLine, "dob") ?? named(one.lines[0] as SettledLine)),
  );
  return people.size === 1 ? last : undefined;
}

/** Whether the line tells how an earlier request went on, rather than of a request of its own. */
export function isNewsOf(line: SettledLine, earlier: CaseLines): boolean {
  const sent = valueOn(line, "submitted");
  const known = earlier.lines.map((other) => valueOn(other, "submitted"));
  if (sent !== undefined && !known.includes(sent)) return false;
  return (
    line.fields.get("outcome") !== undefined ||
    line.fields.get("authNumber") !== undefined ||
    line.fields.get("decided") !== undefined
  );
}

/** Adds later news to the case: what it says anew counts, and the line keeps only its codes. */
export function addNews(home: CaseLines, line: SettledLine): void {
  const at = home.lines.length - 1;
  const last = home.lines[at];
  if (!last) return;
  const fields = new Map<FieldName, Settled>(last.fields);
  for (const [field, settled] of line.fields) {
    if (!fields.has(field) || (NEWS.includes(field) && settled.value !== null)) fields.set(field, settled);
  }
  const decided = line.fields.get("outcome")?.value;
  if (decided !== undefined && decided !== "denied" && decided !== "approvedOnAppeal") fields.delete("denialReason");
  home.lines[at] = { facts: last.facts, fields };
  home.lines.push({ facts: line.facts, fields: new Map() });
}
