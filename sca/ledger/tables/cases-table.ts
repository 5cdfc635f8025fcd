import { PLAN_FUNDING_WORDS } from "../../adequacy/plan-kind.ts";
import {
  COST_SHARING_WORDS,
  MODEL_WORDS,
  OUTCOME_WORDS,
  TRIGGER_WORDS,
  YES_NO_WORDS,
} from "../../tracker/review/code-words.ts";
import { ASKED, DOLLAR_FIELDS, namesAnyFormula } from "../asked-fields.ts";
import { calculated, entered, kept, type LedgerTable, lookUp, thisRow, tracked } from "../ledger-table.ts";
import { REQUIRED_TERMS } from "../required-terms.ts";
import { AS_OF, ESCALATE_AFTER } from "../settings.ts";

const cell = thisRow("Cases");

/** Where a case stands, in the words of the ledger; any other outcome that the user typed stands as it is. */
export const CASE_STANDINGS = {
  noOutcome: "No outcome stated",
  pending: "Pending",
  escalate: "Pending, escalate",
  denied: "Denied",
  appealPending: "Denied, appeal pending",
  withdrawn: "Withdrawn",
  inWriting: "Approved in writing",
  verbalOnly: "Approved, verbal only",
  noProof: "Approved, no written proof logged",
} as const;

const IS_APPROVED = `OR(${cell("Outcome")}="Approved",${cell("Outcome")}="Partially approved",${cell("Outcome")}="Approved on appeal")`;

const ESCALATE = lookUp("Payers", "Escalate after", "Payer", cell("Payer"));

const STANDING = [
  `IF(${cell("Case id")}="","",`,
  `IF(${cell("Outcome")}="","${CASE_STANDINGS.noOutcome}",`,
  `IF(${cell("Outcome")}="Pending",`,
  `IF(N(${cell("Days waiting")})>=IFERROR(IF(ISNUMBER(${ESCALATE}),${ESCALATE},${ESCALATE_AFTER}),${ESCALATE_AFTER}),`,
  `"${CASE_STANDINGS.escalate}","${CASE_STANDINGS.pending}"),`,
  `IF(${cell("Outcome")}="Denied",IF(AND(ISNUMBER(${cell("Appeal filed")}),${cell("Appeal outcome")}=""),`,
  `"${CASE_STANDINGS.appealPending}","${CASE_STANDINGS.denied}"),`,
  `IF(${IS_APPROVED},IF(${cell("Written confirmation")}="Yes","${CASE_STANDINGS.inWriting}",`,
  `IF(${cell("Written confirmation")}="No","${CASE_STANDINGS.verbalOnly}","${CASE_STANDINGS.noProof}")),`,
  `${cell("Outcome")}&"")))))`,
].join("");

const DAYS_WAITING =
  `IF(AND(${cell("Outcome")}="Pending",ISNUMBER(${cell("Submitted")})),` +
  `IF(${AS_OF}<=${cell("Submitted")},0,NETWORKDAYS(${cell("Submitted")}+1,${AS_OF},Holidays[Day])),"")`;

const MISSING_TERMS =
  `IF(${IS_APPROVED},MID(""&` +
  `${REQUIRED_TERMS.map((term) => `IF(${term.missing},"; ${term.label}","")`).join("&")},3,2000),"")`;

const TERMS_COMPLETE =
  `IF(${IS_APPROVED},IF(${cell("Missing terms")}="",1,1-(LEN(${cell("Missing terms")})` +
  `-LEN(SUBSTITUTE(${cell("Missing terms")},";",""))+1)/${REQUIRED_TERMS.length}),"")`;

