import type { BreakEven } from "../../../../sca/contracting/break-even.ts";
import { centsFromDollars, printMoney } from "../../../../sca/values/money.ts";
import { volumeChart } from "../../../charts/volume-chart.ts";
import type { ChartBlock, ReportBlock, ReportSection, TableBlock } from "../../document/report-document.ts";
import { counted, percent, wholeDollars } from "../../figures.ts";
import { figuresColumn, shareCell, table, times, weighted, wordsCell, wordsColumn } from "../cells.ts";
import type { PayerFacts } from "../payer-facts.ts";

/** Volumes over this many times today's are no plan. */
const MOST_CHARTED = 5;

/** At which in-network rate, and at which volume, a contract beats going on case by case. */
export function breakEvenSection({
  payer,
  breakEven,
  measures,
  assumptions,
  work,
}: Pick<PayerFacts, "payer" | "breakEven" | "measures" | "assumptions" | "work">): ReportSection {
  const heading = "Break-even: when a contract beats case by case";
  if (breakEven === null) {
    return {
      heading,
      startsPage: false,
      blocks: [
        {
          kind: "finding",
          isHint: false,
          text: [`No dollars were agreed with ${payer} in the last twelve months, so there is nothing to beat.`],
        },
      ],
    };
  }
  const { rateShare, agreed, agreements, requests, workCost, contractCost, careCost } = breakEven;
  const mean = measures.multiple.weighted;
  const asMultiple =
    mean === null || rateShare < 0
      ? ""
      : `, which is ${times(mean * rateShare)} Medicare where today's ${times(mean)} is known (${percent(measures.multiple.coverage ?? 0)} of the agreed dollars)`;
  const blocks: ReportBlock[] = [
    {
      kind: "finding",
      isHint: agreements < 20,
      text: weighted(
        "At today's volume a contract beats case by case from ",
        `${percent(Math.max(0, rateShare))} of today's rates`,
        ` on${asMultiple}. At lower rates it needs more volume.`,
      ),
    },
    volumesOf(breakEven),
    {
      kind: "paragraph",
      text: [
        `How it is reckoned, over the last twelve months: ${wholeDollars(agreed)} agreed in ${counted(agreements, "agreement")}; ${counted(requests, "request")}, granted or not, at ${assumptions.hoursPerRequest} staff hours of ${printMoney(centsFromDollars(assumptions.hourCost))}, ${wholeDollars(workCost)}; a contract takes ${assumptions.contractHours} hours a year, ${wholeDollars(contractCost)}. ${
          careCost === null
            ? "No cost of care is on Settings, or units are missing: care is taken to cost nothing, so the volumes are too low."
            : `Care costs ${wholeDollars(careCost)}, at the one cost of a unit on Settings.`
        } Hours and costs are the assumptions of Settings: change them there.`,
      ],
    },
    {
      kind: "paragraph",
      text: [
        `Case by case took ${counted(work.moves, "figure")} exchanged, ${counted(work.contacts, "logged contact")} and ${counted(work.authorizations, "authorization")} over the whole ledger, about ${counted(Math.round(work.hours), "staff hour")} on our side.`,
      ],
    },
  ];
  return { heading, startsPage: false, blocks };
}

/** The volumes as bars, or as a table alone where nothing can be drawn. */
function volumesOf({ volumes, knownVolume }: BreakEven): ChartBlock | TableBlock {
  const charted = volumes.flatMap(({ rateShare, volume }) =>
    volume === null || volume > MOST_CHARTED
      ? []
      : [{ name: `${percent(rateShare)} of today's rates`, volume, label: percent(volume) }],
  );
  const alternative = `Volume needed for a contract to bring as much as single case agreements, over today's volume: ${volumes
    .map(
      ({ rateShare, volume }) =>
        `at ${percent(rateShare)} of today's rates ${volume === null ? "no volume is enough" : percent(volume)}`,
    )
    .join("; ")}. Every request granted would be ${percent(knownVolume)}.`;
  const figures = table(
    `Volume needed; every request of the last twelve months, granted or not, would be ${percent(knownVolume)}`,
    [
      wordsColumn("In-network rates over today's"),
      figuresColumn("Volume over today's"),
      wordsColumn("Known demand is enough"),
    ],
    volumes.map(({ rateShare, volume }) => [
      wordsCell(percent(rateShare)),
      volume === null ? wordsCell("no volume is enough") : shareCell(volume),
      wordsCell(volume !== null && volume <= knownVolume ? "yes" : "no"),
    ]),
  );
  if (charted.length === 0) return figures;
  return {
    kind: "chart",
    title: "Volume that a contract needs, over today's",
    alternative,
    spec: volumeChart(charted, [{ volume: knownVolume, label: "every request granted" }], alternative),
    bars: {
      names: charted.map(({ name }) => name),
      series: [{ name: "Volume over today's", values: charted.map(({ volume }) => volume) }],
      format: "share",
    },
    table: figures,
  };
}
