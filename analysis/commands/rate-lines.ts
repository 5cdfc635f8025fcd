import type { BenchmarkAmount, BenchmarkQuestion } from "../../sca/medicare/benchmark.ts";
import { localityKey, type MedicareLibrary, valueKey } from "../../sca/medicare/fee-schedule.ts";
import { printSetting } from "../../sca/medicare/setting.ts";
import { printMoney } from "../../sca/values/money.ts";
import { releaseWords, trackWords } from "../medicare/held-words.ts";
import { longDay } from "../report/figures.ts";

/** A whole number with a point before its last digits. @example decimal(323465, 4) is "32.3465" */
export function decimal(whole: number | bigint, places: number): string {
  const sign = whole < 0 ? "-" : "";
  const digits = String(whole < 0 ? -whole : whole).padStart(places + 1, "0");
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Where an amount is for: "ALABAMA, AL 10112-00", or the national amount. */
function placeWords(amount: BenchmarkAmount, question: BenchmarkQuestion, library: MedicareLibrary): string {
  const { place, day } = question;
  if (place.kind === "national") return "national (all cost indices 1)";
  const year = library.localityYears.find((one) => one.year === Number(day.slice(0, 4)));
  const found = year?.localities.get(localityKey(place.mac, place.locality));
  const name = found === undefined ? "" : `${found.name.replace(/\*+$/, "")}, ${found.state}, `;
  return `${name}contractor and locality ${amount.locality}`;
}

const FLOOR_WORDS = {
  with: "work index with the floor of 1.0",
  without: "work index without the floor of 1.0",
  none: "",
} as const;

/** Figures of different length, their points below each other. */
function pointed(label: string, whole: number | bigint, places: number): string {
  return `  ${label.padEnd(35)}${decimal(whole, places).padStart(places + 11)}`;
}

/** One product of the reckoning, with room to check it on a calculator. */
function product(label: string, units: number, index: number): string {
  const factors = `${label.padEnd(18)}${decimal(units, 2).padStart(7)} x ${decimal(index, 3)}`;
  return pointed(`${factors.padEnd(33)} =`, BigInt(units) * BigInt(index), 5);
}

/**
 * An amount with everything that it came from, line by line, so that it can be checked with a calculator.
 *
 * @example the first line for 99213 in Alabama in 2025 is "99213: $81.86 is Medicare's amount for one unit"
 */
export function amountLines(amount: BenchmarkAmount, question: BenchmarkQuestion, library: MedicareLibrary): string[] {
  const { work, workIndex, pe, peIndex, malpractice, malpracticeIndex, conversionFactor } = amount;
  const sum =
    BigInt(work) * BigInt(workIndex) + BigInt(pe) * BigInt(peIndex) + BigInt(malpractice) * BigInt(malpracticeIndex);
  const floor = FLOOR_WORDS[amount.workFloor];
  return [
    `${valueKey(amount.code, amount.modifier)}: ${printMoney(amount.cents)} is Medicare's amount for one unit`,
    `  Day                ${longDay(question.day)}`,
    `  Place              ${placeWords(amount, question, library)}`,
    `  Setting            ${printSetting(amount.setting)}`,
    `  Release            ${releaseWords(amount.release)} (${amount.release}), from ${amount.releaseFile}`,
    "",
    "                      units   index",
    product("Work", work, workIndex) + (floor === "" ? "" : `      (${floor})`),
    product("Practice expense", pe, peIndex),
    product("Malpractice", malpractice, malpracticeIndex),
    pointed("Sum", sum, 5),
    `${pointed("x conversion factor", conversionFactor, 4)}      ${trackWords(amount.track).trim()}`.trimEnd(),
    `${pointed("Amount", sum * BigInt(conversionFactor), 9)}   rounded once, to ${printMoney(amount.cents)}`,
    ...amount.notes.map((note) => `  Note: ${note}`),
  ];
}
