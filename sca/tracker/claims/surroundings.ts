import type { ColumnMeaning } from "../columns/assign-meanings.ts";
import { findCodes } from "../codes/find-codes.ts";
import type { FieldColumn, RecordLine, SheetLayout } from "../layout/sheet-layout.ts";
import type { Outcome } from "../tracked-case.ts";
import { readLevelOfCare } from "../vocabulary/levels-of-care.ts";
import { matchPayer } from "../vocabulary/payers.ts";
import type { Claim } from "./claim.ts";
import type { LineFacts } from "./line-facts.ts";

interface Surroundings {
  readonly layout: SheetLayout;
  readonly record: RecordLine;
  readonly colours: ReadonlyMap<string, Outcome>;
  readonly meanings: ReadonlyMap<FieldColumn, ColumnMeaning>;
}

/** Adds what a line does not say itself but its surroundings do: its colour, its section, its sheet's name, its title. */
export function claimSurroundings(line: LineFacts, around: Surroundings): void {
  claimColour(line, around);
  claimSections(line, around);
}

function claimColour(line: LineFacts, { record, colours, meanings }: Surroundings): void {
  if (colours.size === 0 || record.role === "pairs") return;
  const [cell] = record.values.map((value) => value.cell);
  if (!cell) return;
  const found = new Set<Outcome>();
  for (const fill of record.fills.values()) {
    const outcome = colours.get(fill);
    if (outcome !== undefined) found.add(outcome);
  }
  const worded = [...meanings.values()].some((meaning) => meaning.meanings.includes("outcome") && meaning.profile.filled >= 3 && meaning.profile.outcome > 0.5);
  const claims = line.claims as Claim[];
  const [first] = found;
  if (found.size === 1 && first !== undefined) {
    claims.push({ field: "outcome", value: first, trust: worded ? 0.45 : 0.82, cell, origin: "colour" });
  } else if (!worded && found.size > 1) {
    claims.push({ field: "outcome", value: null, trust: 0.9, cell, origin: "colour", doubt: { why: "colour-against-text", candidates: [...found] } });
  } else if (!worded && record.block === null) {
    claims.push({ field: "outcome", value: null, trust: 0.3, cell, origin: "colour", doubt: { why: "unclear", candidates: [...new Set(colours.values())] } });
  }
}

function claimSections(line: LineFacts, { layout, record }: Surroundings): void {
  const [cell] = record.values.map((value) => value.cell);
  if (!cell) return;
  const stated = (field: string) => line.claims.some((claim) => claim.field === field) || line.ditto.has(field as never);
  const texts = [...[...record.sections].reverse().map((section) => section.text), ...(layout.lines.sheet === null ? [] : [layout.lines.sheet])];
  for (const text of texts) {
    if (!stated("payer")) {
      const payer = matchPayer(text.replace(/^\W+|\W+$/g, ""));
      if (payer && payer.confidence >= 0.85 && payer.how !== "as written") line.claims.push({ field: "payer", value: payer.payer, trust: 0.6, cell, origin: "section" });
    }
    if (!stated("levelOfCare") && text.trim().length < 30) {
      const level = readLevelOfCare(text);
      if (level && level.confidence >= 0.8) line.claims.push({ field: "levelOfCare", value: level.level, trust: 0.55, cell, origin: "section" });
    }
  }
  const codesStated = line.services.length > 0 || [...layout.sets.values()].flat().some((column) => /\b(?:cpt|code|hcpcs)/i.test(column.text));
  if (codesStated) return;
  for (const text of [...texts, ...layout.titles]) {
    const codes = findCodes(text).filter((code) => code.weak !== true && code.question !== true);
    if (codes.length !== 1 || !codes[0]) continue;
    line.services.push({ code: codes[0].code, modifiers: codes[0].modifiers, cell, doubts: [] });
    return;
  }
}
