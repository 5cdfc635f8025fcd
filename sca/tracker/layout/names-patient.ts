import { readHeading } from "../headings/read-heading.ts";

const NAMES = ["patient", "patientFirst", "patientLast"] as const;

/** Whether a label is the one beside which a card's patient stands. */
export function namesPatient(label: string): boolean {
  const { scores, parts } = readHeading(label);
  if (NAMES.some((meaning) => parts.includes(meaning))) return true;
  const best = Math.max(0, ...scores.values());
  return NAMES.some((meaning) => (scores.get(meaning) ?? 0) >= 0.6 && (scores.get(meaning) ?? 0) >= best);
}
