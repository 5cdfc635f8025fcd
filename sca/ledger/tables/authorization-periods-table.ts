import { AFTER_THE_END, FARTHEST_RUN_OUT_DAYS } from "../../deadlines/countdown.ts";
import { COST_SHARING_WORDS, MODEL_WORDS, OUTCOME_WORDS, YES_NO_WORDS } from "../../tracker/review/code-words.ts";
import { ASKED } from "../asked-fields.ts";
import { calculated, entered, kept, type LedgerTable, lookUp, thisRow, tracked } from "../ledger-table.ts";
import { NOT_STATED } from "../ledger-words.ts";
import { AS_OF, DUE_NOTICE, LAPSE_ALERT, REAUTH_LEAD, RENEWAL_OVERLAP } from "../settings.ts";
import { DOLLARS_AT_RISK, EXPECTED_DOLLARS, IN_QUESTION } from "./authorization-dollars.ts";

const TABLE = "AuthorizationPeriods";
const LINES = "ServiceLines";
const cell = thisRow(TABLE);
const applies = cell("Outcome that applies");
const NOT_IN_FORCE = `OR(${applies}="Pending",${applies}="Denied",${applies}="Withdrawn")`;
const first = cell("First covered day");
const last = cell("Last covered day");

function fromCase(heading: string): string {
  return lookUp("Cases", heading, "Case id", cell("Case id"));
}

const linesOfPeriod = `COUNTIFS(${LINES}[Period id],${cell("Period id")})`;

const OUTCOME_THAT_APPLIES =
  `IF(${cell("Case id")}="","",IF(${cell("Outcome")}="${NOT_STATED}","",` +
  `IF(${cell("Outcome")}<>"",${cell("Outcome")}&"",IFERROR(${fromCase("Outcome")}&"",""))))`;

const USE_COUNTED_TO =
  `IF(${cell("Case id")}="","",MIN(IF(ISNUMBER(${cell("Use counted on")}),${cell("Use counted on")},${AS_OF}),` +
  `IF(ISNUMBER(${last}),${last},2958465)))`;

const LEAD = lookUp("Payers", "Reauth lead", "Payer", cell("Payer"));
const LEAD_THAT_APPLIES = `IF(${cell("Case id")}="","",IFERROR(IF(ISNUMBER(${LEAD}),${LEAD},${REAUTH_LEAD}),${REAUTH_LEAD}))`;

const LINE_MODEL = lookUp(LINES, "Rate model", "Period id", cell("Period id"));
const MODEL_THAT_APPLIES =
  `IF(OR(${cell("Case id")}="",${cell("Rate model")}="${NOT_STATED}"),"",IF(${cell("Rate model")}<>"",${cell("Rate model")}&"",` +
  `IF(AND(${linesOfPeriod}=1,IFERROR(${LINE_MODEL}&"","")<>""),IFERROR(${LINE_MODEL}&"",""),IFERROR(${fromCase("Rate model")}&"",""))))`;

const LINE_RATE = lookUp(LINES, "Agreed rate", "Period id", cell("Period id"));
const RATE_THAT_APPLIES =
  `IF(OR(${cell("Case id")}="",${cell("Agreed rate")}="${NOT_STATED}"),"",IF(ISNUMBER(${cell("Agreed rate")}),${cell("Agreed rate")},` +
  `IF(AND(${linesOfPeriod}=1,IFERROR(ISNUMBER(${LINE_RATE}),FALSE)),${LINE_RATE},` +
  `IFERROR(IF(ISNUMBER(${fromCase("Agreed rate")}),${fromCase("Agreed rate")},""),""))))`;

const DAYS_LEFT = `IF(AND(${cell("Case id")}<>"",ISNUMBER(${last}),NOT(${NOT_IN_FORCE})),${last}-${AS_OF},"")`;

