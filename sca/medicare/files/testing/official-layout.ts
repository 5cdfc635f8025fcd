/**
 * Invented texts in the layouts of CMS's files, for tests: no figure is CMS's and no code is described.
 */

/** One row of relative values as CMS prints it. */
export interface InventedValues {
  readonly code: string;
  readonly modifier?: string;
  readonly status?: string;
  /** Hundredths. */
  readonly work?: number;
  readonly nonFacilityPe?: number;
  readonly facilityPe?: number;
  readonly malpractice?: number;
  readonly nonFacilityNa?: boolean;
  readonly facilityNa?: boolean;
  readonly cap?: readonly [number, number, number];
}

/** The headings of 2020 to 2025, stacked as CMS stacks them. */
const STACKED = `||||||||||||||||||||||||||||NON-FACILITY|FACILITY|
||||NOT USED|||||||||||||||||||||PHYSICIAN||DIAGNOSTIC|PE USED|PE USED|MP USED
||||FOR|||NON-FAC||FACILITY ||||||||||||||||SUPERVISION OF||IMAGING|FOR OPPS|FOR OPPS|FOR OPPS
|||STATUS|MEDICARE |WORK|NON-FAC|NA|FACILITY|NA|MP|NON-FACILITY|FACILITY|PCTC|GLOB|PRE|INTRA|POST|MULT|BILAT|ASST|CO-|TEAM|ENDO|CONV|DIAGNOSTIC|CALCULATION|FAMILY|PAYMENT|PAYMENT|PAYMENT
HCPCS|MOD|DESCRIPTION|CODE|PAYMENT|RVU|PE RVU|INDICATOR|PE RVU|INDICATOR|RVU|TOTAL|TOTAL|IND|DAYS|OP|OP|OP|PROC|SURG|SURG|SURG|SURG|BASE|FACTOR|PROCEDURES|FLAG|INDICATOR|AMOUNT|AMOUNT|AMOUNT`
  .split("\n")
  .map((line) => line.split("|"));

/** From 2026 on a column stands before the endoscopic base. */
function withPricingIndicator(records: readonly (readonly string[])[], texts: readonly string[]): string[][] {
  return records.map((record, at) => [...record.slice(0, 23), texts[at] ?? "9", ...record.slice(23)]);
}

function printed(hundredths: number): string {
  const digits = String(hundredths).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function filled(row: InventedValues) {
  const { code, modifier = "", status = "A", work = 0, nonFacilityPe = 0, facilityPe = 0, malpractice = 0 } = row;
  const [capNon, capFac, capMp] = row.cap ?? [0, 0, 0];
  return {
    code,
    modifier,
    status,
    figures: [work, nonFacilityPe, facilityPe, malpractice].map(printed),
    totals: [work + nonFacilityPe + malpractice, work + facilityPe + malpractice].map(printed),
    marks: [row.nonFacilityNa === true ? "NA" : "", row.facilityNa === true ? "NA" : ""],
    caps: [capNon, capFac, capMp].map(printed),
  };
}

/** A csv of relative values: title, notices, stacked headings, rows. */
export function valueRecords(
  title: string,
  factor: string,
  rows: readonly InventedValues[],
  layout: 2025 | 2026 = 2025,
): string[][] {
  const blank = STACKED[0]?.map(() => "") ?? [];
  const notices = [title, "CPT codes only are copyright 2024 American Medical Association.", "RELEASED 01/02/2025"].map(
    (text) => blank.map((_, column) => (column === 2 ? text : "")),
  );
  const body = rows.map((row) => {
    const { code, modifier, status, figures, totals, marks, caps } = filled(row);
    const [work = "", nonFacility = "", facility = "", malpractice = ""] = figures;
    const start = [
      code,
      modifier,
      "x",
      status,
      "",
      work,
      nonFacility,
      marks[0] ?? "",
      facility,
      marks[1] ?? "",
      malpractice,
    ];
    const policy = ["9", "XXX", "0.00", "0.00", "0.00", "9", "9", "9", "9", "9", "", factor, "09", "0", "99"];
    return [...start, ...totals, ...policy, ...caps];
  });
  if (layout === 2025) return [...notices, ...STACKED, ...body];
  const headed = withPricingIndicator(STACKED, ["", "", "", "PRIC", "IND"]);
  return [...withPricingIndicator(notices, ["", "", ""]), ...headed, ...withPricingIndicator(body, [])];
}

/** A line of the fixed-width file of relative values. */
export function valueLine(row: InventedValues, factor: string, pricing = " "): string {
  const { code, modifier, status, figures, totals, marks, caps } = filled(row);
  const [work = "", nonFacility = "", facility = "", malpractice = ""] = figures.map((text) => text.padStart(6));
  const start = `${code}${modifier.padEnd(2)}${"x".padEnd(50)}${status} ${work} ${nonFacility}${(marks[0] ?? "").padEnd(2)}`;
  const middle = ` ${facility}${(marks[1] ?? "").padEnd(2)} ${malpractice.slice(1)} ${totals.map((text) => text.padStart(6)).join("")}`;
  const policy = `9XXX.00.00.0099999${pricing}${" ".repeat(11)}${factor.padStart(8)} 090 99`;
  return `${start}${middle}${policy}    ${caps.map((text) => text.padStart(6)).join(" ")}`;
}

/** The lines before the first code. */
export const HEADER_LINES = ["HDR CPT CODES ONLY ARE COPYRIGHT ", "HDR 2026 AMERICAN MEDICAL ASSOCIATION."];

/** Codes enough for a whole file, reaching wherever CMS's reach. */
export function wholeFile(): InventedValues[] {
  const rows: InventedValues[] = [];
  for (let number = 100; number < 99_999; number += 6)
    rows.push({ code: String(number).padStart(5, "0"), work: number % 400 });
  for (const letter of "ADGHJPQRSTV") {
    for (let number = 0; number < (letter === "V" ? 5364 : 10_000); number += 40)
      rows.push({ code: `${letter}${String(number).padStart(4, "0")}`, status: "X" });
  }
  rows.push({ code: "V5364", status: "N" });
  return rows;
}

/** A contractor of every state, two in some: enough localities for a whole file. */
export const PLACES: readonly (readonly [mac: string, locality: string, state: string])[] = (
  "01112CA 01182CA 01212HI 01312NV 02102AK 02202ID 02302OR 02402WA 03102AZ 03202MT 03302ND 03402SD 03502UT 03602WY 04112CO " +
  "04212NM 04312OK 04412TX 05102IA 05202KS 05302MO 05402NE 06102IL 06202MN 06302WI 07102AR 07202LA 07302MS 08102IN 08202MI " +
  "09102FL 09202PR 10112AL 10212GA 10312TN 11202SC 11302VA 11402WV 11502NC 12102DE 12202DC 12302MD 12402NJ 12502PA 13102CT " +
  "13202NY 13282NY 13292NY 14112ME 14212MA 14312NH 14412RI 14512VT 15102KY 15202OH"
)
  .split(" ")
  .flatMap((text) => ["01", "99"].map((locality) => [text.slice(0, 5), locality, text.slice(5)] as const))
  .concat([["09202", "50", "VI"]]);
