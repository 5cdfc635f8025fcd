import type { BenchmarkQuestion } from "../../sca/medicare/benchmark.ts";
import { readServiceTime } from "../../sca/medicare/day-of-service.ts";
import { readSetting } from "../../sca/medicare/setting.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { type Cents, parseMoney } from "../../sca/values/money.ts";
import { type Arguments, asOfDay, UsageProblem } from "./arguments.ts";

/** What a command line says of a service beside its code; the place is not looked up yet. */
export interface RateTerms extends Required<Pick<BenchmarkQuestion, "day" | "setting" | "track" | "workFloor">> {
  readonly placeText: string;
}

/** The day of service: what `--day` says, else the as-of day where that is given. Null where neither is. */
export function serviceDay(given: Arguments): CalendarDate | null {
  const text = given.text("day");
  if (text === undefined) return given.text("as-of") === undefined ? null : asOfDay(given.text("as-of"));
  const time = readServiceTime(text, "");
  if (time.kind !== "day")
    throw new UsageProblem(`--day "${text}" is not one day of the calendar. Write it as 2025-03-01.`);
  return time.day;
}

/** The modifiers of the line: "26", "95,26", "GT 95". */
export function modifiersOf(given: Arguments): string[] {
  return (given.text("modifiers") ?? "").split(/[\s,;]+/).filter((word) => word !== "");
}

/** The rate agreed, in cents for one unit of the code. */
export function agreedRate(given: Arguments): Cents | null {
  const text = given.text("agreed");
  if (text === undefined) return null;
  const cents = parseMoney(text);
  if (cents === null || cents <= 0) {
    throw new UsageProblem(`--agreed "${text}" is not an amount of dollars above 0. Write it as 162.50.`);
  }
  return cents;
}

/** What holds for every code of the line: whose conversion factor, and which work index. */
export function rateBasis(given: Arguments): Pick<RateTerms, "track" | "workFloor"> {
  const floor = given.text("floor");
  if (floor !== undefined && floor !== "with" && floor !== "without") {
    throw new UsageProblem(
      `--floor "${floor}" is not known. Write with or without, or leave it out for what the law has on the day.`,
    );
  }
  return { track: given.isSet("qp") ? "qp" : "nonQp", workFloor: floor ?? "asByLaw" };
}

/** Day, place and setting, which every amount needs. Throws a UsageProblem that names all that are missing together. */
export function rateTerms(given: Arguments): RateTerms {
  const day = serviceDay(given);
  const placeText = given.text("place");
  const settingText = given.text("setting");
  if (day === null || placeText === undefined || settingText === undefined) {
    const missing = [
      ...(day === null ? ["--day 2025-03-01 (the day of service)"] : []),
      ...(placeText === undefined ? ['--place 10112-00 (or a ZIP code, "Cook County, IL", or national)'] : []),
      ...(settingText === undefined ? ["--setting office (or facility, or the place of service code)"] : []),
    ];
    throw new UsageProblem(`Medicare's amount depends on more: add ${missing.join(", ")}.`);
  }
  const setting = readSetting(settingText);
  if (setting === null) {
    throw new UsageProblem(
      `--setting "${settingText}" does not tell whether Medicare pays the office or the facility amount. Write office, facility, or the two digits of the place of service, such as 11.`,
    );
  }
  return { day, placeText, setting, ...rateBasis(given) };
}
