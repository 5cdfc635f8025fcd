import { SAME_UNITS } from "../../measures/unit-basis.ts";
import { lookUp, thisRow } from "../ledger-table.ts";
import { COST_PER_UNIT } from "../settings.ts";
import { NO_MULTIPLE, notCompared } from "./line-benchmark.ts";
import { ANY_MODEL } from "./payer-prices-table.ts";

const LINES = "ServiceLines";
const cell = thisRow("Offers");
const caseId = cell("Case id");
const code = cell("Code");
const model = cell("Rate model");
const rate = cell("Rate");
const line = cell("Compared with");

/** What the calculated columns of Offers say where they have no figure; none of them is 0. */
export const OFFER_WORDS = {
  noCase: "no such case",
  noLine: "the case has no service line",
  otherCode: "the case has no such code",
  severalCodes: "several codes: name one",
  noRate: "no rate",
  asMultiple: "write 140 for 140 percent",
  noModel: "no rate model",
  noUnits: "no units",
  allCodes: "for all codes together",
  noMedicare: "no Medicare rate",
  noCharge: "no billed charge",
  noMultiple: NO_MULTIPLE,
  otherUnit: "not compared: the charge is for another unit",
  noFloor: "no cost of a unit on Settings",
  nothingBefore: "nothing agreed before",
} as const;
const W = OFFER_WORDS;

function ofLine(heading: string): string {
  return lookUp(LINES, heading, "Line id", line);
}
function isNumberOfLine(heading: string): string {
  return `IFERROR(ISNUMBER(${ofLine(heading)}),FALSE)`;
}

// The lines of the case that the code names, as 1 and 0; without a code all of them.
const lineKey = `${LINES}[Code]&"-"&SUBSTITUTE(${LINES}[Modifiers]&"",", ","-")`;
const MATCHES =
  `((${LINES}[Case id]&""=${caseId}&"")*(((${code}&""="")+(${LINES}[Code]&""=${code}&"")+` +
  `(${lineKey}=${code}&""))>0))`;
const countOfCase = `SUMPRODUCT(--(${LINES}[Case id]&""=${caseId}&""))`;

/** The latest line of the code; a choice between different codes is the user's. */
export const COMPARED_WITH =
  `IF(${caseId}="","",IF(SUMPRODUCT(${MATCHES})=0,` +
  `IF(${countOfCase}>0,"${W.otherCode}",IF(SUMPRODUCT(--(Cases[Case id]&""=${caseId}&""))>0,"${W.noLine}","${W.noCase}")),` +
  `IF(SUMPRODUCT(${MATCHES}*(${lineKey}=LOOKUP(2,1/${MATCHES},${lineKey})))=SUMPRODUCT(${MATCHES}),` +
  `LOOKUP(2,1/${MATCHES},${LINES}[Line id]),"${W.severalCodes}")))`;

/** The offer's own unit basis; for a rate per unit else the line's. */
export const UNIT_THAT_APPLIES = `IF(${caseId}="","",IF(${cell("Unit basis")}<>"",${cell("Unit basis")}&"",IF(${model}="Per unit",IFERROR(${ofLine("Unit basis")}&"",""),"")))`;

const basis = cell("Unit that applies");
const isSameUnit = `OR(${SAME_UNITS.map((word) => `${basis}="${word}"`).join(",")})`;
const isOther = (text: string): string => `OR(${text}="Day",${text}="Hour",${text}="15 minutes")`;
const offerUnit = `IF(${isOther(basis)},LOWER(${basis}),IF(AND(${model}="Per day",NOT(${isSameUnit})),"day",""))`;
const lineBasis = `IFERROR(${ofLine("Unit basis")}&"","")`;
const lineUnit = `IF(${isOther(lineBasis)},LOWER(${lineBasis}),"")`;
const hasOwn = `IF(${isNumberOfLine("Own benchmark")},ROUND(${ofLine("Own benchmark")},2)>0,FALSE)`;
const hasMedicare = isNumberOfLine("Medicare rate");
const medicare = ofLine("Medicare rate");
const hasCharge = `IF(${isNumberOfLine("Billed charge")},${ofLine("Billed charge")}>0,FALSE)`;
const charge = ofLine("Billed charge");
const units = cell("Units");

const isPercent = `OR(${model}="Percent of Medicare",${model}="Percent of billed")`;
const severalCodes = `SUMPRODUCT((${LINES}[Case id]&""=${caseId}&"")*(${lineKey}<>IFERROR(${ofLine("Code")}&"-"&SUBSTITUTE(${ofLine("Modifiers")}&"",", ","-"),"")))>0`;
const CASE_RATE =
  `IF(${severalCodes},"${W.allCodes}",IF(AND(ISNUMBER(${units}),N(${units})>0),ROUND(${rate}/${units},2),` +
  `IF(${isNumberOfLine("Units that apply")},IF(${ofLine("Units that apply")}>0,ROUND(${rate}/${ofLine("Units that apply")},2),"${W.noUnits}"),"${W.noUnits}")))`;

