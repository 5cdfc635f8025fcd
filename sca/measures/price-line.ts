import type {
  Benchmark,
  BenchmarkAmount,
  BenchmarkQuestion,
  NoBenchmark,
  NoBenchmarkReason,
  Place,
  Setting,
} from "../medicare/benchmark.ts";
import type { Track } from "../medicare/fee-schedule.ts";
import { type CalendarDate, partsOfDay } from "../values/calendar-date.ts";
import { printMoney } from "../values/money.ts";

/** What answers for Medicare: the fee schedules that are loaded, and how a place and a setting are read. */
export interface MedicarePricing {
  readonly benchmark: (question: BenchmarkQuestion) => Benchmark;
  /** Reads a locality ("10112-00"), a ZIP code or a county as it holds on a day. */
  readonly placeOn: (text: string, day: CalendarDate) => Place | NoBenchmark;
  /** Reads a place of service code or the words facility, office; null for anything else. */
  readonly readSetting: (text: string) => Setting | null;
}

/** What holds for every line unless it says otherwise: the Pricing part of Settings. */
export interface PricingTerms {
  /** As typed; blank is the national amount. */
  readonly locality: string;
  /** As typed; blank is non-facility. */
  readonly setting: string;
  readonly track: Track;
  readonly workFloor: "asByLaw" | "with" | "without";
}

/** Nothing chosen: national amounts, non-facility, the conversion factor of those who are no qualifying participants. */
export const NO_TERMS: PricingTerms = { locality: "", setting: "", track: "nonQp", workFloor: "asByLaw" };

/** The days by which a line is priced, the first that is known. */
export interface LineDays {
  /** The line's own authorization, where it has one. */
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
  readonly firstOfCase: CalendarDate | null;
  readonly decided: CalendarDate | null;
  readonly submitted: CalendarDate | null;
}

export interface LineToPrice {
  readonly code: string;
  readonly modifiers: readonly string[];
  /** As typed on the line; blank where the setting of Settings holds. */
  readonly placeOfService: string;
  readonly days: LineDays;
}

/** A line with its benchmark, or with the reason why it has none. */
export interface PricedLine {
  /** The day that the fee schedule was asked for; null where the line has none. */
  readonly day: CalendarDate | null;
  readonly benchmark: Benchmark;
  /** Sentences for the reader of the figure. */
  readonly notes: readonly string[];
}

export type PriceLine = (line: LineToPrice) => PricedLine;

/** Said of every national amount, so that nobody takes it for the amount of a place. */
export const NATIONAL_NOTE = "National amount, no locality chosen: type yours on Settings.";

const NOTHING_LOADED = none(
  "year-not-loaded",
  "No Medicare fee schedule is loaded: load CMS's files (npm run --silent sca -- medicare FILE) and structure the tracker again.",
);
const NO_CODE = none("code-unreadable", "the line has no code.");
const NO_DAY = none(
  "date-unreadable",
  "no day to price for: neither covered days nor the days of decision and request are known. Fill the first covered day.",
);

/**
 * Prices the lines of a ledger, each for its own code, modifiers, day, place and setting; with the same answer for the
 * same question looked up once. The day is the first covered day of the line's authorization, else of the case, else
 * the day of the decision, else of the request. Without a fee schedule every line says that none is loaded.
 *
 * @example priceLines(pricing, terms)({ code: "99213", modifiers: [], placeOfService: "11", days }).benchmark
 */
export function priceLines(medicare: MedicarePricing | undefined, terms: PricingTerms): PriceLine {
  const known = new Map<string, Benchmark>();
  const places = new Map<string, Place | NoBenchmark>();
  const placeOn = (day: CalendarDate, pricing: MedicarePricing): Place | NoBenchmark => {
    if (terms.locality === "") return { kind: "national" };
    const found = places.get(day) ?? pricing.placeOn(terms.locality, day);
    places.set(day, found);
    return found;
  };
  const ask = (line: LineToPrice, day: CalendarDate, setting: Setting, pricing: MedicarePricing): Benchmark => {
    const key = [line.code, line.modifiers.join(","), day, setting].join("|");
    const before = known.get(key);
    if (before !== undefined) return before;
    const place = placeOn(day, pricing);
    const { code, modifiers } = line;
    const { track, workFloor } = terms;
    const answer =
      place.kind === "none" ? place : pricing.benchmark({ code, modifiers, day, place, setting, track, workFloor });
    known.set(key, answer);
    return answer;
  };
  return (line) => {
    const dated = pricedDay(line.days);
    const refused = (why: NoBenchmark): PricedLine => ({ day: dated?.day ?? null, benchmark: why, notes: [] });
    if (line.code === "") return refused(NO_CODE);
    if (medicare === undefined) return refused(NOTHING_LOADED);
    if (dated === null) return refused(NO_DAY);
    const setting = settingOf(line.placeOfService, terms.setting, medicare);
    if (typeof setting !== "string") return refused(setting);
    const benchmark = ask(line, dated.day, setting, medicare);
    if (benchmark.kind === "none") return refused(benchmark);
    const notes = [...(terms.locality === "" ? [NATIONAL_NOTE] : []), ...dated.notes];
    const { first, last } = line.days;
    if (dated.day === first && last !== null && last > first) {
      notes.push(...changeWithin(benchmark, first, last, ask(line, last, setting, medicare)));
    }
    return { day: dated.day, benchmark, notes: [...new Set([...benchmark.notes, ...notes])] };
  };
}

function none(reason: NoBenchmarkReason, sentence: string): NoBenchmark {
  return { kind: "none", reason, sentence };
}

function pricedDay(days: LineDays): { readonly day: CalendarDate; readonly notes: readonly string[] } | null {
  if (days.first !== null) return { day: days.first, notes: [] };
  const { firstOfCase, decided, submitted } = days;
  if (firstOfCase !== null) return { day: firstOfCase, notes: ["Priced for the first covered day of the case."] };
  if (decided !== null)
    return { day: decided, notes: ["Priced for the day of the decision: no covered day is known."] };
  if (submitted !== null)
    return { day: submitted, notes: ["Priced for the day of the request: no covered day is known."] };
  return null;
}

function settingOf(own: string, usual: string, medicare: MedicarePricing): Setting | NoBenchmark {
  const text = own === "" ? usual : own;
  if (text === "") return "nonFacility";
  const found = medicare.readSetting(text);
  const where = own === "" ? "the setting on Settings" : "the place of service";
  return (
    found ??
    none(
      "setting-unreadable",
      `${where} says "${text}": give a place of service code such as 11, or the word office or facility.`,
    )
  );
}

/** Medicare's year ends before the authorization does, or its amounts change within the year. */
function changeWithin(start: BenchmarkAmount, first: CalendarDate, last: CalendarDate, end: Benchmark): string[] {
  if (end.kind === "amount") {
    if (end.cents === start.cents) return [];
    return [
      `Medicare's amount changes within the authorization: ${printMoney(start.cents)} on ${first}, ${printMoney(end.cents)} on ${last} (${end.release}).`,
    ];
  }
  const { year } = partsOfDay(last);
  if (year === partsOfDay(first).year) return [];
  return [`The authorization runs into ${year}, whose amount may differ: ${end.sentence}`];
}
