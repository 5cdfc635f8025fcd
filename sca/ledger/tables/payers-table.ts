import { calculated, entered, kept, type LedgerTable, thisRow } from "../ledger-table.ts";

const cell = thisRow("Payers");

const isOfPayer = `--(ServiceLines[Payer]=${cell("Payer")})`;
const isCompared = "--ISNUMBER(ServiceLines[Medicare dollars])";
const isGranted =
  '(ServiceLines[Outcome that applies]="Approved")+(ServiceLines[Outcome that applies]="Partially approved")+(ServiceLines[Outcome that applies]="Approved on appeal")';
const LINES_COMPARED = `IF(${cell("Payer")}="","",SUMPRODUCT(${isOfPayer},${isCompared}))`;
const compared = `SUMPRODUCT(${isOfPayer},${isCompared},ServiceLines[Expected dollars])`;
const medicare = `SUMPRODUCT(${isOfPayer},ServiceLines[Medicare dollars])`;
const MULTIPLE = `IF(${cell("Payer")}="","",IF(${medicare}>0,${compared}/${medicare},""))`;
const granted = `SUMPRODUCT(${isOfPayer},${isGranted},ServiceLines[Expected dollars])`;
const COVERAGE = `IF(${cell("Payer")}="","",IF(${granted}>0,${compared}/${granted},""))`;

export const PAYERS_TABLE: LedgerTable = {
  name: "Payers",
  sheet: "Payers",
  about: "One row a payer: its own lead times, band and habits. What you fill here overrides Settings.",
  columns: [
    kept("Payer", "text", 32, "The payer's name as on Cases."),
    calculated(
      "Cases",
      "whole",
      8,
      `IF(${cell("Payer")}="","",SUMPRODUCT(--(Cases[Payer]=${cell("Payer")})))`,
      "Cases of this payer in the ledger.",
    ),
    calculated(
      "Multiple of Medicare",
      "multiple",
      10,
      MULTIPLE,
      "Agreed dollars over Medicare's for the same units, of the approved lines that have a Medicare benchmark: dollars added up, not ratios averaged.",
    ),
    calculated("Lines compared", "whole", 9, LINES_COMPARED, "How many service lines the multiple stands on."),
    calculated(
      "Dollars compared",
      "percent",
      10,
      COVERAGE,
      "The part of the expected dollars of this payer's approved lines that those lines hold.",
    ),
    entered(
      "Reauth lead",
      "whole",
      11,
      "Business days ahead of the end to ask for the next authorization; blank: the setting.",
    ),
    entered("Follow up every", "whole", 11, "Business days between calls on a pending request."),
    entered(
      "Escalate after",
      "whole",
      11,
      "Business days after which to escalate a pending request; blank: the setting.",
    ),
    entered("Band low", "whole", 10, "Percent of Medicare this payer usually starts at."),
    entered("Band high", "whole", 10, "Percent of Medicare this payer usually ends at."),
    entered("Aliases", "wrapped", 28, "Other names for this payer."),
    entered("Required channel", "text", 16, "How this payer wants requests."),
    entered("Documents wanted", "wrapped", 28, "What this payer asks to see."),
    entered("Contact route", "wrapped", 28, "Whom to call first."),
    entered("Words that worked", "wrapped", 32, "Arguments that this payer accepted."),
    entered("Rate policy", "text", 24, "What this payer negotiates.", {
      choices: { words: ["Negotiable", "Highest in-network rate only"], strict: false },
    }),
  ],
  conditions: [],
};
