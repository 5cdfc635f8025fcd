/**
 * Invented files in CMS's official layouts, full size, since smaller ones are refused as cut off. The numbers are made
 * up; where CMS prints descriptions there is an x.
 */

const MONTHS = { A: "January", B: "April", C: "July", D: "October" } as const;
export type InventedLetter = keyof typeof MONTHS;

/** Codes whose values the tests know; the rest is filler. */
const KNOWN: readonly (readonly [string, string, string, string, string, string, string, string, string])[] = [
  // code, modifier, status, work, office PE, office NA, facility PE, facility NA, malpractice
  ["99213", "", "A", "1.30", "1.35", "", "0.57", "", "0.10"],
  ["90834", "", "A", "2.24", "0.71", "", "0.40", "", "0.06"],
  ["90853", "", "A", "0.59", "0.25", "", "0.11", "", "0.02"],
  ["91110", "", "A", "2.49", "14.94", "", "14.94", "NA", "0.12"],
  ["91110", "26", "A", "2.49", "0.75", "", "0.75", "", "0.10"],
  ["91110", "TC", "A", "0.00", "14.19", "", "14.19", "NA", "0.02"],
  ["27130", "", "A", "19.60", "13.90", "NA", "13.90", "", "3.99"],
  ["97153", "", "C", "0.00", "0.00", "", "0.00", "", "0.00"],
  ["H0015", "", "I", "0.00", "0.00", "", "0.00", "", "0.00"],
  ["00100", "", "J", "0.00", "0.00", "", "0.00", "", "0.00"],
];
const KNOWN_CODES = new Set(KNOWN.map(([code]) => code));

/** As many codes as CMS lists, and every beginning that CMS's codes have. */
function fillerCodes(): string[] {
  const numbers = Array.from({ length: 19_000 }, (_, at) =>
    String(100 + at * 5 + (at > 18_900 ? 4 : 1)).padStart(5, "0"),
  );
  const letters = [..."ADGHJPQRSTV"].flatMap((letter) => [`${letter}0101`, `${letter}5999`]);
  return [...numbers, "99607", ...letters].filter((code) => !KNOWN_CODES.has(code));
}

function rows(): (typeof KNOWN)[number][] {
  const filler = fillerCodes().map((code, at): (typeof KNOWN)[number] => {
    return [code, "", at % 3 === 0 ? "X" : "A", "1.00", "2.00", "", "1.50", "", "0.05"];
  });
  return [...KNOWN, ...filler];
}

function total(...parts: readonly string[]): string {
  return (parts.reduce((sum, part) => sum + Math.round(Number(part) * 100), 0) / 100).toFixed(2);
}

const STATES =
  "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI".split(
    " ",
  );

/**
 * A relative value file as csv: preamble, five heading lines, records. The layout of 2020 to 2025.
 *
 * @example inventedValuesCsv(2025, "D", "32.3465")
 */
