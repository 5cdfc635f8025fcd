import type { LineFacts } from "../claims/line-facts.ts";
import { samePerson } from "../people/same-person.ts";
import { type CaseLines, type SettledLine, settleLine, valueOn } from "./case-lines.ts";
import { numberBefore } from "./derived-number.ts";
import { addNews, caseComeBackTo, isNewsOf, winsAppeal } from "./later-news.ts";
import { caseNamedIn } from "./named-in-passing.ts";

/** What a line says about whose it is, leaving out what merged or ditto cells only repeat. */
interface Identity {
  readonly own: boolean;
  readonly patient: string | undefined;
  readonly memberId: string | undefined;
  readonly dob: string | undefined;
}

function identityOf(line: SettledLine): Identity {
  const patient = line.fields.get("patient");
  const carried =
    patient !== undefined &&
    line.facts.record.values.some((value) => value.carried && patient.cells.includes(value.cell));
  return {
    own: patient?.value !== null && patient !== undefined && !carried && !line.facts.marks.dittoPatient,
    patient: valueOn(line, "patient") ?? undefined,
    memberId: valueOn(line, "memberId") ?? undefined,
    dob: valueOn(line, "dob") ?? undefined,
  };
}

function sameIdentity(a: Identity, b: Identity): boolean {
  if (a.memberId !== undefined && b.memberId !== undefined && a.memberId === b.memberId) {
    return a.patient === undefined || b.patient === undefined || samePerson(a.patient, b.patient) !== false;
  }
  if (a.patient === undefined || b.patient === undefined) return false;
  const person = samePerson(a.patient, b.patient);
  if (a.dob !== undefined && b.dob !== undefined) return person !== false && a.dob === b.dob;
  if (a.memberId !== undefined && b.memberId !== undefined) return false;
  return person === true || person === "maybe";
}

function codesOf(line: SettledLine): string {
  return line.facts.services.map((service) => `${service.code}-${service.modifiers.join("-")}`).join(",");
}

/** Rows that spell out the same request once per code: everything equal but the code. */
function repeatsForAnotherCode(line: SettledLine, last: SettledLine): boolean {
  const submitted = valueOn(line, "submitted");
  if (submitted === undefined || submitted !== valueOn(last, "submitted")) return false;
  if (codesOf(line) === "" || codesOf(last) === "" || codesOf(line) === codesOf(last)) return false;
  const equal = (field: "authNumber" | "decided" | "authStart") => {
    const a = valueOn(line, field);
    const b = valueOn(last, field);
    return a === b || a === undefined || b === undefined;
  };
  return equal("authNumber") && equal("decided") && equal("authStart") && codesOf(line).split(",").length === 1;
}

/** Whether the line states a request or an answer of its own. */
function isOwnRequest(line: SettledLine): boolean {
  const { ditto } = line.facts;
  const states = (field: "submitted" | "outcome" | "decided") =>
    line.fields.get(field) !== undefined && !ditto.has(field);
  return states("submitted") || (states("outcome") && states("decided"));
}

/** The case whose number this one is made from ("0250x" from "0250"), where the line names the same person. */
function derivedFrom(
  number: string,
  identity: Identity,
  byNumber: ReadonlyMap<string, CaseLines>,
): CaseLines | undefined {
  const before = numberBefore(number);
  const known = before === null ? undefined : byNumber.get(before);
  const patient = known?.lines[0] && identityOf(known.lines[0]).patient;
  return patient !== undefined && identity.patient !== undefined && samePerson(patient, identity.patient) !== false
    ? known
    : undefined;
}

function numberKey(text: string): string {
  return text.toLowerCase().replace(/\s+/g, "");
}

/**
 * Puts the lines of one sheet together into cases: by block, by case number, by what a line says of an earlier one, by
 * cells that are merged, blank or ditto; a full line of its own is a case of its own.
 */
/** The line with what its "same" and ditto marks repeat put in, from these earlier lines, nearest first. */
function withRepeats(line: SettledLine, earlier: readonly SettledLine[]): SettledLine {
  if (line.facts.ditto.size === 0) return line;
  const fields = new Map(line.fields);
  for (const field of line.facts.ditto) {
    if (fields.has(field)) continue;
    // "same" beside a code is what that code was given before, not what stands on the line above.
    const ofCode =
      field === "rate" || field === "model"
        ? earlier.find((other) => other.fields.has(field) && codesOf(line) !== "" && codesOf(other) === codesOf(line))
        : undefined;
    const source = ofCode ?? earlier.find((other) => other.fields.has(field));
    const settled = source?.fields.get(field);
    if (settled) fields.set(field, settled);
    const model = source?.fields.get("model");
    if (field === "rate" && settled && model && !fields.has("model")) fields.set("model", model);
  }
  return { facts: line.facts, fields };
}

function withPatient(line: SettledLine, previous: SettledLine): SettledLine {
  const patient = previous.fields.get("patient");
  if (!patient || line.fields.has("patient")) return line;
  return { facts: line.facts, fields: new Map(line.fields).set("patient", patient) };
}