function ofCase(table: string, heading: string): string {
  return `${table}[Case id],${cell("Case id")},${table}[${heading}]`;
}
function isAny(table: string, heading: string): string {
  return `COUNTIFS(${ofCase(table, heading)},">-1000000000")>0`;
}
function sumOf(table: string, heading: string): string {
  return `SUMIFS(${table}[${heading}],${table}[Case id],${cell("Case id")})`;
}
const BY_CODE = `IF(${isAny("ServiceLines", "Expected dollars")},${sumOf("ServiceLines", "Expected dollars")},"")`;
const BY_PERIOD = `IF(${isAny("AuthorizationPeriods", "Expected dollars")},${sumOf("AuthorizationPeriods", "Expected dollars")},${BY_CODE})`;
const CASE_RATE = `IF(AND(ISNUMBER(${cell("Agreed rate")}),NOT(${namesAnyFormula(cell(ASKED), DOLLAR_FIELDS)})),${cell("Agreed rate")},"")`;
const EXPECTED =
  `IF(NOT(${IS_APPROVED}),"",IF(${namesAnyFormula(cell(ASKED), ["Outcome"])},"",` +
  `IF(${isAny("ServiceLines", "Agreed rate")},${BY_CODE},IF(${cell("Rate model")}="Per case",${CASE_RATE},${BY_PERIOD}))))`;

/** A link to the row's place in the tracker, from its sheet and the address of a cell. */
export function openFormula(table: string): string {
  const own = thisRow(table);
  return `IF(OR(${own("Source sheet")}="",${own("First cell")}=""),"",HYPERLINK("#'"&SUBSTITUTE(${own("Source sheet")},"'","''")&"'!"&${own("First cell")},"Go"))`;
}

const VERBAL_HINT =
  "Yes: a letter or signed agreement is there. No: verbal only. Verbal approvals are not binding (AToN Center v. United Healthcare, 93 Cal.App.5th 1214, 2023): confirm in writing.";