export function inventedValuesCsv(year: number, letter: InventedLetter, conversionFactor: string): string {
  const commas = ",".repeat(28);
  const lines = [
    `,,${year} National Physician Fee Schedule Relative Value File ${MONTHS[letter]} Release${commas}`,
    `,,CPT codes and descriptions only are copyright ${year - 1} American Medical Association.  All Rights Reserved.${commas}`,
    `,,Dental codes (D codes) are copyright ${year} American Dental Association.  All Rights Reserved.${commas}`,
    `,, ${commas}`,
    `,,RELEASED 09/11/${year}${commas}`,
    ",, , ,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,",
    ",,,,NOT USED,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED",
    ",,,,FOR,,,NON-FAC,,FACILITY ,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS",
    ",,,STATUS,MEDICARE ,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT",
    "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT",
  ];
  for (const [code, modifier, status, work, officePe, officeNa, facilityPe, facilityNa, malpractice] of rows()) {
    const totals = `${total(work, officePe, malpractice)},${total(work, facilityPe, malpractice)}`;
    lines.push(
      `${code},${modifier},x,${status},,${work},${officePe},${officeNa},${facilityPe},${facilityNa},${malpractice},${totals},0,XXX,0.00,0.00,0.00,0,0,0,0,0,,${conversionFactor},09,0,99,0.00,0.00,0.00`,
    );
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** The same relative values as fixed width, as CMS packs them beside the csv. */
export function inventedValuesTxt(year: number, conversionFactor: string): string {
  const lines = [
    "HDR CPT CODES AND DESCRIPTIONS ONLY ARE COPYRIGHT ",
    `HDR ${year} AMERICAN MEDICAL ASSOCIATION.  ALL RIGHTS`,
    "HDR RESERVED.  APPLICABLE FARS/DFARS APPLY.       ",
    "HDR THE FOLLOWING STATEMENT APPLIES TO ALL DENTAL ",
    "HDR CODES (HCPCS START WITH LETTER D):  COPYRIGHT ",
    `HDR ${year} AMERICAN DENTAL ASSOCIATION.  ALL RIGH`,
    "HDR RESERVED.                                     ",
  ];
  for (const [code, modifier, status, work, officePe, officeNa, facilityPe, facilityNa, malpractice] of rows()) {
    lines.push(
      [
        code,
        modifier.padEnd(2),
        "x".padEnd(50),
        status,
        " ",
        work.padStart(6),
        officePe.padStart(7),
        officeNa.padEnd(2),
        " ",
        facilityPe.padStart(6),
        facilityNa.padEnd(2),
        " ",
        malpractice.padStart(5),
        total(work, officePe, malpractice).padStart(7),
        total(work, facilityPe, malpractice).padStart(6),
        "0XXX.00.00.0000000",
        " ".repeat(12),
        conversionFactor.padStart(8),
        " 090 99      0.00   0.00   0.00",
      ].join(""),
    );
  }
  return `${lines.join("\n")}\n`;
}

/** The cost indices of a year: 109 localities, as csv. Alabama and Bayland are known to the tests. */
export function inventedIndicesCsv(year: number): string {
  const lines = [
    `ADDENDUM E. FINAL CY ${year} GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY,,,,,,`,
    ",,,,,,",
    `Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,${year} PW GPCI (with 1.0 Floor),${year} PE GPCI,${year} MP GPCI`,
    "10112,AL,00,ALABAMA,1,0.869,0.575",
    "01112,CA,05,BAYLAND,1.081,1.401,0.41",
  ];
  for (let number = 10; lines.length < 112; number++) {
    const contractor = 15_002 + number * 10;
    lines.push(`${contractor},${STATES[number % STATES.length] ?? "OH"},00,PLACE ${number},1.01,0.95,1.2`);
  }
  lines.push(
    '"MAC Assignments as of November 22, 2023",,,,,,',
    ",,,,,,",
    "*Work GPCI reflects a 1.5 floor in Alaska established by the MIPPA.,,,,,,",
  );
  return `${lines.join("\r\n")}\r\n`;
}

/** ZIP codes to localities, fixed width: 35004 is in Alabama, 94110 in Bayland, 94941 needs four more digits. */
export function inventedZips(year: number, quarter: 1 | 2 | 3 | 4): string {
  const line = (state: string, zip: string, mac: string, locality: string, plusFour: string): string =>
    `${state}${zip}${mac}${locality} Z9   ${plusFour} A${" ".repeat(52)}${year}${quarter}`;
  const lines = [
    line("AL", "35004", "10112", "00", "0"),
    line("CA", "94110", "01112", "05", "0"),
    line("CA", "94941", "01112", "05", "1"),
  ];
  for (let zip = 40_000; zip < 82_000; zip++) {
    lines.push(line(STATES[zip % STATES.length] ?? "OH", String(zip), "15102", "00", "0"));
  }
  return `${lines.join("\r\n")}\r\n`;
}
