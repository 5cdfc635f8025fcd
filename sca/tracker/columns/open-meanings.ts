import type { Meaning } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import type { ColumnMeaning } from "./column-meaning.ts";

const RATES: ReadonlySet<Meaning> = new Set<Meaning>(["rate", "ratePercent", "rateCents"]);

/** "Funding", "Product": where no column is headed as the payer's, the one whose cells are payers is. */
export function withPayer(meant: readonly ColumnMeaning[]): ColumnMeaning[] {
  if (meant.some((one) => one.meanings.includes("payer") && one.profile.filled > 0)) return [...meant];
  const [best] = meant
    .filter((one) => one.meanings.length === 1 && one.meanings[0] === "otherPlan" && one.profile.payer >= 0.6)
    .sort((a, b) => b.profile.payer - a.profile.payer);
  return meant.map((one) =>
    one === best
      ? {
          ...one,
          meanings: ["payer"],
          confidence: 0.6,
          reason: `"${one.column.text}": its cells are payers, and no other column's are`,
        }
      : one,
  );
}

/** What the headings of rates say of themselves; below it an amount is not taken for one. */
const SAYS_RATE = 0.5;
const STATES_BASES = 0.35;

/** "Pay": where no column is headed as the rate, the amounts that state their basis, or stand beside a column of bases. */
export function withRate(meant: readonly ColumnMeaning[]): ColumnMeaning[] {
  if (meant.some((one) => one.meanings.some((meaning) => RATES.has(meaning)) && one.profile.filled > 0))
    return [...meant];
  const bases = meant.some((one) => one.meanings.includes("rateModel") && one.profile.filled > 0);
  const rate = meant.find(
    ({ meanings, profile, column }) =>
      meanings.length === 1 &&
      meanings[0] === "otherAmount" &&
      (profile.basis >= STATES_BASES ||
        (bases && (readHeading(column.text, column.group).scores.get("rate") ?? 0) >= SAYS_RATE)),
  );
  return meant.map((one) =>
    one === rate
      ? {
          ...one,
          meanings: ["rate"],
          confidence: 0.6,
          reason: `"${one.column.text}": its amounts are told with their basis, and no other column's are`,
        }
      : one,
  );
}
