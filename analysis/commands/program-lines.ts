import type { BenchmarkQuestion, NoBenchmark } from "../../sca/medicare/benchmark.ts";
import type { ComponentBuildUp, DayService } from "../../sca/medicare/component-build-up.ts";
import type { ProgramComparison } from "../../sca/medicare/program-comparison.ts";
import { percentOf } from "../../sca/rates/fraction.ts";
import { type Cents, printMoney } from "../../sca/values/money.ts";
import { UsageProblem } from "./arguments.ts";

/** A figure that is no benchmark, and how the agreed rate stands to it. */
function compared(cents: Cents, agreed: Cents | null): string {
  const percent = agreed === null ? null : percentOf(agreed, cents, 1);
  return percent === null || agreed === null
    ? printMoney(cents)
    : `${printMoney(cents)}   (agreed ${printMoney(agreed)} is ${percent.toFixed(1)}% of it)`;
}

const LEVELS = { three: "3 services", fourOrMore: "4 or more services" } as const;
const PROGRAMS = {
  intensiveOutpatient: "intensive outpatient",
  partialHospitalization: "partial hospitalization",
} as const;

/** Medicare's day rates beside a program's day, both sites, under their label. */
export function comparisonLines(found: ProgramComparison | NoBenchmark, agreed: Cents | null): string[] {
  if (found.kind === "none") return [`No comparison: ${found.sentence}`];
  const { label, program, level, hospital, communityMentalHealthCenter: center, file, effective, notes } = found;
  return [
    `Day rates of ${PROGRAMS[program]}, ${LEVELS[level]} a day (${label}):`,
    `  Hospital                          ${hospital.classification}  ${compared(hospital.cents, agreed)}`,
    `  Community mental health center    ${center.classification}  ${compared(center.cents, agreed)}`,
    `  From OPPS Addendum A, in force from ${effective} (${file})`,
    ...notes.map((note) => `  Note: ${note}`),
  ];
}

/** The sum of a day's services, line by line, under its label. */
export function buildUpLines(built: ComponentBuildUp, agreed: Cents | null): string[] {
  return [
    `The services of the day (${built.label}):`,
    ...built.services.map(({ question, units, benchmark, cents }) => {
      const each = benchmark.kind === "amount" ? printMoney(benchmark.cents) : `no benchmark (${benchmark.reason})`;
      const sum = cents === null ? "" : ` = ${printMoney(cents)}`;
      return `  ${String(units).padStart(2)} x ${question.code} at ${each}${sum}`;
    }),
    ...(built.cents === null
      ? []
      : [`  ${built.isComplete ? "Sum" : "Sum of what has a benchmark"}: ${compared(built.cents, agreed)}`]),
    ...built.notes.map((note) => `  Note: ${note}`),
  ];
}

/**
 * Reads the services of a day as "90834x1,90853x3"; a code without a number is there once. Throws a UsageProblem that
 * names what cannot be read.
 */
export function dayServices(text: string, like: Omit<BenchmarkQuestion, "code" | "modifiers">): DayService[] {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) throw new UsageProblem('--build-up names no service. Write it as "90834x1,90853x3".');
  return parts.map((part) => {
    const [, code = "", modifier, units = "1"] =
      /^([A-Za-z0-9]{5})(?:-([A-Za-z0-9]{2}))?(?:\s*[xX*]\s*(\d{1,2}))?$/.exec(part) ?? [];
    if (code === "" || Number(units) < 1) {
      throw new UsageProblem(
        `--build-up "${part}" is not a code with its number of times a day. Write it as "90834x1,90853x3".`,
      );
    }
    const modifiers = modifier === undefined ? [] : [modifier.toUpperCase()];
    return { question: { ...like, code: code.toUpperCase(), modifiers }, units: Number(units) };
  });
}

/** An answer without an amount: that first, then why. */
export function noBenchmarkLines(code: string, found: NoBenchmark): string[] {
  return [
    `${code}: no Medicare benchmark (${found.reason})`,
    `  ${found.sentence.replace(/^No Medicare benchmark: /, "")}`,
  ];
}
