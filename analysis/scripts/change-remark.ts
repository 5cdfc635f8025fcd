import { approvalRate } from "../../sca/measures/approval-rate.ts";
import type { CaseRecord } from "../../sca/measures/case-record.ts";
import { type ChangeOverTime, changeOverTime } from "../../sca/measures/change-over-time.ts";
import { measuresBy } from "../../sca/measures/measures-by.ts";
import { addDays, type CalendarDate } from "../../sca/values/calendar-date.ts";
import { quarterOf } from "../../sca/values/quarter.ts";
import { rateLabel } from "./slice-cells.ts";

/**
 * Whether approval changed over a year: the latest quarter that is over and answered in full, beside the same quarter of
 * the year before. One pair, chosen before looking: quarters side by side always go up and down.
 *
 * @example ["2025 Q2 to 2026 Q2: 60% · 12 of 20, then 85% · 17 of 20; chance alone would do as much, so no change is claimed."]
 */
export function changeRemark(cases: readonly CaseRecord[], asOf: CalendarDate): string[] {
  const { groups } = measuresBy(approvalRate, cases, ({ submitted }) =>
    submitted === null ? null : quarterOf(submitted),
  );
  const byQuarter = new Map(groups.map(({ key, value }) => [key, value]));
  const running = quarterOf(addDays(asOf, 1));
  const pairs = groups.flatMap(({ key, value }) => {
    if (key === null || key >= running) return [];
    const { counts } = value;
    const before = byQuarter.get(`${Number(key.slice(0, 4)) - 1}${key.slice(4)}`);
    const isOver = counts.pending + counts.asked + counts.notStated === 0;
    return isOver && before !== undefined ? [{ key, value, before }] : [];
  });
  const pair = pairs.at(-1);
  if (pair === undefined) {
    return [
      "Quarters side by side are no trend. No quarter that is over and answered in full has the same quarter of the year before in the ledger, so no change is told.",
    ];
  }
  const { key, value, before } = pair;
  const change = changeOverTime(before, value);
  const years = `${Number(key.slice(0, 4)) - 1}${key.slice(4)} to ${key}`;
  return [`${years}: ${rateLabel(before)}, then ${rateLabel(value)}; ${claimWords(change)}`];
}

function claimWords({ claim, noClaim }: ChangeOverTime): string {
  if (claim === "rose") return "it rose, more than chance would have it.";
  if (claim === "fell") return "it fell, more than chance would have it.";
  if (noClaim === "too few") return "too few are decided to claim a change.";
  if (noClaim === "nothing decided") return "a quarter without decisions: no change is told.";
  return "chance alone would do as much, so no change is claimed.";
}
