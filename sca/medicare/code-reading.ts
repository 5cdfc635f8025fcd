import { isRevenueNumber } from "../tracker/codes/code-ranges.ts";
import { isModifier } from "../tracker/codes/modifiers.ts";
import type { NoBenchmark } from "./benchmark.ts";

/** A code as it stands in a claim or a tracker: with modifiers behind it where somebody wrote them there. */
export interface ReadCode {
  readonly kind: "procedure" | "revenue";
  /** Five characters in capitals; four digits for a revenue code. */
  readonly code: string;
  readonly modifiers: readonly string[];
}

const PROCEDURE = /^([A-Z]\d{4}|\d{5}|\d{4}[A-Z])(?:$|[\s,;:/\-–—]+(.+)$|([A-Z0-9]{2})$)/;
const REVENUE = /^(?:REVENUE|REV|RC|UB)\.?\s*(?:CODE)?[\s:.#-]*(\d{1,4})$/;

function unreadable(sentence: string): NoBenchmark {
  return { kind: "none", reason: "code-unreadable", sentence };
}

/**
 * Reads a procedure code (CPT or HCPCS) or a revenue code out of a cell; leading zeros are kept and never invented.
 * Three or four digits alone are taken for a revenue code, since a procedure code of five has lost its zeros or is none.
 *
 * @example readServiceCode("cpt 90837-95") is code "90837" with the modifier "95"; readServiceCode("REV 905") is "0905"
 */
export function readServiceCode(text: string): ReadCode | NoBenchmark {
  const said = text
    .trim()
    .toUpperCase()
    .replace(/^['"“”]+|['"“”]+$/g, "")
    .replace(/^(?:CPT|HCPCS|PROCEDURE|PROC|CODE)(?:[/\s]*(?:CPT|HCPCS|CODE))*®?[\s:#.-]*(?=[A-Z]?\d)/, "")
    .replace(/^(\d+)\.0+$/, "$1")
    .trim();
  if (said === "")
    return unreadable("The line has no code. Give a procedure code such as 90837; until then it has no benchmark.");
  const revenue = REVENUE.exec(said)?.[1] ?? (isRevenueNumber(said) ? said : undefined);
  if (revenue !== undefined) return { kind: "revenue", code: revenue.padStart(4, "0"), modifiers: [] };
  const found = PROCEDURE.exec(said);
  const code = found?.[1];
  if (found === null || code === undefined) return unreadable(`“${text.trim()}” is no procedure code: ${hint(said)}`);
  const tail = found[2] ?? found[3];
  if (tail === undefined) return { kind: "procedure", code, modifiers: [] };
  const modifiers = tail.split(/[\s,;:/\-–—]+/).filter((word) => word !== "");
  if (modifiers.every((word) => isModifier(word))) return { kind: "procedure", code, modifiers };
  return unreadable(
    `“${text.trim()}” is more than one code with its modifiers. Put each code on a line of its own; until then it has no benchmark.`,
  );
}

function hint(said: string): string {
  const accepted =
    "Five characters are accepted, such as 90837, H0015 or 0362T. Until it is corrected it has no benchmark.";
  if (/^\d{1,2}$|^\d{3,4}$/.test(said)) return `it may have lost leading zeros. ${accepted}`;
  if (/^\d{3}[A-Z]$/.test(said)) return `did it lose a zero (0${said})? ${accepted}`;
  if (/^[A-Z][0-9O]{4}$/.test(said))
    return `is the letter O in it a zero (${said.charAt(0)}${said.slice(1).replaceAll("O", "0")})? ${accepted}`;
  return `a code has no such form. ${accepted}`;
}
