import type { NamedOffer } from "../../../sca/rates/compare-offers.ts";
import type { CounterEvidence } from "../../../sca/rates/counter-reasons.ts";
import { type Floor, type FloorPer, floorFromCost, isNoFloor } from "../../../sca/rates/floor.ts";
import type { NegotiationState } from "../../../sca/rates/negotiate.ts";
import { isRefusal, type RateTerm } from "../../../sca/rates/rate-term.ts";
import { readRateTerm } from "../../../sca/rates/read-rate-term.ts";
import type { MixRow } from "../../../sca/rates/read-service-mix.ts";
import { readUnitBasis } from "../../../sca/rates/unit-basis.ts";
import { parseMoney } from "../../../sca/values/money.ts";
import type { OfferDraft, RateDraft, TradeDraft } from "./rate-draft.ts";

/** A number above 0 as it is typed; null where nothing is. */
export function numberFrom(text: string, most: number): number | null | "odd" {
  const plain = text.replaceAll(",", "").replace(/\s?%$/, "").trim();
  if (plain === "") return null;
  const number = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  return number > 0 && number <= most ? number : "odd";
}

/** The offers that are typed, by their words; an offer of the payer's schedule takes its amounts from the services. */
export function readOffers(
  drafts: readonly OfferDraft[],
  rows: readonly MixRow[],
): { readonly named: readonly NamedOffer[]; readonly problems: ReadonlyMap<number, string> } {
  const named: NamedOffer[] = [];
  const problems = new Map<number, string>();
  for (const { id, words } of drafts) {
    if (words.trim() === "") continue;
    const read = readRateTerm(words);
    if (isRefusal(read)) problems.set(id, read.sentence);
    else if (named.some(({ name }) => name === read.words)) problems.set(id, "The same stands above already.");
    else named.push({ name: read.words, term: withSchedule(read.term, rows), notes: read.notes });
  }
  return { named, problems };
}

function withSchedule(term: RateTerm, rows: readonly MixRow[]): RateTerm {
  if (term.model !== "inNetwork" || term.amounts !== null) return term;
  const amounts = rows.flatMap(({ code, modifiers, inNetwork }) =>
    inNetwork === null ? [] : [{ code, modifiers, figure: inNetwork }],
  );
  return amounts.length === 0 ? term : { ...term, amounts };
}

/** An opening or a target: a bare figure in the negotiation's model, or a rate in words. */
export function readWish(text: string): {
  readonly value: RateTerm | number | null;
  readonly problem: string | undefined;
} {
  if (text.trim() === "") return { value: null, problem: undefined };
  const bare = numberFrom(text.trim().replace(/^\$\s?/, ""), 10_000_000);
  if (typeof bare === "number") return { value: bare, problem: undefined };
  const read = readRateTerm(text);
  return isRefusal(read) ? { value: null, problem: read.sentence } : { value: read.term, problem: undefined };
}

/** The floor that is typed: a cost for a unit, and a margin on the price. Null where no cost is typed. */
export function readFloor({ floorCost, floorPer, margin }: RateDraft): {
  readonly floor: Floor | null;
  readonly costProblem: string | undefined;
  readonly marginProblem: string | undefined;
} {
  const none = { floor: null, costProblem: undefined, marginProblem: undefined };
  if (floorCost.trim() === "") return none;
  const cents = parseMoney(floorCost);
  if (cents === null || cents <= 0) {
    return { ...none, costProblem: `“${floorCost}” is no amount of dollars above 0. 280 is accepted, or nothing.` };
  }
  const share = margin.trim() === "" || Number(margin) === 0 ? 0 : numberFrom(margin, 90);
  if (share === "odd" || share === null) {
    return { ...none, marginProblem: `“${margin}” is no margin in percent from 0 to 90.` };
  }
  const per: FloorPer = floorPer === "case" ? "case" : (readUnitBasis(floorPer) ?? "day");
  const found = floorFromCost(per, Number(`${cents}e-2`), { percent: share, on: "price" });
  return isNoFloor(found) ? { ...none, costProblem: found.sentence } : { ...none, floor: found };
}

/** What is traded, and the level of care that the patient would need otherwise. */
export function readTrades(draft: TradeDraft): {
  readonly facts: NegotiationState["trades"];
  readonly higherLevel: NonNullable<CounterEvidence["higherLevel"]> | null;
  readonly problems: Partial<Record<keyof TradeDraft, string>>;
} {
  const problems: Partial<Record<keyof TradeDraft, string>> = {};
  const number = (field: keyof TradeDraft, most: number): number | null => {
    const read = numberFrom(draft[field].replace(/^\$\s?/, ""), most);
    if (read === "odd") problems[field] = `“${draft[field]}” is no number above 0.`;
    return read === "odd" ? null : read;
  };
  const hour = number("staffHour", 10_000);
  const hours = (field: "requestHours" | "processHours") => {
    const count = number(field, 1000);
    if (count !== null && hour === null) problems.staffHour ??= "What an hour of staff costs is needed for this.";
    return count === null || hour === null ? null : { hours: count, hourlyCost: hour };
  };
  const [days, yearlyPercent] = [number("fasterDays", 365), number("moneyCost", 100)];
  if (days !== null && yearlyPercent === null) problems.moneyCost ??= "What money costs you a year is needed for this.";
  const name = draft.higherLevel.trim();
  const dayCents = draft.higherLevelDay.trim() === "" ? null : parseMoney(draft.higherLevelDay);
  if (draft.higherLevelDay.trim() !== "" && (dayCents === null || dayCents <= 0)) {
    problems.higherLevelDay = `“${draft.higherLevelDay}” is no amount of dollars above 0.`;
  }
  const facts: NegotiationState["trades"] = {
    daysFirst: number("daysFirst", 3660),
    reauthorization: hours("requestHours"),
    standardProcess: hours("processHours"),
    fasterPayment: days === null || yearlyPercent === null ? null : { days, yearlyPercent },
  };
  return {
    facts,
    higherLevel: name === "" || dayCents === null || dayCents <= 0 ? null : { name, dayCents },
    problems,
  };
}
