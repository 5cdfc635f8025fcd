import { MODEL_WORDS } from "../../tracker/review/code-words.ts";
import { entered, type LedgerTable } from "../ledger-table.ts";

const modelChoice = { choices: { words: MODEL_WORDS.words, strict: false } };

export const OFFERS_TABLE: LedgerTable = {
  name: "Offers",
  sheet: "Offers",
  about: "One row a move in a negotiation: who offered what, when.",
  columns: [
    entered("Case id", "id", 14, "The case on the Cases sheet."),
    entered("Date", "date", 12, "The day of the offer."),
    entered("Side", "text", 10, "Who made it.", { choices: { words: ["Payer", "Provider"], strict: true } }),
    entered("Rate model", "text", 19, "How the payer would pay.", modelChoice),
    entered("Rate", "decimal", 12, "140 for 140 percent, otherwise US dollars."),
    entered("Units", "decimal", 10, "Units offered."),
    entered("Term", "text", 20, "The time offered."),
    entered("Note", "wrapped", 40, "What was said."),
  ],
  conditions: [],
};
