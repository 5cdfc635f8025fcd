import { inWords } from "../figures.ts";
import { refusedClasses } from "./proof-text.ts";
import type { RedactionProof } from "./redaction-proof.ts";

/**
 * Why the payer's edition is not handed over, with the places where something was met; no value is quoted.
 *
 * @example refusalWords("Aetna", proof) begins "The letter to Aetna was refused and not written, since these were met"
 */
export function refusalWords(payer: string, proof: RedactionProof): string {
  const classes = refusedClasses(proof);
  const parts = (proof.dependent ?? []).map(({ file, part }) => `${file} (${part})`);
  const why = [
    classes.length > 0 ? `these were met in it: ${inWords(classes).toLowerCase()}` : "",
    parts.length > 0 ? `it reads otherwise when patients are replaced, in ${inWords(parts.slice(0, 3))}` : "",
    proof.unread.length > 0 ? `${inWords(proof.unread)} could not be searched` : "",
  ].filter((words) => words !== "");
  const where = proof.classes
    .flatMap(({ label, met }) =>
      met.filter(({ isChance }) => !isChance).map(({ file, part }) => `  ${label}: ${file}, ${part}`),
    )
    .slice(0, 12);
  return [`The letter to ${payer} was refused and not written, since ${why.join("; and ")}.`, ...where].join("\n");
}
