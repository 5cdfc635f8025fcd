import { AFTER_THE_END } from "../../deadlines/countdown.ts";
import { SAME_UNITS } from "../../measures/unit-basis.ts";
import { MODEL_WORDS } from "../../tracker/review/code-words.ts";
import { ASKED, DOLLAR_FIELDS, namesAnyFormula } from "../asked-fields.ts";
import { calculated, entered, kept, type LedgerTable, lookUp, thisRow, tracked } from "../ledger-table.ts";
import { NOT_STATED } from "../ledger-words.ts";
import { runsOutFormula } from "./authorization-periods-table.ts";
import { MEDICARE_DOLLARS, MEDICARE_RATE, MULTIPLE, OTHER_UNIT, PERCENT_OF_MEDICARE } from "./line-benchmark.ts";

const TABLE = "ServiceLines";
const PERIODS = "AuthorizationPeriods";
const cell = thisRow(TABLE);
const applies = cell("Outcome that applies");
const NOT_AGREED = `OR(${applies}="Pending",${applies}="Denied",${applies}="Withdrawn")`;

function fromCase(heading: string): string {
  return lookUp("Cases", heading, "Case id", cell("Case id"));
}
function fromPeriod(heading: string): string {
  return lookUp(PERIODS, heading, "Period id", cell("Period id"));
}

const OUTCOME_THAT_APPLIES =
  `IF(${cell("Case id")}="","",IF(${cell("Period id")}<>"",IFERROR(${fromPeriod("Outcome that applies")}&"",""),` +
  `IFERROR(${fromCase("Outcome")}&"","")))`;

const MODEL_THAT_APPLIES =
  `IF(${cell("Case id")}="","",IF(${cell("Rate model")}<>"",${cell("Rate model")}&"",` +
  `IF(IFERROR(${fromPeriod("Rate model")}&"","")="${NOT_STATED}","",` +
  `IF(IFERROR(${fromPeriod("Rate model")}&"","")<>"",${fromPeriod("Rate model")}&"",IFERROR(${fromCase("Rate model")}&"","")))))`;

const RATE_THAT_APPLIES =
  `IF(${cell("Case id")}="","",IF(ISNUMBER(${cell("Agreed rate")}),${cell("Agreed rate")},` +
  `IF(IFERROR(${fromPeriod("Agreed rate")}&"","")="${NOT_STATED}","",` +
  `IF(IFERROR(ISNUMBER(${fromPeriod("Agreed rate")}),FALSE),${fromPeriod("Agreed rate")},` +
  `IFERROR(IF(ISNUMBER(${fromCase("Agreed rate")}),${fromCase("Agreed rate")},""),"")))))`;

const linesOfPeriod = `COUNTIFS(${TABLE}[Period id],${cell("Period id")})`;
const linesOfCase = `COUNTIFS(${TABLE}[Case id],${cell("Case id")})`;
const unitsOfCase =
  `SUMIFS(${PERIODS}[Units authorized],${PERIODS}[Case id],${cell("Case id")},${PERIODS}[Outcome that applies],"<>Pending",` +
  `${PERIODS}[Outcome that applies],"<>Denied",${PERIODS}[Outcome that applies],"<>Withdrawn",${PERIODS}[In question],"<>Yes")`;

const UNITS_THAT_APPLY =
  `IF(OR(${cell("Case id")}="",${NOT_AGREED}),"",IF(ISNUMBER(${cell("Units authorized")}),${cell("Units authorized")},` +
  `IF(${cell("Period id")}<>"",IF(AND(${linesOfPeriod}=1,IFERROR(ISNUMBER(${fromPeriod("Units authorized")}),FALSE)),${fromPeriod("Units authorized")},""),` +
  `IF(AND(${linesOfCase}=1,${unitsOfCase}>0),${unitsOfCase},""))))`;

const model = cell("Model that applies");
const rate = cell("Rate that applies");
const units = cell("Units that apply");

const ASKED_ANYWHERE = `IFERROR(${fromCase(ASKED)}&"","")&" "&IFERROR(${fromPeriod(ASKED)}&"","")&" "&${cell(ASKED)}`;
const IN_QUESTION = `IF(${cell("Case id")}="","",IF(${namesAnyFormula(ASKED_ANYWHERE, DOLLAR_FIELDS)},"Yes",""))`;

