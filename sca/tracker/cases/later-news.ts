import type { FieldName } from "../claims/claim.ts";
import type { Settled } from "../claims/line-facts.ts";
import { LINE_FIELDS } from "../claims/line-fields.ts";
import { samePerson } from "../people/same-person.ts";
import { type CaseLines, type SettledLine, valueOn } from "./case-lines.ts";

/** Who a request is about and when it was sent: later news of it change the rest. */
const AS_SENT: ReadonlySet<FieldName> = new Set<FieldName>([
  "payer",
  "patient",
  "dob",
  "memberId",
  "groupNumber",
  "levelOfCare",
  "trigger",
  "submitted",
]);

const NEWS: readonly FieldName[] = LINE_FIELDS.filter((field) => !AS_SENT.has(field));

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
  if (people.size !== 1 || last === undefined) return undefined;
  return laterRequestOf(last, cases) ?? last;
}

/** A later request of the same person, told under their name alone: what comes after it is its news. */
function laterRequestOf(first: CaseLines, cases: readonly CaseLines[]): CaseLines | undefined {
  const name = first.lines[0] === undefined ? undefined : named(first.lines[0]);
  return cases.slice(cases.indexOf(first) + 1).findLast((one) => {
    const [head] = one.lines;
    const other = head === undefined ? undefined : named(head);
    return (
      head !== undefined &&
      other !== undefined &&
      isShort(head) &&
      name !== undefined &&
      samePerson(other, name) === true
    );
  });
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

/** Whether a line's notes speak of an appeal: a yes after a no is then its success. */
function tellsOfAppeal(line: SettledLine): boolean {
  return line.facts.notes.some(({ text }) =>
    /\b(?:appeal\w*|grievance|reconsider\w*|recon|p2p|peer[- ]to[- ]peer|external review|iro)\b/i.test(text),
  );
}

/** Whether the line of a request refused before tells that its appeal was won. */
export function winsAppeal(line: SettledLine, home: CaseLines): boolean {
  const told = home.lines.findLast((other) => valueOn(other, "outcome") !== undefined);
  if (told === undefined || valueOn(told, "outcome") !== "denied") return false;
  const answer = valueOn(line, "outcome");
  if (answer === "approvedOnAppeal") return true;
  return (answer === "approved" || answer === "partiallyApproved") && tellsOfAppeal(line);
}

/** Adds later news to the case: what it says anew counts, and the line keeps only its codes. */
export function addNews(home: CaseLines, line: SettledLine): void {
  const at = home.lines.findLastIndex((other) => other.fields.size > 0);
  const last = home.lines[at];
  if (!last) return;
  const fields = new Map<FieldName, Settled>(last.fields);
  const refused = valueOn(last, "outcome") === "denied";
  for (const [field, settled] of line.fields) {
    if (!fields.has(field) || (NEWS.includes(field) && settled.value !== null)) fields.set(field, settled);
  }
  const answer = fields.get("outcome");
  if (refused && answer?.value === "approved" && [...home.lines, line].some(tellsOfAppeal))
    fields.set("outcome", { ...answer, value: "approvedOnAppeal" });
  const decided = fields.get("outcome")?.value;
  if (decided !== undefined && decided !== "denied" && decided !== "approvedOnAppeal") fields.delete("denialReason");
  home.lines[at] = { facts: last.facts, fields };
  home.lines.push({ facts: line.facts, fields: new Map() });
}
