import type { LineRecord, MoveRecord, NegotiationRecord, RateRecord } from "../measures/case-record.ts";
import { otherUnit } from "../measures/unit-basis.ts";
import { MODEL_WORDS } from "../tracker/review/code-words.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { dayIn, type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import type { LeftOutList } from "./left-out.ts";
import { OFFER_WORDS } from "./tables/offer-formulas.ts";

/** The least that a percent rate is written as: below it, 1.4 may be meant for 140 percent. */
const LEAST_PERCENT = 10;

/**
 * The negotiations of a case, one a code that offers name: what was asked and offered in its order, and the rate that
 * the code's line ended with. Offers of a case without lines are one negotiation about the case's own rate.
 */
export function negotiationRecords(
  offers: readonly LedgerRow[],
  lines: readonly LineRecord[],
  rateOfCase: RateRecord | null,
  asOf: CalendarDate,
  leftOut: LeftOutList,
): NegotiationRecord[] {
  if (offers.length === 0) return [];
  const byLine = new Map<string, LedgerRow[]>();
  for (const row of offers) {
    const key = textIn(row, "Compared with").toLowerCase();
    const day = dayIn(row, "Date");
    if (day !== null && day > asOf) leftOut.add("offered-later", "Offers", "Date", day);
    else if (sideOf(row) === null) leftOut.add("offer-without-side", "Offers", "Side", textIn(row, "Case id"));
    else if (key !== OFFER_WORDS.noLine && !lines.some(({ id }) => sameText(id, key))) {
      leftOut.add("offer-not-placed", "Offers", "Code", textIn(row, "Compared with") || textIn(row, "Case id"));
    } else byLine.set(key, [...(byLine.get(key) ?? []), row]);
  }
  return [...byLine].map(([key, rows]) => {
    const line = lines.find(({ id }) => sameText(id, key));
    const ofLine = line?.isGranted === true ? line.rate : null;
    return { moves: inOrder(rows).map(moveOf), agreed: key === OFFER_WORDS.noLine ? rateOfCase : ofLine };
  });
}

function sideOf(row: LedgerRow): MoveRecord["side"] | null {
  const side = textIn(row, "Side").trim().toLowerCase();
  return side === "payer" || side === "provider" ? side : null;
}

function moveOf(row: LedgerRow): MoveRecord {
  return { side: sideOf(row) ?? "payer", rate: offeredRate(row) };
}

function offeredRate(row: LedgerRow): RateRecord | null {
  const model = MODEL_WORDS.codeFor(row.get("Rate model"));
  const rate = numberIn(row, "Rate");
  if (model === null || rate === null || rate <= 0) return null;
  if (model.startsWith("percentOf") && rate < LEAST_PERCENT) return null;
  const unit = otherUnit(model, textIn(row, "Unit that applies"));
  return { model, rate, unit, dollarsPerUnit: numberIn(row, "Equivalent dollars per unit") };
}

/** By day where every offer has one, else by round, else as they stand; what ties stays as it stands. */
function inOrder(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const days = rows.map((row) => dayIn(row, "Date"));
  const rounds = rows.map((row) => numberIn(row, "Round"));
  const places = rows.map((_, at) => at);
  const hasDays = days.every((day) => day !== null);
  const hasRounds = rounds.every((round) => round !== null);
  places.sort((one, other) => {
    const [day, otherDay] = [days[one] ?? "", days[other] ?? ""];
    if (hasDays && day !== otherDay) return day < otherDay ? -1 : 1;
    return hasRounds ? (rounds[one] ?? 0) - (rounds[other] ?? 0) || one - other : one - other;
  });
  return places.flatMap((at) => rows[at] ?? []);
}
