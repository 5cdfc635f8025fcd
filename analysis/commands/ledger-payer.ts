import { basename } from "node:path";
import { type AgreedForMix, agreedForMix } from "../../sca/rates/agreed-before.ts";
import { bandOf, DEFAULT_BANDS, type NegotiationBands } from "../../sca/rates/negotiation-bands.ts";
import { type PayerPolicy, readPayerPolicy } from "../../sca/rates/payer-policy.ts";
import type { OfferModel } from "../../sca/rates/rate-term.ts";
import { REVEALED_PRICE_CAUTION, type RevealedPrice, revealedPricesFor } from "../../sca/rates/revealed-price.ts";
import { revealedPriceSentence } from "../../sca/rates/revealed-price-words.ts";
import { saidOnce } from "../../sca/rates/said-once.ts";
import type { ServiceMix } from "../../sca/rates/service-mix.ts";
import { medicareFolder, readLibrary } from "../medicare/library-folder.ts";
import { inWords } from "../report/figures.ts";
import { UserProblem } from "../user-problem.ts";
import { type Arguments, asOfDay, UsageProblem } from "./arguments.ts";
import { bullet } from "./compare-lines.ts";
import { type PriceHistory, payersNamed, priceHistory } from "./price-history.ts";

/** A payer as a ledger knows it. */
export interface LedgerPayer {
  readonly ledger: string;
  readonly payer: string;
  readonly history: PriceHistory;
}

/** Reads what the ledger of `--ledger` shows of payers' agreements; nothing in it is changed. */
async function readHistory(path: string, given: Arguments): Promise<PriceHistory> {
  const day = given.text("as-of");
  const days = { given: day === undefined ? null : asOfDay(day), today: asOfDay(undefined) };
  return priceHistory(path, days, await readLibrary(given.text("medicare") ?? medicareFolder()));
}

/** The ledger and the payer that `sca compare` names; null where it names none. Throws a UsageProblem for one alone. */
export function ledgerOptions(given: Arguments): { readonly path: string; readonly name: string } | null {
  const [path, name] = [given.text("ledger"), given.text("payer")];
  if (path === undefined && name === undefined) return null;
  if (path === undefined || name === undefined) {
    throw new UsageProblem(
      "--ledger and --payer go together: which ledger, and which payer in it, by its name or a part of it.",
    );
  }
  if (given.text("agreed-before") !== undefined)
    throw new UsageProblem(
      "What the payer agreed to before comes from --ledger or from --agreed-before, not from both.",
    );
  return { path, name };
}

/** The one payer that a name means in a ledger. Throws a UserProblem where it means none or several. */
export async function readLedgerPayer(
  { path, name }: { readonly path: string; readonly name: string },
  given: Arguments,
): Promise<LedgerPayer> {
  const history = await readHistory(path, given);
  const [payer, ...others] = payersNamed(name, history, path);
  if (payer === undefined || others.length > 0) {
    throw new UserProblem(
      "unclear-payer",
      `${basename(path)}: "${name}" may be ${inWords([...(payer === undefined ? [] : [payer]), ...others])}. Give the whole name with --payer. Nothing was compared.`,
    );
  }
  return { ledger: basename(path), payer, history };
}

/** What the line says, else the ledger, with a sentence where the ledger decided. */
interface Decided<Value> {
  readonly value: Value;
  readonly notes: readonly string[];
}

interface DecidedBands extends Decided<NegotiationBands> {
  /** Who stated a range that is not the guides'. */
  readonly said: string;
}

/** A percentage of Medicare under this was likelier meant as a multiple: 1.1 for 110. */
const LEAST_BAND = 10;

