import { CODE_FAMILIES, LEVEL_FAMILIES } from "../../../../sca/rates/code-families.ts";
import { startSentence } from "../rate-words.ts";

const OTHER = "other services";

/** Names of our own making. */
const OURS: ReadonlySet<string> = new Set([
  ...CODE_FAMILIES.map(([, name]) => name),
  ...[...LEVEL_FAMILIES.values()].map(([, name]) => name),
]);

const CODE = /^[A-Z]?\d{4,5}[A-Z]?$/;

/**
 * A service's name as it may leave the house: a family of ours, a procedure code, or both. What somebody typed into the
 * ledger as a code or level of care could be anything, and becomes "other services".
 *
 * @example shownService("partial hospitalization") stays; shownService("ANN LEE") is "other services"
 */
export function shownService(name: string): string {
  const [family = "", code] = name.split(/, (?=[A-Z]?\d{4,5}[A-Z]?$)/);
  if (code === undefined) return OURS.has(name) || CODE.test(name) ? name : OTHER;
  return OURS.has(family) ? name : code;
}

/** Several services in one cell, each once. @example "Office visits, partial hospitalization" */
export function shownServices(names: readonly string[]): string {
  return startSentence([...new Set(names.map(shownService))].sort(otherLast).join(", "));
}

/** Codes that are codes. */
export function shownCodes(codes: readonly string[]): string {
  return codes.filter((code) => CODE.test(code)).join(", ");
}

function otherLast(one: string, other: string): number {
  return Number(one === OTHER) - Number(other === OTHER) || (one < other ? -1 : 1);
}
