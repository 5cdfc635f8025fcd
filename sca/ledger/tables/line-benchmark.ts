import { SAME_UNITS } from "../../measures/unit-basis.ts";
import { lookUp, thisRow } from "../ledger-table.ts";
import { COUNT_OWN } from "../settings.ts";

const cell = thisRow("ServiceLines");
const own = cell("Own benchmark");
const model = cell("Model that applies");
const rate = cell("Rate that applies");
const units = cell("Units that apply");
const medicare = cell("Medicare rate");
const basis = cell("Unit basis");
const applies = cell("Outcome that applies");

/** In the column Medicare rate of a line that has neither Medicare's amount nor one of the user's own. */
export const NO_RATE = "none";
/** In the column Multiple of Medicare of a line whose rate has nothing to be set against. */
export const NO_MULTIPLE = "no benchmark";

/** What the column Multiple of Medicare says of a rate that is for another unit than Medicare's amount. */
export function notCompared(unit: string): string {
  return `${NOT_COMPARED}${unit}${MEDICARE_UNIT}`;
}
const NOT_COMPARED = "not compared: rate is per ";
const MEDICARE_UNIT = ", Medicare's per service";
/** The same for a percent of billed while the column Billed charge is blank. */
export const NO_CHARGE = "no billed charge";
/** The same for a rate of which nobody says what it is for. */
export const NO_MODEL = "no rate model";

/** A benchmark of 0 or of less than a cent is none. */
const HAS_OWN = `IF(ISNUMBER(${own}),ROUND(${own},2)>0,FALSE)`;
const LOOKED_UP = lookUp("MedicareRates", "Amount", "Benchmark", cell("Benchmark"));

export const MEDICARE_RATE =
  `IF(${cell("Case id")}="","",IF(${HAS_OWN},ROUND(${own},2),` +
  `IFERROR(IF(ISNUMBER(${LOOKED_UP}),IF(${LOOKED_UP}>0,${LOOKED_UP},"${NO_RATE}"),"${NO_RATE}"),"${NO_RATE}")))`;

const IS_SAME_UNIT = `OR(${SAME_UNITS.map((word) => `${basis}="${word}"`).join(",")})`;

/** The unit of the rate where it is not one service of the code. */
export const OTHER_UNIT =
  `IF(${cell("Case id")}="","",IF(OR(${basis}="Day",${basis}="Hour",${basis}="15 minutes"),LOWER(${basis}),` +
  `IF(AND(${model}="Per day",NOT(${IS_SAME_UNIT})),"day","")))`;

const other = cell("Rate is per");
const DOLLARS_A_UNIT = `IF(${model}="Percent of billed",${rate}/100*${cell("Billed charge")},${rate})`;

export const MULTIPLE = [
  `IF(OR(${cell("Case id")}="",${cell("In question")}="Yes",NOT(ISNUMBER(${rate}))),"",`,
  `IF(${model}="Percent of Medicare",${rate}/100,`,
  `IF(${model}="Per case","${notCompared("case")}",`,
  `IF(AND(${model}="Percent of billed",NOT(ISNUMBER(${cell("Billed charge")}))),"${NO_CHARGE}",`,
  `IF(NOT(OR(${model}="Per unit",${model}="Per day",${model}="Percent of billed")),"${NO_MODEL}",`,
  `IF(NOT(ISNUMBER(${medicare})),"${NO_MULTIPLE}",`,
  `IF(AND(${other}<>"",NOT(${HAS_OWN})),"${NOT_COMPARED}"&${other}&"${MEDICARE_UNIT}",`,
  `${DOLLARS_A_UNIT}/${medicare})))))))`,
].join("");

/** The dollars of a percent of Medicare: the percent of one unit to the cent, times the units. */
export const PERCENT_OF_MEDICARE =
  `IF(AND(${model}="Percent of Medicare",ISNUMBER(${medicare}),OR(${other}="",${HAS_OWN})),` +
  `ROUND(${rate}/100*${medicare},2)*${units},"")`;

const GRANTED = `OR(${applies}="Approved",${applies}="Partially approved",${applies}="Approved on appeal")`;

/** What Medicare would pay for the units agreed: the weight of the line in its payer's multiple. */
export const MEDICARE_DOLLARS =
  `IF(AND(ISNUMBER(${cell("Multiple of Medicare")}),ISNUMBER(${cell("Expected dollars")}),ISNUMBER(${medicare}),ISNUMBER(${units}),${GRANTED},` +
  `OR(NOT(${HAS_OWN}),${COUNT_OWN}="Yes")),${medicare}*${units},"")`;
