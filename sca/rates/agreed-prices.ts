import { type AgreedLine, agreedLines, codeKey } from "../measures/agreed-lines.ts";
import { type LineBenchmarks, ownBenchmark } from "../measures/line-benchmarks.ts";
import type { Outcome, RateModel, TrackedCase, TrackedPeriod, TrackedService } from "../tracker/tracked-case.ts";
import type { AgreedPrice, MedicareAmount } from "./agreed-price.ts";

export interface AgreedPriceOptions {
  /** Medicare's amount for one unit of a line; without it only percents of Medicare can be compared. */
  readonly benchmarks?: LineBenchmarks;
  /** Whether a benchmark that a person typed herself stands for Medicare's; it does not unless said so. */
  readonly countOwn?: boolean;
}

const GRANTED: ReadonlySet<Outcome | null | undefined> = new Set(["approved", "partiallyApproved", "approvedOnAppeal"]);
const REFUSED: ReadonlySet<Outcome | null | undefined> = new Set(["denied", "pending", "withdrawn"]);
/** While one of these is asked, the line has no agreed rate. */
const SETTLED = ["outcome", "rate", "model", "units", "unitsAuthorized", "services", "code"] as const;

/**
 * The rates that payers agreed to in the cases: those of granted cases with a payer, a model, a rate and no open question
 * about them. Where codes have rates of their own these are the prices; otherwise each authorization's rate, else the
 * case's, for the codes that it covers: each of them under a percent or a rate per unit, all in under a rate per day or
 * case. A case without codes has its price under its level of care.
 *
 * @example 12 days of H0015 at $385.00 under each of two authorizations: two prices of $385.00 for H0015, 12 units each
 */
export function agreedPrices(cases: readonly TrackedCase[], options: AgreedPriceOptions = {}): AgreedPrice[] {
  return cases.flatMap((subject) => {
    const isSettled =
      GRANTED.has(subject.outcome) && !subject.review.some((field) => field === "outcome" || field === "payer");
    return isSettled && subject.payer !== undefined ? pricesOf(subject, subject.payer, options) : [];
  });
}

function pricesOf(subject: TrackedCase, payer: string, options: AgreedPriceOptions): AgreedPrice[] {
  const all = agreedLines(subject).filter(({ period }) => !REFUSED.has(period?.outcome));
  const periods = subject.periods.filter(({ outcome }) => !REFUSED.has(outcome));
  const make = (stated: Stated): AgreedPrice[] => priceOf(subject, payer, stated, options);
  const byCode = all.filter(({ service }) => service.rate !== undefined);
  const others = all.filter(({ service }) => service.rate === undefined);
  const own = byCode.flatMap((line) => make(statedByCode(subject, line, all, periods)));
  if (byCode.length > 0 && others.length === 0) return own;
  const holders: (TrackedPeriod | null)[] = subject.periods.length === 0 ? [null] : periods;
  const shared = holders.flatMap((period) => {
    const lines = others.filter((line) => line.period === null || line.period === period);
    return byCode.length > 0 && lines.length === 0 ? [] : make(statedByPeriod(subject, period, lines));
  });
  return [...own, ...shared];
}

/** A rate with what it is stated for. */
interface Stated {
  readonly lines: readonly AgreedLine[];
  readonly period: TrackedPeriod | null;
  readonly rate: number | null | undefined;
  readonly model: RateModel | null | undefined;
  /** Units of the authorization, where they are those of the only line. */
  readonly units: number | undefined;
  readonly isAsked: boolean;
}

