import { CODE_FAMILIES, LEVEL_FAMILIES } from "./code-families.ts";

/** Codes that a payer negotiates as one thing; what belongs to none is a family of its own. */
export interface CodeFamily {
  /** Stable, for keys: "individual-psychotherapy", "code:J0585". */
  readonly id: string;
  /** As it stands in a sentence: "individual psychotherapy"; for a code of its own, the code. */
  readonly name: string;
}

/** Nothing is known of what was agreed on. */
const NO_CODE: CodeFamily = { id: "none", name: "services without a code" };

interface Span {
  readonly first: number;
  readonly last: number;
  readonly family: CodeFamily;
}

/** A code as its form and its number: "H0015" is H#### and 15, so that spans compare within one form only. */
function placeOf(code: string): { readonly form: string; readonly number: number } | null {
  const match = /^([A-Z]?)(\d{4,5})([A-Z]?)$/.exec(code);
  if (match === null) return null;
  const [, before = "", digits = "", behind = ""] = match;
  return { form: `${before}${digits.length}${behind}`, number: Number(digits) };
}

function spansByForm(): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const [id, name, codes] of CODE_FAMILIES) {
    for (const span of codes.split(" ")) {
      const [from = "", to = from] = span.split("-");
      const first = placeOf(from);
      const last = placeOf(to);
      if (first === null || last === null || first.form !== last.form) throw new Error(`${span} is no span of codes`);
      const known = spans.get(first.form) ?? [];
      known.push({ first: first.number, last: last.number, family: { id, name } });
      spans.set(first.form, known);
    }
  }
  return spans;
}

const SPANS = spansByForm();

/**
 * A code without spaces, modifiers and lower case, revenue codes with their leading zero; other text as it stands.
 *
 * @example plainCode(" h0015-HE ") is "H0015"; plainCode("905") is "0905"
 */
export function plainCode(code: string): string {
  const upper = code.trim().toUpperCase();
  const [, revenue] = /^(?:(?:REV(?:ENUE)?|RC)\.?\s*(?:CODE\s*)?)?(\d{3})$/.exec(upper) ?? [];
  if (revenue !== undefined) return `0${revenue}`;
  return /^([A-Z]?\d{4,5}[A-Z]?)(?:[\s-]+[A-Z0-9]{2}(?:[\s,-]+[A-Z0-9]{2})*)?$/.exec(upper)?.[1] ?? upper;
}

/**
 * The family of a code: what a payer negotiates as one thing. Any text has one: a code outside of the table is a family
 * of its own, and so is what is no code. Drugs, equipment and unlisted services are negotiated code by code.
 *
 * @example codeFamily("90834") is { id: "individual-psychotherapy", name: "individual psychotherapy" }
 * @example codeFamily("J0585") is { id: "code:J0585", name: "J0585" }
 */
export function codeFamily(code: string): CodeFamily {
  const plain = plainCode(code);
  if (plain === "") return NO_CODE;
  const place = placeOf(plain);
  const spans = place === null ? [] : (SPANS.get(place.form) ?? []);
  const span = spans.find(({ first, last }) => place !== null && place.number >= first && place.number <= last);
  return span?.family ?? { id: `code:${plain}`, name: plain };
}

/**
 * The family of an agreement that states a level of care and no code. "PHP" is what H0035 is; "IOP" leaves open whether
 * mental health or substance use and stays apart from both.
 *
 * @example levelFamily("PHP").id is "php"; levelFamily("").id is "none"
 */
export function levelFamily(level: string): CodeFamily {
  const text = level.trim();
  if (text === "") return NO_CODE;
  const [id, name] = LEVEL_FAMILIES.get(text.toLowerCase()) ?? [
    `level:${text.toLowerCase()}`,
    `${text}, no code stated`,
  ];
  return { id, name };
}

/**
 * The level of care that stands for a family, as the ledger writes it; null where none does.
 *
 * @example levelOfFamily("php") is "PHP"
 */
export function levelOfFamily(id: string): string | null {
  for (const [level, [family]] of LEVEL_FAMILIES)
    if (family === id) return level === "detox" ? "Detox" : level.toUpperCase();
  return id.startsWith("level:") ? id.slice("level:".length) : null;
}

/** Families that are paid by the day or stay: one such rate covers what else is done on the day. */
const BY_THE_DAY: ReadonlySet<string> = new Set([
  "iop-mental-health",
  "iop-substance-use",
  "php",
  "residential",
  "detox",
  "inpatient-psychiatric",
]);

/** True for a program that is paid by the day, whose rate covers the services within. */
export function isByTheDay(family: CodeFamily): boolean {
  return BY_THE_DAY.has(family.id);
}
