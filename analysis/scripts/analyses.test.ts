import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { standardSentence } from "../../sca/adequacy/adequacy-words.ts";
import { ledgerMeasures, measureFields } from "../../sca/measures/ledger-measures.ts";
import { record } from "../../sca/measures/made-up-records.ts";
import { measuresBy } from "../../sca/measures/measures-by.ts";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import { readLeverageLedger } from "../commands/ledger-file.ts";
import { delimitedRecords } from "../files/reading/delimited-records.ts";
import { payerFacts } from "../report/editions/payer-facts.ts";
import type { LeverageLedger } from "../report/leverage-ledger.ts";
import { type AnalysisResult, analysisResult } from "./analysis-result.ts";
import { APPROVAL_RATES } from "./approval-rates.ts";
import { CAPACITY_AND_ACCESS } from "./capacity-and-access.ts";
import { HONOUR_RATES } from "./honour-rates.ts";
import { RATE_MULTIPLES } from "./rate-multiples.ts";
import { REVENUE_CAPTURED } from "./revenue-captured.ts";
import { TURNAROUND } from "./turnaround.ts";
import { WINNING_JUSTIFICATIONS } from "./winning-justifications.ts";

const ANALYSES = [
  APPROVAL_RATES,
  TURNAROUND,
  WINNING_JUSTIFICATIONS,
  RATE_MULTIPLES,
  REVENUE_CAPTURED,
  HONOUR_RATES,
  CAPACITY_AND_ACCESS,
];
const SAMPLE = resolve(import.meta.dirname, "..", "..", "data-samples", "worked-ledger.xlsx");

let ledger: LeverageLedger;
beforeAll(async () => {
  const day = parseIsoDay("2026-09-30");
  if (day === null) throw new Error("a day");
  ledger = await readLeverageLedger(SAMPLE, { given: day, today: day });
});

/** The table's rows as records; the sample has no commas in its names. */
function rowsOf({ csv }: AnalysisResult): Record<string, string>[] {
  const [headings = [], ...rows] = csv
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ""])));
}

function readDelimited(csv: string): Record<string, string>[] {
  const [headings = [], ...rows] = delimitedRecords(csv.replace("\ufeff", "").trim());
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ""])));
}

