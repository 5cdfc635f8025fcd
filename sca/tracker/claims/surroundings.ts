import { findCodes } from "../codes/find-codes.ts";
import type { ColumnMeaning } from "../columns/column-meaning.ts";
import type { ColourMeaning } from "../context/colour-legend.ts";
import { patientOfSheet } from "../context/sheet-patient.ts";
import type { FieldColumn, RecordLine, SheetLayout } from "../layout/sheet-layout.ts";
import type { Outcome } from "../tracked-case.ts";
import { readLevelOfCare } from "../vocabulary/levels-of-care.ts";
import { matchPayer } from "../vocabulary/payers.ts";
import type { Claim } from "./claim.ts";
import type { LineFacts } from "./line-facts.ts";

interface Surroundings {
  readonly layout: SheetLayout;
  readonly record: RecordLine;
  readonly colours: ReadonlyMap<string, ColourMeaning>;
  readonly meanings: ReadonlyMap<FieldColumn, ColumnMeaning>;
}

/** Adds what a line does not say itself but its surroundings do: its colour, its section, its sheet's name, its title. */
export function claimSurroundings(line: LineFacts, around: Surroundings): void {
  claimColour(line, around);
  claimSections(line, around);
}

/** The first line of a sheet that is named after its patient. */
export function claimPatientOfSheet(line: LineFacts, layout: SheetLayout): void {
  const [cell] = line.record.values.map((value) => value.cell);
  const patient = patientOfSheet(layout);
  if (!cell || patient === null || line.claims.some((entry) => entry.field === "patient")) return;
  (line.claims as Claim[]).push({ field: "patient", value: patient, trust: 0.7, cell, origin: "section" });
}

function claimColour(line: LineFacts, { record, colours, meanings }: Surroundings): void {
  if (colours.size === 0 || record.role === "pairs") return;
  const [cell] = record.values.map((value) => value.cell);
  if (!cell) return;
  const found = new Map<Outcome, ColourMeaning>();
  for (const fill of record.fills.values()) {
    const meaning = colours.get(fill);
    if (meaning !== undefined) found.set(meaning.outcome, meaning);
  }
  const worded = [...meanings.values()].some(
    (meaning) => meaning.meanings.includes("outcome") && meaning.profile.filled >= 3 && meaning.profile.outcome > 0.5,
  );
  const claims = line.claims as Claim[];
  const [first] = found.values();
  if (found.size === 1 && first !== undefined) {
    const against = worded
      ? []
      : claims.filter((entry) => entry.field === "outcome" && contradicts(first.outcome, entry));
    const candidates = [first.outcome, ...against.map((entry) => entry.value)].filter(
      (value) => value !== null,
    ) as Outcome[];
    const doubt =
      against.length === 0
        ? {}
        : { doubt: { why: "colour-against-text" as const, candidates: [...new Set(candidates)] } };
    claims.push({
      field: "outcome",
      value: first.outcome,
      trust: worded ? 0.45 : 0.82,
      cell,
      origin: "colour",
      ...doubt,
    });
    if (first.written !== undefined)
      claims.push({ field: "writtenConfirmation", value: first.written, trust: 0.45, cell, origin: "colour" });
  } else if (!worded && found.size > 1) {
    claims.push({
      field: "outcome",
      value: null,
      trust: 0.9,
      cell,
      origin: "colour",
      doubt: { why: "colour-against-text", candidates: [...found.keys()] },
    });
    const letters = new Set([...found.values()].map((meaning) => meaning.written));
    if (letters.size > 1)
      claims.push({
        field: "writtenConfirmation",
        value: null,
        trust: 0.4,
        cell,
        origin: "colour",
        doubt: { why: "colour-against-text", candidates: [true, false] },
      });
  } else if (!worded && record.block === null) {
    const candidates = [...new Set([...colours.values()].map((meaning) => meaning.outcome))];
    claims.push({
      field: "outcome",
      value: null,
      trust: 0.3,
      cell,
      origin: "colour",
      doubt: { why: "unclear", candidates },
    });
  }
}

/** Whether a note says the opposite of its row's colour, or doubts itself; a denial before a won appeal does neither. */
function contradicts(colour: Outcome, note: Claim): boolean {
  if (note.origin !== "prose") return false;
  if (note.doubt !== undefined && note.trust >= 0.3)
    return note.doubt.why === "question-mark" || !note.doubt.candidates.includes(colour);
  if (note.trust < 0.5) return false;
  const granted = note.value === "approved" || note.value === "partiallyApproved" || note.value === "approvedOnAppeal";
  if (granted) return colour === "denied" || colour === "withdrawn";
  return note.value === "denied" && (colour === "approved" || colour === "partiallyApproved");
}

function claimSections(line: LineFacts, { layout, record }: Surroundings): void {
  const [cell] = record.values.map((value) => value.cell);
  if (!cell) return;
  const stated = (field: string) =>
    line.claims.some((claim) => claim.field === field) || line.ditto.has(field as never);
  const texts = [
    ...[...record.sections].reverse().map((section) => section.text),
    ...(layout.lines.sheet === null ? [] : [layout.lines.sheet]),
  ];
  for (const text of texts) {
    if (!stated("payer")) {
      const payer = matchPayer(text.replace(/^\W+|\W+$/g, ""));
      if (payer && payer.confidence >= 0.85 && payer.how !== "as written")
        line.claims.push({ field: "payer", value: payer.payer, trust: 0.6, cell, origin: "section" });
    }
    if (!stated("levelOfCare") && text.trim().length < 30) {
      const level = readLevelOfCare(text);
      if (level && level.confidence >= 0.8)
        line.claims.push({ field: "levelOfCare", value: level.level, trust: 0.55, cell, origin: "section" });
    }
  }
  const codesStated =
    line.services.length > 0 ||
    [...layout.sets.values()].flat().some((column) => /\b(?:cpt|code|hcpcs)/i.test(column.text));
  if (codesStated) return;
  for (const text of [...texts, ...layout.titles]) {
    const codes = findCodes(text).filter((code) => code.weak !== true && code.question !== true);
    if (codes.length !== 1 || !codes[0]) continue;
    line.services.push({ code: codes[0].code, modifiers: codes[0].modifiers, cell, doubts: [] });
    return;
  }
}