function statedByCode(
  subject: TrackedCase,
  line: AgreedLine,
  all: readonly AgreedLine[],
  periods: readonly TrackedPeriod[],
): Stated {
  const { service, period } = line;
  const isOnly = all.filter((other) => other.period === period).length === 1;
  const ofAll = periods.every(({ unitsAuthorized }) => unitsAuthorized !== undefined)
    ? periods.reduce((sum, { unitsAuthorized }) => sum + (unitsAuthorized ?? 0), 0)
    : 0;
  const ofPeriods = period === null ? ofAll : period.unitsAuthorized;
  return {
    lines: [line],
    period,
    rate: service.rate,
    model: service.model ?? (period?.model === undefined ? subject.model : period.model),
    units: isOnly && ofPeriods !== 0 ? ofPeriods : undefined,
    isAsked: [subject, period ?? {}, service].some((holder) => asks(holder, SETTLED)),
  };
}

function statedByPeriod(subject: TrackedCase, period: TrackedPeriod | null, lines: readonly AgreedLine[]): Stated {
  const only = lines.length === 1 ? lines[0]?.service : undefined;
  // What an authorization states itself answers to its own questions.
  const ofCase = SETTLED.filter((field) => (field !== "rate" && field !== "model") || period?.[field] === undefined);
  return {
    lines,
    period,
    rate: period?.rate === undefined ? subject.rate : period.rate,
    model: period?.model === undefined ? (only?.model ?? subject.model) : period.model,
    units: period?.unitsAuthorized,
    isAsked:
      asks(period ?? {}, SETTLED) || asks(subject, ofCase) || lines.some(({ service }) => asks(service, SETTLED)),
  };
}

function asks(holder: { readonly review?: readonly string[] }, fields: readonly string[]): boolean {
  return fields.some((field) => holder.review?.includes(field));
}

function priceOf(subject: TrackedCase, payer: string, stated: Stated, options: AgreedPriceOptions): AgreedPrice[] {
  const { period, rate, model, isAsked } = stated;
  if (isAsked || typeof rate !== "number" || model === null || model === undefined) return [];
  // A code with a model of its own and no rate is not priced by a rate of another model.
  const same = stated.lines.filter(({ service }) => service.model === undefined || service.model === model);
  if (same.length === 0 && stated.lines.length > 0) return [];
  const lines = [...new Map(same.map((line) => [codeKey(line.service), line])).values()];
  const [first, ...rest] = lines;
  const common = {
    payer,
    levelOfCare: period?.levelOfCare ?? subject.levelOfCare ?? null,
    rate,
    decided: period?.decided ?? subject.decided ?? null,
    submitted: subject.submitted ?? null,
    caseId: subject.id,
  };
  const isAllIn = model === "perDiem" || model === "caseRate";
  if (first === undefined || (isAllIn && rest.length > 0)) {
    const covered = rest.map(({ service }) => service.code).filter((code) => code !== "");
    const codeless = { code: first?.service.code ?? "", modifiers: [], unitBasis: null, units: stated.units ?? null };
    const source = { sheet: subject.source.sheet, rows: period?.rows ?? subject.source.rows };
    return [
      {
        ...common,
        ...codeless,
        model,
        benchmark: null,
        source,
        ...(covered.length === 0 ? {} : { alsoCovers: covered }),
      },
    ];
  }
  return lines.map((line) => ({
    ...common,
    code: line.service.code,
    modifiers: line.service.modifiers ?? [],
    model,
    unitBasis: line.service.unitBasis ?? null,
    units: line.service.units ?? (rest.length === 0 ? stated.units : undefined) ?? null,
    benchmark: benchmarkOf(subject, line, options),
    source: { sheet: subject.source.sheet, rows: rowsOf(subject, line.service, period) },
  }));
}

function benchmarkOf(subject: TrackedCase, line: AgreedLine, options: AgreedPriceOptions): MedicareAmount | null {
  const own = ownBenchmark(line.service.ownBenchmark);
  if (own !== null) return options.countOwn === true ? { kind: "amount", cents: own, isOwn: true } : null;
  const cents = options.benchmarks?.(subject, line) ?? null;
  return cents === null ? null : { kind: "amount", cents };
}

function rowsOf(subject: TrackedCase, service: TrackedService, period: TrackedPeriod | null): readonly number[] {
  return service.rows ?? (period?.services === undefined ? undefined : period.rows) ?? subject.source.rows;
}