/** A rate per case is all in: once, on the first line in force of its code. */
const column = (heading: string): string => `${TABLE}[${heading}]`;
const EARLIER_OF_CODE =
  `SUMPRODUCT(--(${column("Case id")}=${cell("Case id")}),--(${column("Code")}=${cell("Code")}),` +
  `--(${column("Modifiers")}=${cell("Modifiers")}),--(${column("Outcome that applies")}<>"Pending"),` +
  `--(${column("Outcome that applies")}<>"Denied"),--(${column("Outcome that applies")}<>"Withdrawn"),` +
  `--(ROW(${column("Line id")})<ROW(${cell("Line id")})))`;

const EXPECTED = [
  `IF(OR(${cell("Case id")}="",${NOT_AGREED},${cell("In question")}="Yes",NOT(ISNUMBER(${rate}))),"",`,
  `IF(${model}="Per case",IF(ISNUMBER(${cell("Agreed rate")}),IF(${EARLIER_OF_CODE}=0,${rate},""),IF(${linesOfCase}=1,${rate},"")),`,
  `IF(NOT(ISNUMBER(${units})),"",`,
  `IF(OR(${model}="Per unit",${model}="Per day"),${rate}*${units},`,
  `IF(AND(${model}="Percent of billed",ISNUMBER(${cell("Billed charge")})),${rate}/100*${cell("Billed charge")}*${units},`,
  `${PERCENT_OF_MEDICARE})))))`,
].join("");

const UNITS_LEFT =
  `IF(OR(${cell("Case id")}="",${NOT_AGREED}),"",IF(AND(ISNUMBER(${cell("Units authorized")}),ISNUMBER(${cell("Units used")})),` +
  `${cell("Units authorized")}-${cell("Units used")},""))`;

const RUNS_OUT =
  `IF(OR(${cell("Case id")}="",${cell("Period id")}="",${NOT_AGREED}),"",IFERROR(` +
  `${runsOutFormula({
    first: fromPeriod("First covered day"),
    last: fromPeriod("Last covered day"),
    authorized: cell("Units authorized"),
    used: cell("Units used"),
    countedTo: fromPeriod("Use counted to"),
  })},""))`;

const RUNS_OUT_FIRST =
  `IF(ISNUMBER(${cell("Runs out on")}),IF(COUNTIFS(${TABLE}[Period id],${cell("Period id")},` +
  `${TABLE}[Runs out on],"<"&${cell("Runs out on")})=0,"Yes","No"),"")`;

const DOLLARS_LEFT =
  `IF(AND(ISNUMBER(${cell("Units left")}),ISNUMBER(${rate}),${cell("In question")}="",OR(${model}="Per unit",${model}="Per day")),` +
  `MAX(0,${cell("Units left")})*${rate},"")`;

