import { type LedgerRow, numberIn, sameText, textIn } from "../../../sca/ledger/ledger-row.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import { settingValues } from "../../../sca/ledger/settings-sheet.ts";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import type { AdequacyFacts } from "../../../sca/rates/counter-reasons.ts";
import { bandOf, DEFAULT_BANDS, type NegotiationBands } from "../../../sca/rates/negotiation-bands.ts";
import { type PayerPolicy, readPayerPolicy } from "../../../sca/rates/payer-policy.ts";
import { REVEALED_PRICE_CAUTION, type RevealedPrice, revealedPricesFor } from "../../../sca/rates/revealed-price.ts";
import { revealedPriceSentence } from "../../../sca/rates/revealed-price-words.ts";

/** What the ledger knows of payers. */
export interface LedgerFacts {
  readonly content: LedgerContent | null;
  /** The values of Settings by name; none without a ledger. */
  readonly values: ReadonlyMap<string, PlanValue>;
  readonly payers: readonly string[];
  readonly rows: readonly LedgerRow[];
  /** What was agreed to before; null while it is worked out. */
  readonly prices: readonly RevealedPrice[] | null;
}

/** What the ledger knows of one payer and case. */
export interface PayerFacts {
  readonly bands: NegotiationBands;
  readonly policy: PayerPolicy;
  readonly prices: readonly RevealedPrice[];
  /** What was found when in-network care was looked for; null where nothing was logged for the case. */
  readonly adequacy: AdequacyFacts | null;
}

/** The ledger as far as rates go by it; without a ledger nothing is known. */
export function ledgerFacts(content: LedgerContent | null, prices: readonly RevealedPrice[] | null): LedgerFacts {
  if (content === null) return { content, values: NO_VALUES, payers: [], rows: [], prices: [] };
  const rows = readTable(content, "Payers")?.rows ?? [];
  const names = new Set(rows.map((row) => textIn(row, "Payer")).filter((name) => name !== ""));
  return {
    content,
    values: settingValues(content),
    payers: [...names].sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)),
    rows,
    prices,
  };
}

const NO_VALUES: ReadonlyMap<string, never> = new Map<string, never>();

/** The payer's own band and policy on Payers, else those of Settings, else the guides'. */
export function payerFacts({ content, values, rows, prices }: LedgerFacts, payer: string, caseId: string): PayerFacts {
  const known = prices ?? [];
  if (content === null) return { bands: DEFAULT_BANDS, policy: "negotiable", prices: known, adequacy: null };
  const row = rows.find((one) => payer !== "" && sameText(textIn(one, "Payer"), payer));
  const settings = new Map(values);
  const standard = DEFAULT_BANDS.ofMedicare;
  const low = numberIn(row, "Band low") ?? numberIn(settings, "BandLow") ?? standard.low;
  const high = numberIn(row, "Band high") ?? numberIn(settings, "BandHigh") ?? standard.high;
  const ofMedicare = bandOf(low, high, standard) ?? standard;
  return {
    bands: { ...DEFAULT_BANDS, ofMedicare },
    policy: readPayerPolicy(textIn(row, "Rate policy")) ?? "negotiable",
    prices: known,
    adequacy: adequacyOf(content, caseId),
  };
}

function adequacyOf(content: LedgerContent, caseId: string): AdequacyFacts | null {
  const attempts = (readTable(content, "AccessAttempts")?.rows ?? []).filter(
    (row) => caseId !== "" && sameText(textIn(row, "Case id"), caseId),
  );
  if (attempts.length === 0) return null;
  const least = (heading: string): number | null => {
    const numbers = attempts.map((row) => numberIn(row, heading)).filter((number) => number !== null);
    return numbers.length === 0 ? null : Math.min(...numbers);
  };
  const [miles, wait] = [least("Miles"), least("Wait offered")];
  return {
    officesCalled: attempts.length,
    ...(miles === null ? {} : { milesToNearest: miles }),
    ...(wait === null ? {} : { daysOfWait: wait }),
  };
}

/**
 * What a payer has agreed to before for a code, in sentences; that nothing is known is a sentence, too.
 *
 * @example ["Aetna has agreed to $160.00 per unit for individual psychotherapy (median of 9 agreements, …).", caution]
 */
export function revealedSentences({ prices }: LedgerFacts, payer: string, code: string): string[] {
  if (payer.trim() === "" || code.trim() === "") return [];
  if (prices === null) return ["Working out what was agreed to before …"];
  const found = revealedPricesFor(prices, payer, code.trim());
  if (found.length === 0) {
    return [`${payer} has not agreed to a rate for ${code.trim()}, or what is negotiated with it, in a settled case.`];
  }
  return [...new Set(found.map(revealedPriceSentence)), REVEALED_PRICE_CAUTION];
}
