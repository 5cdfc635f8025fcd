import type { ApprovalRate } from "../../sca/measures/approval-rate.ts";
import { HEADLINES, type HeadlineName, type Headlines, requestsOf } from "../../sca/measures/ledger-measures.ts";
import type { MeasuredGroup } from "../../sca/measures/measures-by.ts";
import { PAYER_NOT_SETTLED } from "../../sca/measures/payer-record.ts";
import { counted, percent, percentRange } from "../report/figures.ts";
import { textTable, wrapped } from "./text-table.ts";

/** Of a line, of the names in front of it, and of a cell in a table. */
export const WIDTH = 118;
export const NAME_WIDTH = 18;
export const WIDEST_CELL = 30;
/** In place of a figure where there is nothing to say. */
export const NOTHING = "-";

/** A measure's name and what it shows. */
export type NamedText = readonly [name: string, text: string];

/** What the headlines show, each with how many it stands on. */
export function headlineTexts({
  approval,
  appeals,
  turnaround,
  multiple,
  units,
}: Headlines): Readonly<Record<HeadlineName, readonly NamedText[]>> {
  const { counts } = approval;
  const compared = multiple.coverage === null ? "" : ` with ${percent(multiple.coverage)} of the agreed dollars`;
  return {
    approval: [
      [
        "Approved",
        `${approvalText(approval)}${approval.decided === 0 ? "" : `: ${counts.approved} in full, ${counts.partiallyApproved} in part, ${counts.approvedOnAppeal} on appeal, ${counts.denied} denied`}`,
      ],
      [
        "Not decided",
        `${counts.pending + counts.notStated + counts.asked} pending (${counts.notStated} without an outcome, ${counts.asked} asked in Review), ${counts.withdrawn} withdrawn`,
      ],
    ],
    appeals: [
      [
        "Appeals won",
        appeals.overturnRate === null ? NOTHING : `${percent(appeals.overturnRate)} of ${appeals.decided} decided`,
      ],
    ],
    turnaround: [
      [
        "Turnaround",
        `${turnaround.median === null ? NOTHING : `median ${counted(turnaround.median, "business day")}`} (${turnaround.decided} decided, ${turnaround.waiting} still waiting, ${turnaround.undated} without days)`,
      ],
    ],
    multiple: [
      [
        "Medicare",
        multiple.weighted === null
          ? `${NOTHING} (no approved line with a benchmark)`
          : `${times(multiple.weighted)} weighed by dollars; median ${times(multiple.median)}, ${times(multiple.low)} to ${times(multiple.high)}, of ${counted(multiple.lines, "approved line")}${compared}`,
      ],
    ],
    units: [
      [
        "Units",
        units.share === null
          ? NOTHING
          : `${percent(units.share)} of requested were authorized (${counted(units.lines, "line")})`,
      ],
    ],
  };
}

/** The named headlines, one a line. */
export function headlineLines(all: Headlines, only: ReadonlySet<HeadlineName>): string[] {
  const texts = headlineTexts(all);
  return namedLines(HEADLINES.filter((name) => only.has(name)).flatMap((name) => texts[name]));
}

/** The payers side by side by the named headlines, and all of them. */
export function headlinePayerLines(
  groups: readonly MeasuredGroup<Headlines>[],
  all: Headlines,
  only: ReadonlySet<HeadlineName>,
): string[] {
  const columns: readonly (readonly [HeadlineName, string, (of: Headlines) => string])[] = [
    ["approval", "Requests", ({ approval }) => String(requestsOf(approval))],
    ["approval", "Approved", ({ approval }) => approvalText(approval)],
    ["appeals", "Appeals won", ({ appeals }) => `${share(appeals.overturnRate)} (${appeals.decided})`],
    ["turnaround", "Days", ({ turnaround }) => `${turnaround.median ?? NOTHING} (${turnaround.decided})`],
    ["multiple", "Medicare", ({ multiple }) => `${times(multiple.weighted)} (${multiple.lines})`],
    ["units", "Units", ({ units }) => `${share(units.share)} (${units.lines})`],
  ];
  const shown = columns.filter(([name]) => only.has(name));
  const row = (name: string, values: Headlines): string[] => [name, ...shown.map(([, , text]) => text(values))];
  return textTable(
    ["Payer", ...shown.map(([, heading]) => heading)],
    [...groups.map(({ key, value }) => row(key ?? PAYER_NOT_SETTLED, value)), row("All payers", all)],
    {
      figures: new Set(shown.flatMap(([, heading], at) => (heading === "Approved" ? [] : [at + 1]))),
      widest: WIDEST_CELL,
    },
  );
}

/** Texts under their names, in lines that fit a terminal. */
export function namedLines(said: readonly NamedText[]): string[] {
  return said.flatMap(([name, text]) =>
    wrapped(text, WIDTH - NAME_WIDTH).map((part, at) => `${(at === 0 ? `  ${name}` : "").padEnd(NAME_WIDTH)}${part}`),
  );
}

/** @example "67%, 2 of 3 (21% to 94%) hint" */
export function approvalText({ rate, granted, decided, interval, isHint }: ApprovalRate): string {
  if (rate === null || interval === null) return `${NOTHING} (none decided)`;
  return `${percent(rate)}, ${granted} of ${decided} (${percentRange(interval)})${isHint ? " hint" : ""}`;
}

/** @example times(1.4) is "1.40×" */
export function times(multiple: number | null): string {
  return multiple === null ? NOTHING : `${multiple.toFixed(2)}×`;
}

/** @example share(0.8) is "80%" */
export function share(part: number | null): string {
  return part === null ? NOTHING : percent(part);
}
