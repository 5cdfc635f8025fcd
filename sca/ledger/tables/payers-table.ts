import { calculated, entered, kept, type LedgerTable, thisRow } from "../ledger-table.ts";

const cell = thisRow("Payers");

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