const OWN_UNITS = `AND(ISNUMBER(${cell("Units authorized")}),ISNUMBER(${cell("Units used")}))`;
const UNITS_LEFT =
  `IF(OR(${cell("Case id")}="",${NOT_IN_FORCE}),"",IF(${OWN_UNITS},${cell("Units authorized")}-${cell("Units used")},` +
  `IF(COUNTIFS(${LINES}[Period id],${cell("Period id")},${LINES}[Units left],">-1000000000")>0,` +
  `SUMIFS(${LINES}[Units left],${LINES}[Period id],${cell("Period id")}),"")))`;

/** The run-out day of a row with its own units; the same words serve periods and service lines. */
export function runsOutFormula(parts: {
  first: string;
  last: string;
  authorized: string;
  used: string;
  countedTo: string;
}): string {
  const days = `ROUNDUP(ROUND(${parts.authorized}*(${parts.countedTo}-${parts.first}+1)/${parts.used},6),0)`;
  return (
    `IF(AND(ISNUMBER(${parts.first}),ISNUMBER(${parts.countedTo}),ISNUMBER(${parts.authorized}),ISNUMBER(${parts.used})),` +
    `IF(AND(${parts.authorized}>0,${parts.used}>0,${parts.countedTo}>=${parts.first}),` +
    `IF(${days}-1>IF(ISNUMBER(${parts.last}),${parts.last}-${parts.first},${FARTHEST_RUN_OUT_DAYS}),` +
    `IF(ISNUMBER(${parts.last}),"${AFTER_THE_END}",""),${parts.first}+${days}-1),""),"")`
  );
}

const OWN_RUN_OUT = runsOutFormula({
  first,
  last,
  authorized: cell("Units authorized"),
  used: cell("Units used"),
  countedTo: cell("Use counted to"),
});
const RUNS_OUT =
  `IF(OR(${cell("Case id")}="",${NOT_IN_FORCE}),"",IF(${OWN_UNITS},${OWN_RUN_OUT},` +
  `IFERROR(AVERAGEIFS(${LINES}[Runs out on],${LINES}[Period id],${cell("Period id")},${LINES}[Runs out first],"Yes"),` +
  `IF(COUNTIFS(${LINES}[Period id],${cell("Period id")},${LINES}[Runs out on],"${AFTER_THE_END}")>0,"${AFTER_THE_END}",""))))`;

const REQUEST_BY =
  `IF(OR(${cell("Case id")}="",${NOT_IN_FORCE},COUNT(${last},${cell("Runs out on")})=0),"",` +
  `WORKDAY(MIN(${last},${cell("Runs out on")}),-${cell("Lead that applies")},Holidays[Day]))`;

const FOLLOWERS =
  `COUNTIFS(${TABLE}[Case id],${cell("Case id")},${TABLE}[Last covered day],">"&${last},` +
  `${TABLE}[First covered day],">="&(${last}-${RENEWAL_OVERLAP}),${TABLE}[Outcome that applies],"<>Pending",` +
  `${TABLE}[Outcome that applies],"<>Denied",${TABLE}[Outcome that applies],"<>Withdrawn")`;
const PENDING_FOLLOWERS =
  `COUNTIFS(${TABLE}[Case id],${cell("Case id")},${TABLE}[Period],">"&N(${cell("Period")}),` +
  `${TABLE}[Outcome that applies],"Pending")`;
const USED_UP = `AND(ISNUMBER(${cell("Units left")}),N(${cell("Units left")})<=0)`;