describe("the analyses of the worked ledger", () => {
  it.each(ANALYSES)("draw $name as it was looked at", async (analysis) => {
    const { svg } = await analysisResult(analysis, ledger, null);
    await expect(`${svg}\n`).toMatchFileSnapshot(`golden/${analysis.name}.svg`);
  });

  it("say the same of each payer as sca measures", async () => {
    const { groups } = measuresBy(ledgerMeasures(ledger.records.terms), ledger.records.cases, ({ payer }) => payer);
    const tables = await Promise.all(
      [APPROVAL_RATES, TURNAROUND, RATE_MULTIPLES, REVENUE_CAPTURED, HONOUR_RATES].map((one) =>
        analysisResult(one, ledger, ["payer"]).then(rowsOf),
      ),
    );
    for (const [at, { key, value }] of groups.entries()) {
      const told = Object.assign({}, ...tables.map((table) => table[at]));
      const fields = measureFields(value);
      const as = (figure: number | null) => (figure === null ? "" : String(Math.round(figure * 1e6) / 1e6));
      expect(told).toMatchObject({
        payer: key,
        decided: as(fields.decided),
        approval_rate: as(fields.approvalRate),
        approval_high: as(fields.approvalHigh),
        median_business_days: as(fields.turnaroundMedian),
        multiple: as(fields.multipleWeighted),
        coverage: as(fields.multipleCoverage),
        agreed_over_first_ask: as(fields.rateYield),
        received_dollars: as(fields.revenueReceived),
        captured_over_out_of_network: as(fields.capturedB),
        avoided_cost_dollars: as(fields.avoidedCost),
        honour_rate: as(fields.honourRate),
        underpaid_dollars: as(fields.underpaid),
        days_outside_authorization: as(fields.lapseDays),
      });
    }
    expect(groups).toHaveLength(4);
  });

  it("say in words beside the picture what each row shows, and which are hints", async () => {
    const { svg } = await analysisResult(APPROVAL_RATES, ledger, ["payer"]);
    const [, words = ""] = /aria-label="([^"]*)"/.exec(svg ?? "") ?? [];
    expect(words).toContain("Approval rates, by payer. As of September 30, 2026.");
    expect(words).toContain("Aetna: 80% · 24 of 30; Cigna: 36% · 5 of 14 (hint)");
  });

  it("rank triggers so that one of one does not come before many of many", async () => {
    const of = (id: string, trigger: "networkGap" | "continuity" | "specialty" | "geographic", granted: boolean) =>
      record({ id, trigger, outcome: granted ? "approved" : "denied" });
    const times = (count: number, granted: number, trigger: Parameters<typeof of>[1]) =>
      Array.from({ length: count }, (_, at) => of(`${trigger}${at}`, trigger, at < granted));
    const cases = [
      ...times(1, 1, "continuity"),
      ...times(40, 38, "networkGap"),
      ...times(20, 6, "specialty"),
      ...times(10, 2, "geographic"),
    ];
    const records = { ...ledger.records, cases };
    const rows = rowsOf(await analysisResult(WINNING_JUSTIFICATIONS, { ...ledger, records }, null));
    expect(rows.map(({ trigger, hint }) => [trigger, hint])).toEqual([
      ["No in-network provider available", "no"],
      ["Continuity of care", "yes"],
      ["Specialty not in network", "no"],
      ["Distance", "yes"],
    ]);
    expect(Number(rows[1]?.["shrunken_rate"])).toBeLessThan(Number(rows[1]?.["approval_rate"]));
  });

  it("set attempts against the standards that reach the plans, payer by payer, with where they are written and their status", async () => {
    const rows = readDelimited((await analysisResult(CAPACITY_AND_ACCESS, ledger, ["payer"])).csv);
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      const { standards } = payerFacts(ledger, String(row["payer"]));
      expect([row["attempts"], row["attempts_judged"], row["attempts_beyond_a_standard"]]).toEqual(
        [standards.attempts, standards.judged, standards.beyond].map(String),
      );
      for (const { standard, judged, beyond } of standards.standards) {
        expect(row["standards"]).toContain(`${beyond} of ${judged} beyond ${standardSentence(standard)}`);
        expect(row["standards_status"]).toContain(standard.status);
      }
    }
    const { remarks } = await analysisResult(CAPACITY_AND_ACCESS, ledger, []);
    expect(remarks.join(" ")).toMatch(/\d+ of \d+ judged attempts went beyond .*to be checked/);
  });

  it("say nothing of standards where none reaches a plan", async () => {
    const { access } = ledger.records;
    const elsewhere = { ...access, settings: { ...access.settings, state: null } };
    const records = { ...ledger.records, access: { ...elsewhere, funding: new Map<string, string>() } };
    const { csv, remarks } = await analysisResult(CAPACITY_AND_ACCESS, { ...ledger, records }, ["payer"]);
    for (const row of readDelimited(csv)) {
      expect([row["attempts_judged"], row["share_beyond"], row["standards"], row["standards_status"]]).toEqual([
        ...["0", "", "", ""],
      ]);
    }
    expect(remarks.join(" ")).not.toContain("standard");
  });

  it("keep the trigger where justifications are sliced by something else", async () => {
    const { csv } = await analysisResult(WINNING_JUSTIFICATIONS, ledger, ["trigger", "level"]);
    expect(csv.replace("\ufeff", "")).toMatch(/^level_of_care,trigger,requests/);
  });

  it("count a request in each family of its codes, with the dollars that belong to it", async () => {
    const rows = rowsOf(await analysisResult(REVENUE_CAPTURED, ledger, ["family"]));
    const sum = (heading: string) => rows.reduce((all, row) => all + Math.round(Number(row[heading]) * 100), 0);
    const [all] = rowsOf(await analysisResult(REVENUE_CAPTURED, ledger, []));
    expect(sum("agreed_dollars")).toBe(Math.round(Number(all?.["agreed_dollars"]) * 100));
    expect(sum("received_dollars")).toBe(Math.round(Number(all?.["received_dollars"]) * 100));
  });

  it("claim no change between quarters that chance may have made", async () => {
    const { remarks } = await analysisResult(APPROVAL_RATES, ledger, ["payer", "quarter"]);
    expect(remarks).toEqual([expect.stringContaining("Quarters side by side are no trend.")]);
    const quarter = (id: string, day: string, granted: boolean) =>
      record({ id, submitted: parseIsoDay(day), outcome: granted ? "approved" : "denied" });
    const many = (day: string, granted: number) =>
      Array.from({ length: 40 }, (_, at) => quarter(`${day}${at}`, day, at < granted));
    const told = async (granted: number) => {
      const cases = [...many("2025-05-05", 20), ...many("2026-05-05", granted)];
      const { remarks: said } = await analysisResult(
        APPROVAL_RATES,
        { ...ledger, records: { ...ledger.records, cases } },
        ["quarter"],
      );
      return said.join();
    };
    expect(await told(24)).toBe(
      "2025 Q2 to 2026 Q2: 50% · 20 of 40, then 60% · 24 of 40; chance alone would do as much, so no change is claimed.",
    );
    expect(await told(36)).toContain("it rose, more than chance would have it.");
  });

  it("draw no more rows than a picture holds, and say so", async () => {
    const cases = Array.from({ length: 70 }, (_, at) => record({ id: `${at}`, owner: `Owner ${at}` }));
    const { svg, csv } = await analysisResult(APPROVAL_RATES, { ...ledger, records: { ...ledger.records, cases } }, [
      "owner",
    ]);
    expect(csv.trim().split("\r\n")).toHaveLength(71);
    expect(svg).toContain("The 50 of 70 slices with the most decided requests; the table has all.");
  });
});
