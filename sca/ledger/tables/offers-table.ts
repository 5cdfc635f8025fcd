import { SAME_UNITS } from "../../measures/unit-basis.ts";
import { MODEL_WORDS } from "../../tracker/review/code-words.ts";
import { calculated, entered, type LedgerTable } from "../ledger-table.ts";
import {
  ANY_MODEL_ROW,
  BEHIND_IT,
  COMPARED_WITH,
  DOLLARS_PER_UNIT,
  MARGIN,
  MEDIAN_BEFORE,
  PERCENT_BEFORE,
  PERCENT_BEHIND_IT,
  PERCENT_OF_BILLED,
  PERCENT_OF_MEDICARE,
  SAME_MODEL_ROW,
  UNIT_THAT_APPLIES,
} from "./offer-formulas.ts";

export const OFFERS_TABLE: LedgerTable = {
  name: "Offers",
  sheet: "Offers",
  about:
    "One row a move in a negotiation: who offered what, when, what it comes to, and what the payer agreed to before.",
  columns: [
    entered("Case id", "id", 14, "The case on the Cases sheet."),
    entered("Round", "whole", 7, "1 for the first offer and its answer."),
    entered("Date", "date", 12, "The day of the offer."),
    entered("Side", "text", 10, "Who made it.", { choices: { words: ["Payer", "Provider"], strict: true } }),
    entered("Code", "id", 11, "The code that the rate is for, 90837 or 97153-HM; blank where the case has one code."),
    entered("Rate model", "text", 19, "How the payer would pay.", {
      choices: { words: MODEL_WORDS.words, strict: false },
    }),
    entered("Rate", "decimal", 12, "140 for 140 percent, otherwise US dollars."),
    entered(
      "Unit basis",
      "text",
      11,
      "What a unit of the rate is; blank: as the line has it, and a day for a rate per day.",
      {
        choices: { words: ["Day", "Hour", "15 minutes", ...SAME_UNITS], strict: false },
      },
    ),
    entered("Units", "decimal", 10, "Units offered."),
    entered("Term", "text", 20, "The time offered."),
    entered("Status", "text", 12, "What became of it.", {
      choices: { words: ["Open", "Countered", "Accepted", "Refused", "Withdrawn"], strict: false },
    }),
    calculated(
      "Equivalent dollars per unit",
      "money",
      13,
      DOLLARS_PER_UNIT,
      "What the rate comes to for one unit or day: a percent of the line's Medicare rate or billed charge, a case rate over its units.",
    ),
    calculated(
      "Percent of Medicare",
      "percent",
      12,
      PERCENT_OF_MEDICARE,
      "Those dollars over Medicare's amount for one unit; in words where the two cannot be compared.",
    ),
    calculated(
      "Percent of billed",
      "percent",
      12,
      PERCENT_OF_BILLED,
      "Those dollars over the charge for one unit on Service lines; in words where the two cannot be compared.",
    ),
    calculated(
      "Margin over floor",
      "money",
      12,
      MARGIN,
      "Those dollars less our cost of one unit on Settings; below 0 the offer does not cover the cost.",
    ),
    calculated(
      "Payer median before",
      "decimal",
      12,
      MEDIAN_BEFORE,
      "What this payer agreed to before under the same kind of rate, as of the last run: 140 for 140 percent, otherwise US dollars.",
    ),
    calculated("Behind it", "text", 30, BEHIND_IT, "How many cases that median stands on, and their range."),
    calculated(
      "Payer percent of Medicare before",
      "percent",
      13,
      PERCENT_BEFORE,
      "The middle of what this payer agreed to before under any kind of rate, as a percent of Medicare.",
    ),
    calculated("Behind that", "text", 30, PERCENT_BEHIND_IT, "How many cases that percent stands on, and their range."),
    entered("Note", "wrapped", 40, "What was said."),
    calculated(
      "Compared with",
      "muted",
      26,
      COMPARED_WITH,
      "The line of Service lines whose Medicare rate, charge and units are taken: the latest of the code, or the case's only one.",
    ),
    calculated("Unit that applies", "muted", 11, UNIT_THAT_APPLIES, "The offer's unit basis, else the line's."),
    calculated("Row of this model", "text", 30, SAME_MODEL_ROW, "The row of Payer prices with the same kind of rate."),
    calculated("Row of any model", "text", 30, ANY_MODEL_ROW, "The row of Payer prices as percent of Medicare."),
  ],
  conditions: [
    {
      column: "Margin over floor",
      when: "AND(ISNUMBER({Margin over floor}),N({Margin over floor})<0)",
      signal: "urgent",
    },
  ],
};