/** Whether rows of this sheet carry on earlier ones: then a row with ditto marks does too, even with dates of its own. */
function hasChildRows(facts: readonly LineFacts[]): boolean {
  return (
    facts.some((line) => line.marks.continues) ||
    facts.some((line) => {
      const settled = settleLine(line);
      return (
        line.record.block === null &&
        (line.marks.dittoPatient || settled.fields.get("patient") === undefined) &&
        !isOwnRequest(settled) &&
        line.services.length > 0
      );
    })
  );
}

export function groupLines(
  sheet: string | null,
  columnwise: boolean,
  facts: readonly LineFacts[],
  earlier: readonly CaseLines[],
  onLine: () => void = () => {},
): CaseLines[] {
  const cases: CaseLines[] = [];
  const byBlock = new Map<number, CaseLines>();
  const byNumber = new Map<string, CaseLines>();
  const numberCounts = new Map<string, number>();
  for (const line of facts) {
    if (line.caseNumber)
      numberCounts.set(numberKey(line.caseNumber), (numberCounts.get(numberKey(line.caseNumber)) ?? 0) + 1);
  }
  let current: CaseLines | null = null;
  let previous: SettledLine | null = null;
  const childRows = hasChildRows(facts);
  const open = (line: SettledLine): CaseLines => {
    const opened: CaseLines = { sheet, columnwise, lines: [line] };
    cases.push(opened);
    return opened;
  };
  for (const raw of facts) {
    onLine();
    let line = settleLine(raw);
    const { block, role, round } = raw.record;
    if (round !== undefined && block === null) {
      if (current?.lines.some((other) => other.facts.record.at === raw.record.at)) current.lines.push(line);
      continue;
    }
    if (block !== null) {
      const known = byBlock.get(block);
      if (known) known.lines.push(line);
      else byBlock.set(block, open(line));
      current = byBlock.get(block) ?? null;
      continue;
    }
    const identity = identityOf(line);
    const number = raw.caseNumber ? numberKey(raw.caseNumber) : null;
    const parent = raw.parentCase ? byNumber.get(numberKey(raw.parentCase)) : undefined;
    let home: CaseLines | undefined =
      parent ?? (raw.marks.named === undefined || raw.marks.opens ? undefined : caseNamedIn(raw.marks.named, cases));
    if (!home && number !== null) home = byNumber.get(number) ?? derivedFrom(number, identity, byNumber);
    if (home && number !== null && !parent && identity.own && home.lines[0]) {
      const head = identityOf(home.lines[0]);
      if (
        head.patient !== undefined &&
        identity.patient !== undefined &&
        samePerson(head.patient, identity.patient) === false
      )
        home = undefined;
    }
    if (
      !home &&
      role === "row" &&
      !identity.own &&
      current &&
      (number === null || !numberCounts.has(number) || !byNumber.has(number))
    ) {
      const carriesOn = !raw.marks.dittoPatient || childRows || raw.marks.continues || !isOwnRequest(line);
      const lastNumber = current.lines[0]?.facts.caseNumber;
      const otherNumber =
        number !== null && lastNumber !== null && lastNumber !== undefined && numberKey(lastNumber) !== number;
      if (carriesOn && !otherNumber && identity.memberId === undefined) home = current;
      else if (
        carriesOn &&
        !otherNumber &&
        current.lines.some((other) => valueOn(other, "memberId") === identity.memberId)
      )
        home = current;
    }
    if (!home && raw.marks.continues && !raw.marks.opens) {
      const candidates: CaseLines[] = [...earlier, ...cases];
      for (let index = candidates.length - 1; index >= 0 && !home; index -= 1) {
        const candidate = candidates[index];
        if (candidate?.lines.some((other) => sameIdentity(identity, identityOf(other)))) home = candidate;
      }
    }
    if (!home && identity.own && current) {
      const last = current.lines[current.lines.length - 1];
      if (last && sameIdentity(identity, identityOf(last)) && repeatsForAnotherCode(line, last)) home = current;
    }
    if (!home && role === "row" && identity.own && !raw.marks.opens) {
      const known = caseComeBackTo(line, cases);
      if (known && isNewsOf(line, known)) {
        addNews(known, line);
        previous = line;
        current = known;
        continue;
      }
    }
    if (home && home.sheet === sheet && role === "row" && winsAppeal(line, home)) addNews(home, line);
    else if (home && home.sheet === sheet) {
      line = withRepeats(line, [...home.lines].reverse());
      home.lines.push(line);
    } else {
      const repeated: SettledLine = raw.marks.dittoPatient && previous ? withPatient(line, previous) : line;
      const known =
        raw.marks.opens && identity.own
          ? cases.findLast((one) => one.lines.some((other) => sameIdentity(identity, identityOf(other))))
          : undefined;
      const sources = known ? [...known.lines].reverse() : previous ? [previous] : [];
      line = withRepeats(repeated, sources);
      home = open(line);
    }
    previous = line;
    if (number !== null && !byNumber.has(number)) byNumber.set(number, home);
    current = home;
  }
  return cases;
}