/** Why the rate as entered is none; blank where it is one. */
const RATE_FAULT = `IF(NOT(ISNUMBER(${rate})),"${W.noRate}",IF(${rate}<=0,"${W.noRate}",IF(AND(${isPercent},${rate}<10),"${W.asMultiple}","")))`;

export const DOLLARS_PER_UNIT =
  `IF(${caseId}="","",IF(${RATE_FAULT}<>"",${RATE_FAULT},` +
  `IF(OR(${model}="Per unit",${model}="Per day"),${rate},IF(${model}="Per case",${CASE_RATE},` +
  `IF(${model}="Percent of Medicare",IF(${hasMedicare},ROUND(${rate}/100*${medicare},2),"${W.noMedicare}"),` +
  `IF(${model}="Percent of billed",IF(${hasCharge},ROUND(${rate}/100*${charge},2),"${W.noCharge}"),"${W.noModel}"))))))`;

const dollars = cell("Equivalent dollars per unit");

export const PERCENT_OF_MEDICARE =
  `IF(${caseId}="","",IF(AND(${model}="Percent of Medicare",${RATE_FAULT}=""),${rate}/100,` +
  `IF(NOT(ISNUMBER(${dollars})),${dollars},IF(NOT(${hasMedicare}),"${W.noMultiple}",` +
  `IF(AND(OR(${model}="Per unit",${model}="Per day"),${offerUnit}<>"",NOT(${hasOwn})),"${notCompared(`"&${offerUnit}&"`)}",` +
  `${dollars}/${medicare})))))`;

export const PERCENT_OF_BILLED =
  `IF(${caseId}="","",IF(AND(${model}="Percent of billed",${RATE_FAULT}=""),${rate}/100,` +
  `IF(NOT(ISNUMBER(${dollars})),${dollars},IF(NOT(${hasCharge}),"${W.noCharge}",` +
  `IF(AND(OR(${model}="Per unit",${model}="Per day"),${offerUnit}<>${lineUnit}),"${W.otherUnit}",${dollars}/${charge})))))`;

export const MARGIN = `IF(${caseId}="","",IF(NOT(ISNUMBER(${dollars})),${dollars},IF(ISNUMBER(${COST_PER_UNIT}),${dollars}-${COST_PER_UNIT},"${W.noFloor}")))`;

const payer = `IFERROR(${lookUp("Cases", "Payer", "Case id", caseId)}&"","")`;
const level = `IFERROR(${lookUp("Cases", "Level of care", "Case id", caseId)}&"","")`;
const codeOfLine = `IFERROR(${ofLine("Code")}&"",${code}&"")`;
const familyOfLine = `IFERROR(${ofLine("Code family")}&"","")`;
const priceUnit = `IF(${model}="Per unit",${offerUnit},"")`;

/** The key of the row of PayerPrices: of the code, else of its family, else of the level of care of a case without codes. */
function priceRow(modelText: string, unit: string): string {
  const key = (service: string): string => `${payer}&"|"&${service}&"|"&${modelText}&"|"&${unit}`;
  const found = (column: string, service: string): string => lookUp("PayerPrices", "Key", column, key(service));
  return (
    `IF(${caseId}="","",IFERROR(${found("Key", codeOfLine)},IFERROR(${found("Key", familyOfLine)},` +
    `IF(AND(${code}="",${line}="${W.noLine}"),IFERROR(${found("Level key", level)},""),""))))`
  );
}

export const SAME_MODEL_ROW = priceRow(model, priceUnit);
export const ANY_MODEL_ROW = priceRow(`"${ANY_MODEL}"`, '""');

function ofPrice(row: string, heading: string): string {
  const key = cell(row);
  return `IF(${caseId}="","",IF(${key}="","${W.nothingBefore}",${lookUp("PayerPrices", heading, "Key", key)}))`;
}

export const MEDIAN_BEFORE = ofPrice("Row of this model", "Median");
export const BEHIND_IT = ofPrice("Row of this model", "What it says");
/** PayerPrices holds 140 for 140 percent; beside Percent of Medicare it stands as one. */
export const PERCENT_BEFORE = ofPrice("Row of any model", "Median percent of Medicare");
export const PERCENT_BEHIND_IT = ofPrice("Row of any model", "What it says");