/** The practice's range over Medicare: the line's, else the payer's own on Payers, else Settings', else the guides'. */
export function bandsBy(stated: NegotiationBands | null, told: LedgerPayer | null): DecidedBands {
  const band = stated === null ? (told?.history.notesOn(told.payer).band ?? null) : null;
  const said = "as you stated";
  if (told === null || band === null) return { value: stated ?? DEFAULT_BANDS, said, notes: [] };
  const standard = DEFAULT_BANDS.ofMedicare;
  const [low, high] = [band.low ?? standard.low, band.high ?? standard.high];
  const read = Math.min(low, high) < LEAST_BAND ? null : bandOf(low, high, standard);
  if (read === null) {
    const where =
      band.from === "Payers" ? `Band low and Band high of ${told.payer} on Payers` : "The range on Settings";
    return {
      value: DEFAULT_BANDS,
      said,
      notes: [
        `${where} (${low} to ${high}) is no range in percent of Medicare such as 110 to 140; ${standard.low} to ${standard.high} % is used.`,
      ],
    };
  }
  const whose = band.from === "Payers" ? `as Payers says for ${told.payer}` : "as Settings says";
  return { value: { ...DEFAULT_BANDS, ofMedicare: read }, said: whose, notes: [] };
}

/** Whether the payer negotiates: as the line says, else as its Rate policy on Payers does. */
export function policyBy(stated: PayerPolicy | null, told: LedgerPayer | null): Decided<PayerPolicy> {
  const words = stated === null ? (told?.history.notesOn(told.payer).ratePolicy ?? null) : null;
  if (told === null || words === null) return { value: stated ?? "negotiable", notes: [] };
  const policy = readPayerPolicy(words);
  const its = `Rate policy of ${told.payer} on Payers: "${words}"`;
  if (policy === null) return { value: "negotiable", notes: [`${its} is not read, so the rate counts as negotiable.`] };
  if (policy === "negotiable") return { value: policy, notes: [] };
  return {
    value: policy,
    notes: [`${its}, so there is no counter; --payer-policy negotiable asks for one all the same.`],
  };
}

/** What the payer agreed to before for a mix, as lines, and for other programs. */
export function beforeForMix(
  { ledger, payer, history }: LedgerPayer,
  mix: ServiceMix,
  model: OfferModel,
): { readonly found: AgreedForMix; readonly title: string; readonly sentences: readonly string[] } {
  const found = agreedForMix(history.prices, payer, mix, model);
  const told = found.services.map(({ service, price }) =>
    price === null ? `${payer} has agreed to nothing for ${service}.` : revealedPriceSentence(price),
  );
  const without = found.used === null ? ["So the counter goes without what was agreed to before."] : [];
  const caution = found.used === null ? [] : [REVEALED_PRICE_CAUTION];
  return {
    found,
    title: `What ${payer} agreed to before (${ledger}, as of ${history.asOf})`,
    sentences: [...told, ...without, ...found.notes, ...caution],
  };
}

/** What payers agreed to before for a code, by `--ledger`; null where it is not given. */
export async function agreedForCode(
  code: string,
  given: Arguments,
): Promise<{ readonly lines: readonly string[]; readonly agreedBefore: readonly RevealedPrice[] } | null> {
  const path = given.text("ledger");
  if (path === undefined) {
    if (given.text("payer") === undefined) return null;
    throw new UsageProblem("--payer needs --ledger LEDGER.xlsx: what it agreed to before stands there.");
  }
  const history = await readHistory(path, given);
  const { prices, sentences } = beforeForCode(history, payersNamed(given.text("payer"), history, path), code);
  const title = `What payers agreed to before (${basename(path)}, as of ${history.asOf})`;
  return { lines: [title, ...sentences.flatMap(bullet)], agreedBefore: prices };
}

function beforeForCode(
  history: PriceHistory,
  payers: readonly string[],
  code: string,
): { readonly prices: readonly RevealedPrice[]; readonly sentences: readonly string[] } {
  const prices = payers.flatMap((payer) => saidOnce(revealedPricesFor(history.prices, payer, code)));
  const [only, ...others] = payers;
  if (prices.length > 0) return { prices, sentences: [...prices.map(revealedPriceSentence), REVEALED_PRICE_CAUTION] };
  const who = only === undefined || others.length > 0 ? "No payer has agreed" : `${only} has not agreed`;
  return {
    prices,
    sentences: [`${who} to a rate for ${code}, or what is negotiated with it, in an approved case that is settled.`],
  };
}
