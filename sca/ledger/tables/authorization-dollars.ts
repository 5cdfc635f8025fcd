import { ASKED, DOLLAR_FIELDS, namesAnyFormula } from "../asked-fields.ts";
import { lookUp, thisRow } from "../ledger-table.ts";

const LINES = "ServiceLines";
const cell = thisRow("AuthorizationPeriods");
const applies = cell("Outcome that applies");
const NOT_IN_FORCE = `OR(${applies}="Pending",${applies}="Denied",${applies}="Withdrawn")`;
const OWN_UNITS = `AND(ISNUMBER(${cell("Units authorized")}),ISNUMBER(${cell("Units used")}))`;

/** Whether Review asks about something that makes up the dollars; what a period states itself answers to its own questions. */
const ASKED_OF_CASE = `IFERROR(${lookUp("Cases", ASKED, "Case id", cell("Case id"))}&"","")`;
const ASKED_OF_ONLY_CODE = `IFERROR(${lookUp(LINES, ASKED, "Period id", cell("Period id"))}&"","")`;
export const IN_QUESTION =
  `IF(${cell("Case id")}="","",IF(OR(${namesAnyFormula(cell(ASKED), DOLLAR_FIELDS)},` +
  `${namesAnyFormula(ASKED_OF_CASE, ["Outcome", "Units authorized", "Code"])},` +
  `AND(COUNTIFS(${LINES}[Period id],${cell("Period id")})=1,${namesAnyFormula(ASKED_OF_ONLY_CODE, DOLLAR_FIELDS)}),` +
  `AND(${cell("Agreed rate")}="",${namesAnyFormula(ASKED_OF_CASE, ["Agreed rate"])}),` +
  `AND(${cell("Rate model")}="",${namesAnyFormula(ASKED_OF_CASE, ["Rate model"])})),"Yes",""))`;

const NO_DOLLARS = `OR(${cell("Case id")}="",${NOT_IN_FORCE},${cell("In question")}="Yes")`;
const IS_DOLLARS_PER_UNIT = `OR(${cell("Model that applies")}="Per unit",${cell("Model that applies")}="Per day")`;
function sumOfLines(heading: string): string {
  return (
    `IF(COUNTIFS(${LINES}[Period id],${cell("Period id")},${LINES}[${heading}],">-1000000000")>0,` +
    `SUMIFS(${LINES}[${heading}],${LINES}[Period id],${cell("Period id")}),"")`
  );
}
const RATES_BY_CODE = `COUNTIFS(${LINES}[Period id],${cell("Period id")},${LINES}[Agreed rate],">-1000000000")>0`;

/** Units left times the rate. */
export const DOLLARS_AT_RISK =
  `IF(OR(${cell("Case id")}="",${NOT_IN_FORCE}),"",IF(${OWN_UNITS},` +
  `IF(AND(${IS_DOLLARS_PER_UNIT},ISNUMBER(${cell("Rate that applies")}),${cell("In question")}=""),` +
  `MAX(0,${cell("Units left")})*${cell("Rate that applies")},""),` +
  `${sumOfLines("Dollars left")}))`;

/** Units authorized times the rate; where codes have their own rates, the sum of the lines. */
export const EXPECTED_DOLLARS =
  `IF(${NO_DOLLARS},"",IF(AND(${cell("Model that applies")}="Per case",ISNUMBER(${cell("Agreed rate")}),NOT(${RATES_BY_CODE})),${cell("Agreed rate")},` +
  `IF(OR(NOT(ISNUMBER(${cell("Units authorized")})),${RATES_BY_CODE},${cell("Model that applies")}="Percent of Medicare",${cell("Model that applies")}="Percent of billed"),${sumOfLines("Expected dollars")},` +
  `IF(AND(${IS_DOLLARS_PER_UNIT},ISNUMBER(${cell("Rate that applies")})),${cell("Units authorized")}*${cell("Rate that applies")},""))))`;
