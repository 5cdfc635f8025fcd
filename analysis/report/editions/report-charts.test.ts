import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { svgFromSpec } from "../../charts/svg-from-spec.ts";
import { readLeverageLedger } from "../../commands/ledger-file.ts";
import type { ChartBlock } from "../document/report-document.ts";
import type { LeverageLedger } from "../leverage-ledger.ts";
import { overviewReport } from "../overview-report.ts";
import { internalReport } from "./internal-report.ts";

const SAMPLE = resolve(import.meta.dirname, "..", "..", "..", "data-samples", "worked-ledger.xlsx");
/** The beginnings of the charts' titles, by the files that they were looked at as. */
const LOOKED_AT = {
  "approval-by-reason": "Granted by reason",
  "multiples-by-family": "Times Medicare by code family",
  "still-waiting": "Share of requests still waiting",
  "volume-needed": "Volume that a contract needs",
} as const;

let ledger: LeverageLedger;
beforeAll(async () => {
  const day = parseIsoDay("2026-09-30") ?? expect.fail("a day");
  ledger = await readLeverageLedger(SAMPLE, { given: day, today: day });
});

const chartsOf = ({ sections }: ReturnType<typeof internalReport>): ChartBlock[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));

async function drawn({ spec, alternative }: ChartBlock): Promise<string> {
  return `${(await svgFromSpec({ ...spec, description: alternative })).svg}\n`;
}

describe("the charts of the worked ledger's reports", () => {
  it.each(Object.entries(LOOKED_AT))("draw %s as it was looked at", async (name, title) => {
    const charts = chartsOf(internalReport(ledger, "Aetna")).filter((chart) => chart.title.startsWith(title));
    expect(charts).toHaveLength(1);
    for (const chart of charts) await expect(await drawn(chart)).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  it("have no other kind in the report of one payer", () => {
    expect(chartsOf(internalReport(ledger, "Aetna"))).toHaveLength(Object.keys(LOOKED_AT).length);
  });

  it("draw the overview of all payers as it was looked at", async () => {
    for (const [at, chart] of chartsOf(overviewReport(ledger)).entries()) {
      await expect(await drawn(chart)).toMatchFileSnapshot(`golden/all-payers-${at + 1}.svg`);
    }
  });
});