export const SERVICE_LINES_TABLE: LedgerTable = {
  name: TABLE,
  sheet: "Service lines",
  about: "One row a code under a case; by authorization, where the tracker counts units by code and authorization.",
  columns: [
    kept("Line id", "id", 24, "The case's id, the authorization's number where there is one, and the code."),
    calculated("Patient", "text", 20, `IFERROR(${fromCase("Patient")}&"","")`, "The case's patient."),
    tracked("Code", "id", 10, "CPT, HCPCS or revenue code."),
    tracked("Modifiers", "id", 10, "Modifiers, with commas between."),
    entered("Description", "text", 26, "Your own words for the code."),
    tracked("Rate model", "text", 19, "How this code is paid, where the tracker says so by code.", {
      choices: { words: MODEL_WORDS.words, strict: false },
    }),
    tracked("Agreed rate", "decimal", 12, "This code's own rate: 140 for 140 percent, otherwise US dollars."),
    entered("Units requested", "decimal", 10, "Units asked for."),
    tracked("Units authorized", "decimal", 10, "Units granted for this code."),
    tracked("Units used", "decimal", 9, "Units of this code used so far."),
    entered(
      "Unit basis",
      "text",
      12,
      "What a unit is: day, hour, 15 minutes; Visit, Session or Unit where it is one service of the code, as Medicare counts it.",
      { choices: { words: ["Day", "Hour", "15 minutes", ...SAME_UNITS], strict: false } },
    ),
    calculated(
      "Expected dollars",
      "money",
      13,
      EXPECTED,
      "Rate times units where both are known and the request is not pending, denied or withdrawn. A rate per case counts once. Blank while Review asks about what it rests on.",
    ),
    kept(ASKED, "text", 20, "What Review asks about this line."),
    kept(
      "Benchmark",
      "text",
      46,
      "The row of Medicare rates that this line is compared with, or why there is none. Renewed in each run.",
    ),
    calculated(
      "Multiple of Medicare",
      "multiple",
      16,
      MULTIPLE,
      "The agreed rate over Medicare's for one unit; a percent of Medicare over 100. In words where the two cannot be compared.",
    ),
    calculated(
      "Medicare rate",
      "money",
      11,
      MEDICARE_RATE,
      "Dollars for one unit: your own benchmark where you typed one, else Medicare's amount on the sheet Medicare rates.",
    ),
    entered("Own benchmark", "money", 12, "Dollars for one unit that you want to compare with instead of Medicare's.", {
      hint: "Your own figure: it comes before Medicare's amount, and stays out of the payer's multiple unless Settings says otherwise.",
    }),
    entered(
      "Place of service",
      "text",
      10,
      "Where the service is furnished: a place of service code such as 11, or office or facility. Blank: as on Settings.",
      {
        hint: "A place of service code such as 11 (office), 22 (hospital), 53 (mental health center), or the word office or facility. Counts from the next run on.",
      },
    ),
    entered("Billed charge", "money", 12, "The charge for one unit."),
    calculated("Units left", "decimal", 9, UNITS_LEFT, "Authorized less used, of this code."),
    calculated("Runs out on", "date", 13, RUNS_OUT, "The day this code's units run out at the pace of use so far."),
    calculated(
      "Runs out first",
      "text",
      9,
      RUNS_OUT_FIRST,
      "Yes for the code of its authorization that runs out first.",
    ),
    calculated(
      "Dollars left",
      "money",
      12,
      DOLLARS_LEFT,
      "Units left times the rate, where the rate is dollars per unit or day.",
    ),
    kept(
      "Priced for",
      "date",
      12,
      "The day whose fee schedule the benchmark is from: the first covered day, where it is known.",
    ),
    kept("Benchmark note", "text", 30, "What to know about the benchmark of this line."),
    calculated("Payer", "text", 24, `IFERROR(${fromCase("Payer")}&"","")`, "The case's payer."),
    kept("Case id", "id", 14, "The case on the Cases sheet."),
    kept("Period id", "id", 17, "The authorization that the line belongs to; blank for a code of the whole case."),
    calculated(
      "Outcome that applies",
      "muted",
      18,
      OUTCOME_THAT_APPLIES,
      "The authorization's outcome, else the case's.",
    ),
    calculated(
      "In question",
      "muted",
      9,
      IN_QUESTION,
      "Yes while Review asks about the outcome, rate, units or code: no dollars are reckoned from them.",
    ),
    calculated(
      "Model that applies",
      "muted",
      18,
      MODEL_THAT_APPLIES,
      "The code's own rate model, else the authorization's, else the case's.",
    ),
    calculated(
      "Rate that applies",
      "decimal",
      12,
      RATE_THAT_APPLIES,
      "The code's own rate, else the authorization's, else the case's.",
    ),
    calculated(
      "Units that apply",
      "decimal",
      10,
      UNITS_THAT_APPLY,
      "The code's own units; for the only code, the units of its authorization or of all authorizations of the case.",
    ),
    calculated(
      "Rate is per",
      "muted",
      10,
      OTHER_UNIT,
      "Day, hour or 15 minutes, where the rate is not for one service of the code: then it is not compared with Medicare's.",
    ),
    calculated(
      "Medicare dollars",
      "money",
      12,
      MEDICARE_DOLLARS,
      "Medicare's amount for the units agreed: what the line weighs in its payer's multiple.",
    ),
    kept("Code family", "muted", 22, "What payers negotiate as one thing with this code: Payer prices tells by it."),
    kept("Source sheet", "muted", 16, "The sheet of the tracker that the line was read from."),
    kept("Source rows", "muted", 18, "The rows (or columns) of the tracker that the line was read from."),
  ],
  conditions: [
    { column: "Units left", when: "AND(ISNUMBER({Units left}),N({Units left})<=0)", signal: "urgent" },
    {
      column: "Runs out on",
      when: `AND(ISNUMBER({Runs out on}),{Runs out on}<>"${AFTER_THE_END}")`,
      signal: "attention",
    },
    { column: ASKED, when: `{${ASKED}}<>""`, signal: "attention" },
    { column: "Benchmark", when: 'LEFT({Benchmark},21)="No Medicare benchmark"', signal: "quiet" },
    { column: "Source rows", when: 'LEFT({Source rows},9)="no longer"', signal: "attention" },
  ],
};
