import { standardSentence } from "../../sca/adequacy/adequacy-words.ts";
import { accessAgainstStandards } from "../../sca/ledger/access-records.ts";
import type { LedgerRecords } from "../../sca/ledger/ledger-records.ts";
import { leftOutSentence, leftOutTotal, shortened } from "../../sca/ledger/left-out.ts";
import { type LedgerMeasures, requestsOf } from "../../sca/measures/ledger-measures.ts";
import type { MeasuredGroup } from "../../sca/measures/measures-by.ts";
import { PAYER_NOT_SETTLED } from "../../sca/measures/payer-record.ts";
import { type Cents, centsFromDollars, printMoney } from "../../sca/values/money.ts";
import { counted, percent } from "../report/figures.ts";
import {
  approvalText,
  headlineTexts,
  NAME_WIDTH,
  NOTHING,
  namedLines,
  share,
  times,
  WIDEST_CELL,
  WIDTH,
} from "./headline-lines.ts";
import { textTable, wrapped } from "./text-table.ts";

const MOST_REASONS = 3;

/** What the whole ledger shows, one measure a line, each with how many it stands on. */
export function measureLines(all: LedgerMeasures, { terms }: Pick<LedgerRecords, "terms">): string[] {
  const { negotiation, agreed, captured, honour, lapse, avoided } = all;
  return namedLines([
    ...Object.values(headlineTexts(all)).flat(),
    [
      "Negotiated",
      negotiation.asks + negotiation.offers === 0
        ? NOTHING
        : `agreed at ${share(negotiation.rateYield)} of the first ask (${negotiation.asks} negotiations, the middle one), ${moved(negotiation.movement)} the payer's first offer (${negotiation.offers})`,
    ],
    [
      "Agreed",
      agreed.inFull + agreed.inPart === 0
        ? NOTHING
        : `${printMoney(agreed.cents as Cents)} at least: ${agreed.inFull} agreements in full, ${agreed.inPart} in part, ${agreed.notAtAll} without dollars`,
    ],
    [
      "Captured",
      captured.capturedA === null
        ? NOTHING
        : `${printMoney(captured.capturedA)} ${terms.basis === "received" ? "received" : "expected (rate × units used; no claims are logged)"}${terms.baselinePercent === 0 ? "" : `, ${money(captured.capturedB)} of it over the ${terms.baselinePercent}% that would come without an agreement`} (${counted(captured.cases, "case")})`,
    ],
    [
      "Paid as agreed",
      honour.rate === null
        ? NOTHING
        : `${percent(honour.rate)} of ${counted(honour.paidLines, "paid line")}, ${money(honour.underpaid)} short; ${honour.unpaidLines} answered with nothing, ${honour.notKnown} without an agreed amount`,
    ],
    [
      "Lapse",
      lapse.outside === null
        ? NOTHING
        : `${counted(lapse.outside, "service day")} of ${lapse.serviceDays} outside any authorization`,
    ],
    [
      "Avoided cost",
      avoided.cents === null
        ? `${NOTHING} (${avoided.higherDayRate === null ? "Settings states no day rate of a higher level of care" : "no day at a day rate is known"})`
        : `${printMoney(avoided.cents)}: ${avoided.days} days, against ${printMoney(centsFromDollars(avoided.higherDayRate ?? 0))} a day at the higher level, as Settings assumes`,
    ],
  ]);
}

/** What in-network offices offered and how it stands to the standards that reach the plans; none where none was tried. */
export function accessLines({ access }: Pick<LedgerRecords, "access">): string[] {
  const found = accessAgainstStandards(access);
  if (found.attempts === 0) return [];
  const wait =
    found.medianWait === null ? "" : `; median wait ${counted(found.medianWait, "day")} (${found.waits} noted)`;
  const beyond =
    found.share === null ? "" : `; ${found.beyond} of ${found.judged} beyond a standard that holds for the plan`;
  const text = `${counted(found.attempts, "attempt")} at in-network offices, ${found.viable} with an appointment and nothing against it${wait}${beyond}`;
  const each = [
    ...found.standards.map(
      ({ standard, judged, beyond: past }) => `${past} of ${judged} beyond ${standardSentence(standard)}`,
    ),
    ...found.notJudged.slice(0, MOST_REASONS).map(({ why, attempts }) => `${attempts} not judged: ${why}`),
  ];
  return [text, ...each].flatMap((line, index) =>
    wrapped(line, WIDTH - NAME_WIDTH - 2).map((part, at) => {
      const name = index === 0 && at === 0 ? "  Access" : "";
      const mark = index === 0 ? "" : at === 0 ? "- " : "  ";
      return `${name.padEnd(NAME_WIDTH)}${mark}${part}`;
    }),
  );
}

/** The payers side by side, and all of them. */
export function payerLines(groups: readonly MeasuredGroup<LedgerMeasures>[], all: LedgerMeasures): string[] {
  const row = (name: string, values: LedgerMeasures): string[] => [
    name,
    String(requestsOf(values.approval)),
    approvalText(values.approval),
    values.turnaround.median === null ? NOTHING : `${values.turnaround.median} (${values.turnaround.decided})`,
    values.multiple.weighted === null ? NOTHING : `${times(values.multiple.weighted)} (${values.multiple.lines})`,
    values.agreed.inFull + values.agreed.inPart === 0 ? NOTHING : printMoney(values.agreed.cents as Cents),
    money(values.captured.capturedA),
    values.honour.rate === null ? NOTHING : `${percent(values.honour.rate)} (${values.honour.paidLines})`,
  ];
  return textTable(
    ["Payer", "Requests", "Approved", "Days", "Medicare", "Agreed", "Captured", "As agreed"],
    [...groups.map(({ key, value }) => row(shortened(key ?? PAYER_NOT_SETTLED), value)), row("All payers", all)],
    { figures: new Set([1, 3, 4, 5, 6, 7]), widest: WIDEST_CELL },
  );
}

/** One line for each kind of thing that no measure counts, and how much it is in all. */
export function leftOutLines({ leftOut }: Pick<LedgerRecords, "leftOut">): string[] {
  const total = leftOutTotal(leftOut);
  const each = leftOut.flatMap((one) =>
    wrapped(leftOutSentence(one), WIDTH - 4).map((part, at) => `${at === 0 ? "  - " : "    "}${part}`),
  );
  return total === null ? each : [...each, total];
}

function moved(part: number | null): string {
  if (part === null) return `${NOTHING} over`;
  return part < 0 ? `${percent(-part)} under` : `${percent(part)} over`;
}

function money(cents: Cents | null): string {
  return cents === null ? NOTHING : printMoney(cents);
}
