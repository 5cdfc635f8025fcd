import type { CodeKind } from "./code-mention.ts";

/** The stretches of five digits that CPT numbers its services in (2025), first and last of each. */
const CPT_RANGES: readonly (readonly [number, number])[] = [
  [100, 1999],
  [10004, 10021],
  [10030, 10180],
  [11000, 11107],
  [11200, 11201],
  [11300, 11313],
  [11400, 11471],
  [11600, 11646],
  [11719, 11772],
  [11900, 11983],
  [12001, 12057],
  [13100, 13160],
  [14000, 14350],
  [15002, 15999],
  [16000, 16036],
  [17000, 17380],
  [17999, 17999],
  [19000, 19499],
  [20005, 29999],
  [30000, 32999],
  [33010, 37799],
  [38100, 38999],
  [39000, 39599],
  [40490, 49999],
  [50010, 53899],
  [54000, 55980],
  [56405, 58999],
  [59000, 59899],
  [60000, 60699],
  [61000, 64999],
  [65091, 68899],
  [69000, 69990],
  [70010, 79999],
  [80047, 89398],
  [90281, 90399],
  [90460, 90759],
  [90785, 90899],
  [90901, 90999],
  [91010, 91322],
  [92002, 92499],
  [92502, 92700],
  [92920, 93998],
  [94002, 94799],
  [95004, 95251],
  [95700, 96041],
  [96105, 96171],
  [96202, 96203],
  [96360, 96574],
  [96900, 96999],
  [97010, 97814],
  [98000, 98016],
  [98925, 98943],
  [98960, 98981],
  [99000, 99091],
  [99100, 99199],
  [99202, 99607],
];

/** Whether five digits lie where CPT has codes. */
export function isCptNumber(digits: string): boolean {
  if (!/^\d{5}$/.test(digits)) return false;
  const number = Number(digits);
  return CPT_RANGES.some(([first, last]) => number >= first && number <= last);
}

/** Whether three digits, or four with a leading zero or in the four-digit blocks, are a hospital revenue code (UB-04 field 42). */
export function isRevenueNumber(digits: string): boolean {
  if (!/^\d{3,4}$/.test(digits)) return false;
  const number = Number(digits);
  if (digits.length === 4 && digits.startsWith("0")) return number >= 1 && number <= 999;
  if (digits.length === 3) return number >= 100 && number <= 999;
  return (number >= 1000 && number <= 1006) || (number >= 2100 && number <= 2109) || (number >= 3101 && number <= 3109);
}

/** What a code without modifiers is by its form, or null. Letters in capitals. */
export function kindOfCode(code: string): CodeKind | null {
  if (isCptNumber(code) || /^(?:\d{4}F|0\d{3}[TUMA]|10\d{2}T)$/.test(code)) return "cpt";
  return /^[ABCDEGHJKLMPQRSTUV]\d{4}$/.test(code) ? "hcpcs" : null;
}
