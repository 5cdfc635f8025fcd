import { calculated, entered, kept, type LedgerTable, thisRow } from "../ledger-table.ts";

const cell = thisRow("MedicareRates");

/** The cells that the amount is reckoned from, in the order of Medicare's formula. */
export const AMOUNT_PARTS = [
  "Work RVU",
  "Work index",
  "PE RVU",
  "PE index",
  "MP RVU",
  "MP index",
  "Conversion factor",
] as const;

const PARTS = AMOUNT_PARTS.map(cell);
const [work, workIndex, pe, peIndex, mp, mpIndex, factor] = PARTS;

/** CMS's formula for a payment amount (RVU files, 2020 to 2026), rounded once, at the end. */
const AMOUNT =
  `IF(${cell("Benchmark")}="","",IF(ISNUMBER(${cell("Stated amount")}),${cell("Stated amount")},` +
  `IF(COUNT(${PARTS.join(",")})=${PARTS.length},ROUND((${work}*${workIndex}+${pe}*${peIndex}+${mp}*${mpIndex})*${factor},2),"")))`;

export const MEDICARE_RATES_TABLE: LedgerTable = {
  name: "MedicareRates",
  sheet: "Medicare rates",
  about:
    "One row a Medicare amount that a service line is compared with, with everything it is reckoned from. Renewed in each run; rows of your own stay.",
  columns: [
    kept("Benchmark", "id", 44, "Code, release, locality, setting and conversion factor: Service lines name it."),
    calculated(
      "Amount",
      "money",
      11,
      AMOUNT,
      "Dollars for one unit: (work × index + PE × index + MP × index) × conversion factor, rounded once.",
    ),
    kept("Code", "id", 9, "CPT or HCPCS code."),
    kept("Modifier", "id", 9, "The modifier that has an amount of its own: 26, TC or 53."),
    kept("Release", "text", 9, "CMS's release of the relative values: 2025D is October 2025."),
    kept("Locality", "text", 12, "Medicare contractor and locality, or NATIONAL."),
    kept("Setting", "text", 10, "Office (non-facility) or facility."),
    kept("Work RVU", "rate", 9, "Relative value of the work."),
    kept("PE RVU", "rate", 9, "Relative value of the practice's expense in this setting."),
    kept("MP RVU", "rate", 9, "Relative value of the malpractice insurance."),
    kept("Work index", "rate", 9, "The locality's cost index of work; 1 for the national amount."),
    kept("PE index", "rate", 9, "The locality's cost index of practice expense."),
    kept("MP index", "rate", 9, "The locality's cost index of malpractice insurance."),
    kept("Conversion factor", "rate", 11, "Dollars for one relative value on the day priced for."),
    kept("Work floor", "text", 9, "Whether the work index is lifted to 1, as the law has it for most of 2020 to 2026."),
    entered("Stated amount", "money", 11, "For a row of your own: dollars, where its parts are not known."),
    kept("Note", "wrapped", 50, "What to know about the amount."),
    kept("Source file", "text", 34, "CMS's file that the relative values are from."),
  ],
  conditions: [],
};
