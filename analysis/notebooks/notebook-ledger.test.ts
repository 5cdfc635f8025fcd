import { describe, expect, it } from "vitest";
import { accessAgainstStandards } from "../../sca/ledger/access-records.ts";
import { contentOf } from "../../sca/ledger/made-up-cases.ts";
import type { LedgerContent, PlanValue } from "../../sca/ledger/workbook-plan.ts";
import { ledgerMeasures, measureFields } from "../../sca/measures/ledger-measures.ts";
import { measuresBy } from "../../sca/measures/measures-by.ts";
import { leverageLedger } from "../report/leverage-ledger.ts";
import { MEASURED_AS_OF, measuredLedger } from "../testing/measured-ledger.ts";
import { type NotebookLedger, notebookLedger } from "./notebook-ledger.ts";

/** In every column that a person types into freely: found again, it has leaked. */
const PLANTED = "Quintrell";

function planted(content: LedgerContent): LedgerContent {
  const tables = new Map(content.tables);
  const attempts = tables.get("Cases")?.rows.slice(0, 40) ?? [];
  const headings = ["Case id", "Office", "Date", "Wait offered", "Miles", "Why not viable"];
  tables.set("AccessAttempts", {
    name: "AccessAttempts",
    sheet: "Access attempts",
    headings,
    rows: attempts.map(([id = null], at) => [id, `Dr ${PLANTED} ${at % 7}`, null, at, at * 2, `${PLANTED} said no`]),
  });
  for (const [name, columns] of [
    [
      "Cases",
      ["Patient", "Member id", "Owner", "Level of care", "Notes", "Denial reason", "Contact name", "Plan funding"],
    ],
    ["AuthorizationPeriods", ["Auth number"]],
    ["Claims", ["Claim number", "Auth number on claim", "Adjustment reason"]],
  ] as const) {
    const table = tables.get(name);
    if (table === undefined) continue;
    const all = [...new Set([...table.headings, ...columns])];
    const typed = (row: readonly PlanValue[], at: number): PlanValue[] =>
      all.map((heading, column) =>
        columns.some((one) => one === heading) ? `${PLANTED} ${at}` : (row[column] ?? null),
      );
    tables.set(name, { ...table, headings: all, rows: table.rows.map(typed) });
  }
  return { ...content, tables };
}

function opened(content: LedgerContent): {
  readonly page: NotebookLedger;
  readonly text: string;
  readonly ids: string[];
} {
  const ledger = leverageLedger(content, MEASURED_AS_OF) ?? expect.fail("a ledger");
  const page = notebookLedger("tracker.ledger.xlsx", ledger);
  return { page, text: JSON.stringify(page), ids: ledger.records.cases.map(({ id }) => id) };
}

/** Where a planted name stands, with what is around it. */
function leaks(text: string): string[] {
  return [...text.matchAll(new RegExp(PLANTED, "gi"))].map(({ index }) => text.slice(index - 60, index + 20));
}

function figures({ cases, terms }: Pick<NotebookLedger, "cases" | "terms">): unknown {
  const { all, groups } = measuresBy(ledgerMeasures(terms), cases, ({ payer }) => payer);
  return [measureFields(all), ...groups.map(({ key, value }) => ({ key, ...measureFields(value) }))];
}

describe("the ledger inside a notebook's page", () => {
  const content = contentOf(measuredLedger(120, 11));

  it("holds nothing that was typed about a patient, an office or an owner", () => {
    const { text, page } = opened(planted(content));
    expect(page.cases.length).toBeGreaterThan(100);
    expect(page.attempts.length).toBe(40);
    expect(leaks(text)).toEqual([]);
    expect(text).not.toMatch(/Patient [A-Z] Number/);
  });

  it("holds nothing that was typed into other columns either, wherever a person can type", () => {
    const tables = new Map(
      [...content.tables].map(([name, table]) => {
        const keeps = (heading: string): boolean =>
          /\b(id|Payer|Key|outcome|Outcome|Decided|Submitted)\b/.test(heading);
        const rows = table.rows.map((row, at) =>
          row.map((cell, column) =>
            typeof cell === "string" && at % 2 === 0 && !keeps(table.headings[column] ?? "")
              ? `${PLANTED} ${at}`
              : cell,
          ),
        );
        return [name, { ...table, rows }] as const;
      }),
    );
    expect(leaks(opened({ ...content, tables }).text)).toEqual([]);
  });

  it("numbers requests anew and keeps no id of the ledger", () => {
    const { text, page, ids } = opened(content);
    expect(page.cases.map(({ id }) => id).slice(0, 3)).toEqual(["1", "2", "3"]);
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });

  it("keeps days of service as distances alone", () => {
    const { page, text } = opened(content);
    const full = leverageLedger(content, MEASURED_AS_OF)?.records.cases ?? [];
    const years = (cases: NotebookLedger["cases"]): string[] =>
      cases
        .flatMap(({ periods, claims }) => [...periods.map(({ firstDay }) => firstDay), ...claims.map(({ day }) => day)])
        .flatMap((day) => day?.slice(0, 4) ?? []);
    expect(years(full)).toContain("2025");
    expect(new Set(years(page.cases))).toEqual(new Set(["2000"]));
    const days = text.match(/20(2[5-9]|3\d)-\d\d-\d\d/g);
    expect(days).toEqual([page.asOf]);
    expect(page.cases.every(({ submitted, decided }) => submitted === null && decided === null)).toBe(true);
  });

  it.each([11, 23, 47])("tells the same figures as the whole ledger, ledger %i", (seed) => {
    const whole = leverageLedger(contentOf(measuredLedger(90, seed)), MEASURED_AS_OF) ?? expect.fail("a ledger");
    expect(figures(notebookLedger("ledger.xlsx", whole))).toEqual(figures(whole.records));
  });

  it("counts the same offices, under numbers", () => {
    const { page } = opened(planted(content));
    expect(new Set(page.attempts.map(({ office }) => office)).size).toBe(7);
    expect(page.attempts.map(({ office }) => office).every((office) => /^\d+$/.test(office))).toBe(true);
  });

  it("sets attempts against the standards as the whole ledger does, with no cell quoted", () => {
    const typed = planted(content);
    const cases = typed.tables.get("Cases") ?? expect.fail("Cases");
    const at = cases.headings.indexOf("Plan funding");
    const rows = cases.rows.map((row, index) =>
      row.with(at, index % 3 === 0 ? `Government ${PLANTED}` : "Fully insured"),
    );
    const tables = new Map(typed.tables).set("Cases", { ...cases, rows });
    const named = new Map(typed.named).set("PlanState", "MD").set("CareKind", "Behavioral health");
    const whole = leverageLedger({ ...typed, tables, named }, MEASURED_AS_OF) ?? expect.fail("a ledger");
    const { all, payers } = notebookLedger("ledger.xlsx", whole).adequacy;
    const { notJudged: _whys, ...figures } = accessAgainstStandards(whole.records.access);
    expect(all).toEqual(expect.objectContaining(figures));
    expect(all.judged).toBeGreaterThan(10);
    expect(all.notJudged.some(({ why }) => why.includes('Plan funding says "…"'))).toBe(true);
    expect(payers.reduce((sum, { value }) => sum + value.beyond, 0)).toBe(all.beyond);
  });
});
