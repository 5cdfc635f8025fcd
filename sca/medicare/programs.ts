import type { NoBenchmark } from "./benchmark.ts";
import { readServiceCode } from "./code-reading.ts";

/** What kind of program a code or a hospital's revenue code stands for. */
export type ProgramKind = "intensiveOutpatient" | "partialHospitalization" | "day" | "residential" | "detoxification";

/** A treatment program that is paid by the day or the stay, in our own words. */
export interface Program {
  readonly code: string;
  readonly kind: ProgramKind;
  readonly name: string;
}

const NAMES: { readonly [Kind in ProgramKind]: string } = {
  intensiveOutpatient: "intensive outpatient treatment",
  partialHospitalization: "partial hospitalization",
  day: "a treatment or rehabilitation program",
  residential: "residential treatment",
  detoxification: "detoxification",
};

const CODES: { readonly [Kind in ProgramKind]: string } = {
  intensiveOutpatient: "H0015 S9480 0905 0906",
  partialHospitalization: "H0035 S0201 0912 0913",
  day: "H2001 H2012 H2013 H2035 H2036 S9475 S9484 S9485 T1006 T1007 T1012 T2019 T2020 0907 0944 0945",
  residential: "H0017 H0018 H0019 H2034 T1020 T2033 T2048 1000 1001 1002 1003 1004 1005 1006",
  detoxification: "H0008 H0009 H0010 H0011 H0012 H0013 H0014 0116 0126 0136 0146 0156",
};

const PROGRAMS: ReadonlyMap<string, Program> = new Map(
  (Object.keys(CODES) as ProgramKind[]).flatMap((kind) =>
    CODES[kind].split(" ").map((code) => [code, { code, kind, name: NAMES[kind] }] as const),
  ),
);

/**
 * The treatment program that a code or revenue code stands for, or null. Programs are paid by the day; Medicare's
 * physician fee schedule has no amount for them, under these codes or others.
 *
 * @example programOf("S9480").kind is "intensiveOutpatient"; programOf("REV 905").code is "0905"
 */
export function programOf(text: string): Program | null {
  const plain = PROGRAMS.get(text);
  if (plain !== undefined) return plain;
  const read = readServiceCode(text);
  return read.kind === "none" ? null : (PROGRAMS.get(read.code) ?? null);
}

/**
 * Whether a code or revenue code is a treatment program's, which has no Medicare benchmark.
 *
 * @example isProgramCode("H0015") is true; isProgramCode("90837") is false
 */
export function isProgramCode(text: string): boolean {
  return programOf(text) !== null;
}

/** The answer to who asks the fee schedule for a program's amount. */
export function noBenchmarkOf(program: Program): NoBenchmark {
  const { code, kind, name } = program;
  const subject = /^\d/.test(code) ? `Revenue code ${code}` : code;
  const start = `No Medicare benchmark: ${subject} stands for ${name}, and Medicare's physician fee schedule has no amount for it.`;
  return { kind: "none", reason: "program-per-diem", sentence: `${start} ${WHY[kind]}` };
}

const ON_REQUEST =
  "On request it can be compared with those day rates, or with the sum of the services of a day; neither is a Medicare price for it.";
const NO_FEE = "Medicare has no fee for it at all, so there is nothing to compare it with.";
const WHY: { readonly [Kind in ProgramKind]: string } = {
  intensiveOutpatient: `Medicare pays such programs by the day, and only to hospitals, community mental health centers and a few other sites. ${ON_REQUEST}`,
  partialHospitalization: `Medicare pays such programs by the day, and only to hospitals and community mental health centers. ${ON_REQUEST}`,
  day: "Payers agree on it by the day, the hour or the stay; it can be compared with the sum of the services of a day, which is no Medicare price for it.",
  residential: NO_FEE,
  detoxification: NO_FEE,
};

/** One line of a bill: how many units of a code on one date. */
export interface DayLine {
  readonly code: string;
  readonly units: number;
}

/**
 * What the lines of one patient and one date would be denied for: a program's day is paid once, and the mental health
 * and the substance use program exclude each other. Empty where there is nothing to say.
 * Source: Blue Cross NC, facility behavioral health (one unit per date, mutually exclusive).
 *
 * @example programDayWarnings([{ code: "H0015", units: 2 }]).length is 1
 */
export function programDayWarnings(lines: readonly DayLine[]): string[] {
  const units = new Map<string, number>();
  for (const line of lines) {
    const program = programOf(line.code);
    if (program === null || !PER_DAY.has(program.code)) continue;
    units.set(program.code, (units.get(program.code) ?? 0) + line.units);
  }
  const warnings: string[] = [];
  for (const [code, count] of units) {
    if (count > 1) warnings.push(`${code} stands ${count} times on one date; a program's day is paid once.`);
  }
  const codes = [...units.keys()];
  if (codes.length > 1) {
    warnings.push(
      `${codes.join(" and ")} stand on one date; payers pay one program a day, so only one of them can be billed.`,
    );
  }
  return warnings;
}

const PER_DAY = new Set(["H0015", "S9480", "H0035", "S0201"]);

/**
 * A warning where a code is called by another program's name, as S0201 often is: the code is taken, and told about.
 * Null where name and code agree, or the code is no program's.
 *
 * @example misnamedProgram("S0201", "intensiveOutpatient") tells that S0201 is partial hospitalization
 */
export function misnamedProgram(
  text: string,
  calledBy: "intensiveOutpatient" | "partialHospitalization",
): string | null {
  const program = programOf(text);
  if (program === null || program.kind === calledBy) return null;
  if (program.kind !== "intensiveOutpatient" && program.kind !== "partialHospitalization") return null;
  const usual =
    calledBy === "intensiveOutpatient" ? "S9480 (mental health) or H0015 (substance use)" : "S0201 or H0035";
  return `${program.code} stands for ${program.name}; ${NAMES[calledBy]} is usually billed with ${usual}. Make sure that the agreement names the code that will be billed.`;
}
