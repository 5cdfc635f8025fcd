import { isGranted } from "../measures/approval-rate.ts";
import type { CaseRecord, LineRecord } from "../measures/case-record.ts";
import type { BenchmarkAmount } from "../medicare/benchmark.ts";
import type { RevealedPrice } from "../rates/revealed-price.ts";
import type { MixLine, ServiceMix } from "../rates/service-mix.ts";
import type { UnitBasis } from "../rates/unit-basis.ts";
import { type Cents, centsOf, sumOfCents } from "../values/money.ts";

/** How a contract's rate is stated: contracts have no rate per case. */
export type AskModel = "percentOfMedicare" | "percentOfBilled" | "perDiem" | "perUnit";

/** The lines that a payer granted for one kind of service, so far as they can be set against one rate. */
export interface AskedServices {
  readonly lines: number;
  readonly cases: number;
  readonly units: number;
  /** Rate × units authorized, as agreed. */
  readonly agreed: Cents;
  /** Medicare's dollars for the same units, where the rate is a percent of Medicare. */
  readonly medicare: Cents | null;
  readonly mix: ServiceMix;
}

/**
 * The granted lines that a revealed price is about, as a mix: those of its family (and code) that are paid in its model
 * and have dollars. Null where there is none.
 *
 * @example 3 lines of 90837 with 30 units at Medicare's $148.70: units 30, medicare $4,461.00
 */
export function servicesOf(
  cases: readonly CaseRecord[],
  { family, code, basis }: Pick<RevealedPrice, "family" | "code" | "basis">,
  model: AskModel,
): AskedServices | null {
  const isSame = (line: LineRecord): boolean =>
    line.isGranted && line.agreed !== null && (line.unitsAuthorized ?? 0) > 0 && isOf(line, family, code);
  const isInModel = ({ rate, medicare }: LineRecord): boolean => {
    if (model === "percentOfMedicare") return medicare !== null;
    if (model === "percentOfBilled") return rate?.model === "percentOfBilled";
    return rate !== null && rate.model !== "caseRate" && rate.unit === (model === "perDiem" ? "day" : basis);
  };
  const found = cases.filter(isGranted).flatMap((subject) => {
    const lines = subject.lines.filter((line) => isSame(line) && isInModel(line));
    return lines.map((line) => ({ line, id: subject.id }));
  });
  if (found.length === 0) return null;
  const lines = found.map(({ line }) => line);
  return {
    lines: lines.length,
    cases: new Set(found.map(({ id }) => id)).size,
    units: Number(lines.reduce((sum, line) => sum + (line.unitsAuthorized ?? 0), 0).toFixed(6)),
    agreed: sumOfCents(lines.flatMap(({ agreed }) => agreed ?? [])),
    medicare: model === "percentOfMedicare" ? sumOfCents(lines.flatMap(({ medicare }) => medicare ?? [])) : null,
    mix: { lines: mixLines(lines, model, basis), programDays: null },
  };
}

function isOf(line: LineRecord, family: string, code: string | null): boolean {
  return code === null ? line.family === family : line.code.toUpperCase() === code;
}

const BASES: Readonly<Record<string, UnitBasis>> = { hour: "hour", "15 minutes": "quarterHour", day: "day" };

/** Lines of the same code and amount as one. */
function mixLines(lines: readonly LineRecord[], model: AskModel, basis: string | null): MixLine[] {
  const unit = model === "perDiem" ? "day" : (BASES[basis ?? ""] ?? "unit");
  const sums = new Map<string, MixLine>();
  for (const { code, medicare, unitsAuthorized } of lines) {
    const units = unitsAuthorized ?? 0;
    const amount = model === "percentOfMedicare" && medicare !== null ? centsOf(Math.round(medicare / units)) : null;
    const known = sums.get(`${code}|${amount}`);
    sums.set(`${code}|${amount}`, {
      row: sums.size + 1,
      ...known,
      code,
      modifiers: [],
      units: Number(((known?.units ?? 0) + units).toFixed(6)),
      basis: unit,
      minutesPerUnit: null,
      benchmark: amount === null ? NO_AMOUNT : amountOf(code, amount),
      charge: null,
      days: null,
    });
  }
  return [...sums.values()];
}

const NO_AMOUNT = {
  kind: "none",
  reason: "program-per-diem",
  sentence: "Not set against Medicare.",
} as const;

/** The ledger keeps the amount of a line alone: how Medicare builds it stays open. */
function amountOf(code: string, cents: Cents): BenchmarkAmount {
  return {
    kind: "amount",
    cents,
    code,
    modifier: "",
    release: "",
    releaseFile: "",
    locality: "",
    setting: "nonFacility",
    conversionFactor: 0,
    track: null,
    workFloor: "none",
    work: 0,
    pe: 0,
    malpractice: 0,
    workIndex: 0,
    peIndex: 0,
    malpracticeIndex: 0,
    isCapped: false,
    notes: [],
  };
}