const STANDING = [
  `IF(${cell("Case id")}="","",`,
  `IF(${NOT_IN_FORCE},"Not in force ("&LOWER(${applies})&")",`,
  `IF(COUNT(${first},${last})=0,"No dates",`,
  `IF(AND(ISNUMBER(${first}),ISNUMBER(${last}),N(${last})<N(${first})),"Dates conflict",`,
  `IF(AND(ISNUMBER(${first}),${AS_OF}<N(${first})),"Not started",`,
  `IF(NOT(ISNUMBER(${last})),IF(${USED_UP},"Used up","No end day"),`,
  `IF(${AS_OF}>${last},IF(${FOLLOWERS}>0,"Renewed","Lapsed"),`,
  `IF(${USED_UP},"Used up",`,
  `IF(${FOLLOWERS}>0,"In force",`,
  `IF(${AS_OF}<WORKDAY(${cell("Request-by day")},-${DUE_NOTICE},Holidays[Day]),"In force",`,
  `IF(${PENDING_FOLLOWERS}>0,"Renewal requested",`,
  `IF(${AS_OF}>${cell("Request-by day")},"Overdue","Due"))))))))))))`,
].join("");

const ONLY_IF_DIFFERENT = "Filled only where it differs from the case.";

export const AUTHORIZATION_PERIODS_TABLE: LedgerTable = {
  name: TABLE,
  sheet: "Authorizations",
  about: "One row an authorization of a case, with its countdown: days left, units left, when to ask for the next one.",
  columns: [
    kept("Period id", "id", 17, "The case's id and a number."),
    calculated("Patient", "text", 20, `IFERROR(${fromCase("Patient")}&"","")`, "The case's patient."),
    calculated("Payer", "text", 30, `IFERROR(${fromCase("Payer")}&"","")`, "The case's payer."),
    calculated(
      "Standing",
      "text",
      22,
      STANDING,
      "Not in force (pending, denied, withdrawn); No dates; Dates conflict; Not started; No end day; In force; Due (the request-by day is near); Overdue (it is past); Renewal requested; Used up; Renewed (another follows); Lapsed (the end is past and none follows).",
    ),
    calculated(
      "Days left",
      "whole",
      8,
      DAYS_LEFT,
      "Last covered day less the as-of day: 0 on the last covered day itself, negative after it. Blank while not in force.",
    ),
    calculated(
      "Request-by day",
      "date",
      12,
      REQUEST_BY,
      "The last day to ask for the next authorization: the lead in business days before the last covered day, or before the run-out day if that is sooner.",
    ),
    tracked("First covered day", "date", 12, "The first day that the authorization covers."),
    tracked("Last covered day", "date", 12, "The last day that the authorization covers."),
    tracked("Auth number", "id", 16, "The authorization number, exactly as given: every claim carries it."),
    tracked(
      "Units authorized",
      "decimal",
      10,
      "Units granted for the period as a whole; units by code stand on Service lines.",
    ),
    tracked("Units used", "decimal", 9, "Units used of the period as a whole."),
    calculated(
      "Units left",
      "decimal",
      9,
      UNITS_LEFT,
      "Authorized less used; where the tracker counts by code, all codes together. Blank when the use is not known.",
    ),
    calculated(
      "Runs out on",
      "date",
      13,
      RUNS_OUT,
      "The day the units run out at the pace of use so far; by code, the first code to run out.",
    ),
    calculated(
      "$ at risk",
      "money",
      12,
      DOLLARS_AT_RISK,
      "Units left times the agreed rate, where the rate is dollars per unit or day.",
    ),
    calculated(
      "Expected dollars",
      "money",
      13,
      EXPECTED_DOLLARS,
      "Units authorized times the agreed rate, where the rate is dollars per unit or day; by code, the sum of its service lines. Blank while Review asks about what it rests on.",
    ),
    kept(ASKED, "text", 20, "What Review asks about this authorization."),
    entered(
      "Use counted on",
      "date",
      12,
      "The day on which Units used was true. Blank: the as-of day, or the last covered day once past.",
    ),
    kept("Period", "whole", 7, "1 for the first authorization of the case, 2 for the next."),
    tracked("Outcome", "text", 18, `${ONLY_IF_DIFFERENT} "${NOT_STATED}": open for this period.`, {
      choices: { words: [...OUTCOME_WORDS.words, NOT_STATED], strict: false },
    }),
    tracked("Submitted", "date", 12, ONLY_IF_DIFFERENT),
    tracked("Decided", "date", 12, ONLY_IF_DIFFERENT),
    tracked("Denial reason", "text", 24, ONLY_IF_DIFFERENT),
    tracked("Level of care", "text", 12, ONLY_IF_DIFFERENT),
    tracked("Rate model", "text", 19, `${ONLY_IF_DIFFERENT} "${NOT_STATED}": open for this period.`, {
      choices: { words: [...MODEL_WORDS.words, NOT_STATED], strict: false },
    }),
    tracked("Agreed rate", "decimal", 12, `${ONLY_IF_DIFFERENT} "${NOT_STATED}": open for this period.`),
    tracked("Written confirmation", "text", 13, ONLY_IF_DIFFERENT, {
      choices: { words: YES_NO_WORDS.words, strict: false },
    }),
    tracked("Cost sharing", "text", 14, ONLY_IF_DIFFERENT, {
      choices: { words: COST_SHARING_WORDS.words, strict: false },
    }),
    tracked("Contact name", "text", 18, ONLY_IF_DIFFERENT),
    tracked("Contact phone", "text", 18, ONLY_IF_DIFFERENT),
    tracked("Contact email", "text", 24, ONLY_IF_DIFFERENT),
    tracked("Notes", "text", 30, "Anything else that the tracker states for this period only."),
    kept("Case id", "id", 14, "The case on the Cases sheet."),
    calculated("Outcome that applies", "muted", 18, OUTCOME_THAT_APPLIES, "The period's own outcome, else the case's."),
    calculated(
      "In question",
      "muted",
      9,
      IN_QUESTION,
      "Yes while Review asks about the outcome, rate or units: no dollars are reckoned from them.",
    ),
    calculated("Use counted to", "date", 12, USE_COUNTED_TO, "The day up to which the pace of use is reckoned."),
    calculated(
      "Lead that applies",
      "whole",
      9,
      LEAD_THAT_APPLIES,
      "The payer's reauthorization lead, else the setting, in business days.",
    ),
    calculated(
      "Model that applies",
      "muted",
      18,
      MODEL_THAT_APPLIES,
      "The period's own rate model, else its only code's, else the case's.",
    ),
    calculated(
      "Rate that applies",
      "decimal",
      12,
      RATE_THAT_APPLIES,
      "The period's own rate, else its only code's, else the case's.",
    ),
    kept("Source sheet", "muted", 16, "The sheet of the tracker that the period was read from."),
    kept("Source rows", "muted", 18, "The rows (or columns) of the tracker that the period was read from."),
  ],
  conditions: [
    { column: "Standing", when: `AND({Standing}="Lapsed",N({Days left})>=-${LAPSE_ALERT})`, signal: "lapsed" },
    { column: "Standing", when: '{Standing}="Lapsed"', signal: "quiet" },
    { column: "Standing", when: '{Standing}="Overdue"', signal: "urgent" },
    { column: "Standing", when: '{Standing}="Used up"', signal: "urgent" },
    { column: "Standing", when: '{Standing}="Due"', signal: "attention" },
    {
      column: "Standing",
      when: 'OR({Standing}="Renewal requested",{Standing}="No dates",{Standing}="No end day",{Standing}="Dates conflict")',
      signal: "attention",
    },
    { column: "Standing", when: '{Standing}="In force"', signal: "good" },
    {
      column: "Standing",
      when: 'OR({Standing}="Renewed",{Standing}="Not started",LEFT({Standing},12)="Not in force")',
      signal: "quiet",
    },
    { column: "Days left", when: 'OR({Standing}="Overdue",{Standing}="Used up")', signal: "urgent" },
    { column: "Days left", when: '{Standing}="Due"', signal: "attention" },
    { column: ASKED, when: `{${ASKED}}<>""`, signal: "attention" },
    { column: "Source rows", when: 'LEFT({Source rows},9)="no longer"', signal: "attention" },
  ],
};