export const CASES_TABLE: LedgerTable = {
  name: "Cases",
  sheet: "Cases",
  about: "One row a request for one patient: who was asked, when, what the answer was, who said so.",
  columns: [
    kept("Case id", "id", 14, "The case's id: it stays the same from run to run. Made without patient data in clear."),
    tracked("Patient", "text", 22, "First and last name."),
    tracked("Payer", "text", 30, "The payer's name, one spelling a payer."),
    calculated("Standing", "text", 32, STANDING, "Where the case stands, from its outcome and its written proof."),
    tracked("Level of care", "text", 12, "IOP, PHP, RTC, Detox, OP, IP, or as the tracker says."),
    tracked("Outcome", "text", 18, "The payer's answer.", { choices: { words: OUTCOME_WORDS.words, strict: false } }),
    tracked("Submitted", "date", 12, "The day the request was sent."),
    tracked("Decided", "date", 12, "The day of the decision; of the overturning, for a denial overturned."),
    calculated(
      "Days waiting",
      "whole",
      9,
      DAYS_WAITING,
      "Business days since the request was sent, while it is pending: the days after the sending, up to the as-of day.",
    ),
    tracked("Rate model", "text", 19, "How the payer pays, when one rate holds for the whole case.", {
      choices: { words: MODEL_WORDS.words, strict: false },
    }),
    tracked(
      "Agreed rate",
      "decimal",
      12,
      "One rate for the whole case: 140 for 140 percent, otherwise US dollars. A rate of one code stands on Service lines.",
    ),
    calculated(
      "Expected dollars",
      "money",
      13,
      EXPECTED,
      "What was agreed for an approved request: by code where codes have their own rates, a rate per case once, otherwise by authorization. Blank where it cannot be told: a percent rate without a benchmark or charge, no units, or a question that is open.",
    ),
    kept(ASKED, "text", 20, "What Review asks about this case: until it is answered, no dollars are reckoned from it."),
    tracked("Written confirmation", "text", 13, VERBAL_HINT, {
      choices: { words: YES_NO_WORDS.words, strict: true },
      hint: VERBAL_HINT,
    }),
    tracked("Denial reason", "text", 26, "The reason as the payer gave it."),
    entered("Owner", "text", 14, "Who in the practice has this case."),
    entered("Next step", "text", 24, "What happens next."),
    entered("Next touch", "date", 12, "When to call or write again."),
    calculated("Missing terms", "text", 44, MISSING_TERMS, "The required terms that nobody has logged yet."),
    calculated(
      "Terms complete",
      "percent",
      10,
      TERMS_COMPLETE,
      `Share of the ${REQUIRED_TERMS.length} required terms that the ledger holds, for approved cases: ${REQUIRED_TERMS.map((term) => term.label).join(", ")}.`,
    ),
    tracked("Trigger", "text", 24, "Why the patient is seen out of network.", {
      choices: { words: TRIGGER_WORDS.words, strict: false },
    }),
    tracked("Cost sharing", "text", 14, "At which level of benefits the patient pays.", {
      choices: { words: COST_SHARING_WORDS.words, strict: false },
    }),
    tracked("Date of birth", "date", 12, "The patient's date of birth."),
    tracked("Member id", "id", 16, "Exactly as on the card, leading zeros kept."),
    tracked("Group number", "id", 13, "The plan's group number, exactly as on the card."),
    tracked("Contact name", "text", 20, "Who speaks for the payer."),
    tracked("Contact phone", "text", 18, "The contact's phone."),
    tracked("Contact email", "text", 26, "The contact's mail address."),
    tracked("Notes", "text", 60, "Every cell of the case that no other column holds in full, with its heading."),
    entered("Request type", "text", 22, "Single case agreement, gap exception or continuity of care.", {
      choices: { words: ["Single case agreement", "Gap exception", "Continuity of care"], strict: false },
    }),
    entered(
      "Plan funding",
      "text",
      15,
      "Who bears the plan's risk: it decides which standards of network adequacy hold.",
      {
        choices: { words: PLAN_FUNDING_WORDS, strict: false },
      },
    ),
    entered("Identified", "date", 12, "The day the need was seen."),
    entered("Channel", "text", 12, "How the request went out.", {
      choices: { words: ["Portal", "Fax", "Phone", "Email", "Mail"], strict: false },
    }),
    entered("Confirmation date", "date", 12, "The date of the letter or signed agreement."),
    entered("Confirmation reference", "text", 18, "The letter's reference number."),
    entered("Balance billing waived", "text", 12, "The agreement forbids billing the patient beyond cost sharing.", {
      choices: { words: YES_NO_WORDS.words, strict: true },
    }),
    entered("Facility and professional", "text", 14, "Both the facility's and the professional's fees are covered.", {
      choices: { words: ["Both", "Facility only", "Professional only"], strict: false },
    }),
    entered("Renewal process", "wrapped", 24, "Who asks for the next authorization, with which documents."),
    entered("Claims route", "text", 16, "Where claims go: EDI payer id, portal, or address."),
    entered("Timely filing days", "whole", 10, "Days after the service within which a claim must arrive."),
    entered("Claim instructions", "wrapped", 24, "Modifier, note or attachment that claims need."),
    entered("Appeal filed", "date", 12, "The day an appeal went out."),
    entered("Appeal outcome", "text", 14, "How the appeal ended.", {
      choices: { words: ["Overturned", "Upheld", "Partly overturned", "Withdrawn"], strict: false },
    }),
    kept("Source sheet", "muted", 16, "The sheet of the tracker that the case was read from."),
    kept("Source rows", "muted", 22, "The rows (or columns) of the tracker that the case was read from."),
    kept("First cell", "muted", 9, "The first cell of the case in the tracker."),
    calculated("Open", "link", 8, openFormula("Cases"), "Jumps to the case in the tracker."),
  ],
  conditions: [
    { column: "Standing", when: `{Standing}="${CASE_STANDINGS.verbalOnly}"`, signal: "urgent" },
    { column: "Standing", when: `{Standing}="${CASE_STANDINGS.escalate}"`, signal: "urgent" },
    { column: "Standing", when: `{Standing}="${CASE_STANDINGS.noProof}"`, signal: "attention" },
    { column: "Standing", when: `{Standing}="${CASE_STANDINGS.noOutcome}"`, signal: "attention" },
    { column: "Standing", when: `{Standing}="${CASE_STANDINGS.pending}"`, signal: "attention" },
    { column: "Standing", when: `{Standing}="${CASE_STANDINGS.appealPending}"`, signal: "attention" },
    { column: "Standing", when: `{Standing}="${CASE_STANDINGS.inWriting}"`, signal: "good" },
    {
      column: "Standing",
      when: `OR({Standing}="${CASE_STANDINGS.denied}",{Standing}="${CASE_STANDINGS.withdrawn}")`,
      signal: "quiet",
    },
    { column: ASKED, when: `{${ASKED}}<>""`, signal: "attention" },
    { column: "Written confirmation", when: '{Written confirmation}="No"', signal: "urgent" },
    { column: "Source rows", when: 'LEFT({Source rows},9)="no longer"', signal: "attention" },
  ],
};
