import { isModifier } from "../tracker/codes/modifiers.ts";
import type { NoBenchmark } from "./benchmark.ts";
import type { PricedModifier } from "./fee-schedule.ts";

/** The modifiers of a line: the one that has an amount of its own, and what the others do to payment. */
export interface ReadModifiers {
  readonly kind: "modifiers";
  readonly priced: PricedModifier;
  /** A sentence for each that changes what Medicare pays, not what the fee schedule states. */
  readonly notes: readonly string[];
}

const PRICED: ReadonlySet<string> = new Set(["26", "TC", "53"] satisfies PricedModifier[]);

/** What they do to payment, in our own words. Source: CMS 100-04, chapter 12, sections 20 to 40 and 100 to 120. */
const CHANGES_PAYMENT: ReadonlyMap<string, string> = new Map([
  ["22", "more work than usual"],
  ["50", "both sides, paid up to 150%"],
  ["51", "several procedures, the further ones at half"],
  ["52", "a reduced service"],
  ["54", "surgery without the care around it"],
  ["55", "care after surgery alone"],
  ["56", "care before surgery alone"],
  ["62", "two surgeons, 62.5% each"],
  ["66", "a team of surgeons"],
  ["73", "stopped before anesthesia"],
  ["74", "stopped after anesthesia"],
  ["78", "return to the operating room, surgery's share alone"],
  ["80", "assistant at surgery, 16%"],
  ["81", "minimum assistant at surgery, 16%"],
  ["82", "assistant where no resident is at hand, 16%"],
  ["AS", "assistant who is no physician, 85% of 16%"],
  ["AJ", "clinical social worker, 75%"],
  ["SA", "nurse practitioner with a physician"],
  ["CO", "occupational therapy assistant, 85%"],
  ["CQ", "physical therapy assistant, 85%"],
  ["CT", "older CT equipment, less 15%"],
  ["FX", "X-ray on film, less 20%"],
  ["FY", "computed radiography, less 10%"],
  ["GZ", "expected to be denied as not necessary"],
  ["GY", "excluded by law"],
  ["GA", "a waiver of liability is on file"],
  ["AA", "anesthesia by an anesthesiologist"],
  ["AD", "anesthesia supervised"],
  ["QK", "anesthesia directed, half"],
  ["QX", "anesthesia directed, half"],
  ["QY", "anesthesia directed, half"],
]);
const NONE = new Set(["NONE", "NA", "N/A", "NULL", "0", "00"]);

/**
 * Reads the modifiers of a line, however many stand in one text ("95, 26", "-TC", "GT95"). 26, TC and 53 have amounts of
 * their own; of the others each leaves the benchmark as it is, and those that change payment are told. Two of the three
 * exclude each other; what is no modifier is refused, since it could be the one that halves the amount.
 *
 * @example readModifiers(["95, 26"]).priced is "26"
 */
export function readModifiers(texts: readonly string[]): ReadModifiers | NoBenchmark {
  const all = new Set<string>();
  for (const text of texts) {
    const said = text
      .trim()
      .toUpperCase()
      .replace(/^(\d{2})\.0+$/, "$1");
    if (NONE.has(said)) continue;
    for (const word of said.split(/[\s,;:/|+&.\-–—'"]+/)) {
      if (word === "" || NONE.has(word)) continue;
      const pairs = word.match(/[A-Z0-9]{2}/g) ?? [];
      // A payer's own modifier may be on no list; several written as one word have to be.
      if (pairs.join("") !== word || (pairs.length > 1 && !pairs.every((pair) => isModifier(pair))))
        return unreadable(text);
      for (const pair of pairs) all.add(pair);
    }
  }
  if (all.has("PC")) return wrongForProfessional();
  const priced = [...all].filter((modifier) => PRICED.has(modifier)) as PricedModifier[];
  if (priced.length > 1) return conflict(priced);
  const notes: string[] = [];
  for (const modifier of all) {
    const does = CHANGES_PAYMENT.get(modifier);
    if (does !== undefined)
      notes.push(`Modifier ${modifier} (${does}) changes payment and is left out of the benchmark.`);
  }
  return { kind: "modifiers", priced: priced[0] ?? "", notes };
}

function unreadable(text: string): NoBenchmark {
  return {
    kind: "none",
    reason: "modifier-not-in-file",
    sentence: `“${text.trim()}” is no modifier: two characters each are accepted, such as 26, TC or 95. It could be one that changes the amount, so there is no benchmark until it is corrected.`,
  };
}

function wrongForProfessional(): NoBenchmark {
  return {
    kind: "none",
    reason: "modifier-not-in-file",
    sentence:
      "PC marks surgery on the wrong patient. For the professional part of a service write 26; until then there is no benchmark, since the amount of the whole service would be too high.",
  };
}

function conflict(priced: readonly string[]): NoBenchmark {
  return {
    kind: "none",
    reason: "modifiers-conflict",
    sentence: `The modifiers ${priced.join(" and ")} exclude each other: each has an amount of its own. Put each on a line of its own; until then there is no benchmark.`,
  };
}
