import { describe, expect, it } from "vitest";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import { cellOf, contentOf, day, madeUpCase, typed, understood } from "./made-up-cases.ts";
import { madeUpMedicare } from "./made-up-rates.ts";
import { planLedger } from "./plan-ledger.ts";
import type { LedgerContent, PlanValue, WorkbookPlan } from "./workbook-plan.ts";

const AS_OF = day("2026-03-11");
const medicare = madeUpMedicare();

/** A request for one code, approved from a day in 2025 unless told otherwise. */
function caseOf(code: string, facts: Partial<TrackedCase> = {}): TrackedCase {
  return madeUpCase({
    model: "perUnit",
    rate: 150,
    services: [{ code, units: 10 }],
    periods: [{ authStart: day("2025-05-05"), authEnd: day("2025-08-01") }],
    ...facts,
  });
}

function plan(entry: TrackedCase, previous?: LedgerContent): WorkbookPlan {
  return planLedger(understood([entry]), { asOf: AS_OF, medicare, ...(previous === undefined ? {} : { previous }) });
}

/** The ledger after the user typed beside its only line. */
function typedBeside(entry: TrackedCase, cells: Readonly<Record<string, PlanValue>>): WorkbookPlan {
  const content = contentOf(plan(entry));
  const changed = Object.entries(cells).reduce(
    (before, [heading, value]) => typed(before, "ServiceLines", lineId(plan(entry)), heading, value),
    content,
  );
  return plan(entry, changed);
}

function withSetting(content: LedgerContent, name: string, value: PlanValue): LedgerContent {
  return { ...content, named: new Map(content.named).set(name, value) };
}

function tableOf(from: WorkbookPlan, name: string) {
  return from.sheets.flatMap((sheet) => sheet.tables).find((table) => table.name === name) ?? expect.fail(name);
}

function lineId(from: WorkbookPlan): string {
  return String(tableOf(from, "ServiceLines").rows[0]?.[0]);
}

function line(from: WorkbookPlan, heading: string): unknown {
  return cellOf(from, "ServiceLines", lineId(from), heading);
}

describe("a service line", () => {
  it("names the Medicare amount that it is compared with, which stands with its parts on Medicare rates", () => {
    const priced = plan(caseOf("90837"));
    expect(line(priced, "Benchmark")).toBe("90837 | 2025A | NATIONAL | office | 32.3465");
    // (3.00 + 1.23 + 0.11) x 32.3465 = 140.38381
    expect(line(priced, "Medicare rate")).toBe(140.38);
    expect(line(priced, "Multiple of Medicare")).toBe(150 / 140.38);
    const key = String(line(priced, "Benchmark"));
    expect(cellOf(priced, "MedicareRates", key, "Amount")).toBe(140.38);
    expect(cellOf(priced, "MedicareRates", key, "Work RVU")).toBe(3);
    expect(cellOf(priced, "MedicareRates", key, "Conversion factor")).toBe(32.3465);
    expect(cellOf(priced, "MedicareRates", key, "Source file")).toBe("PPRRVU2025_Jan.csv");
  });

  it("says that its amount is the national one as long as no locality is chosen", () => {
    const first = plan(caseOf("90837"));
    expect(line(first, "Benchmark note")).toContain("National amount, no locality chosen");
    const second = plan(caseOf("90837"), withSetting(contentOf(first), "Locality", "10112 00"));
    expect(line(second, "Benchmark")).toBe("90837 | 2025A | 10112-00 | office | 32.3465");
    expect(line(second, "Benchmark note")).not.toContain("National");
  });

  it("says which locality was not understood, and has no benchmark until it is", () => {
    const content = withSetting(contentOf(plan(caseOf("90837"))), "Locality", "uptown");
    const second = plan(caseOf("90837"), content);
    expect(line(second, "Benchmark")).toContain("No Medicare benchmark: ");
    expect(line(second, "Benchmark")).toContain("uptown");
    expect(line(second, "Medicare rate")).toBe("none");
    expect(contentOf(second).named.get("Locality")).toBe("uptown");
  });

  it.each([
    ["a program that Medicare pays another way", "H0015", "No Medicare benchmark: "],
    ["a code that the contractors price", "97153", "No Medicare benchmark: "],
    ["a code that is not in the file", "99999", "No Medicare benchmark: "],
  ])("has the reason in place of a benchmark for %s, never 0 and never a blank", (_what, code, said) => {
    const priced = plan(caseOf(code));
    expect(line(priced, "Benchmark")).toContain(said);
    expect(String(line(priced, "Benchmark")).length).toBeGreaterThan(40);
    expect(line(priced, "Medicare rate")).toBe("none");
    expect(line(priced, "Multiple of Medicare")).toBe("no benchmark");
  });

  it("says that no fee schedule is loaded where none is", () => {
    const bare = planLedger(understood([caseOf("90837")]), { asOf: AS_OF });
    expect(line(bare, "Benchmark")).toContain("No Medicare fee schedule is loaded: ");
    expect(line(bare, "Medicare rate")).toBe("none");
    expect(line(bare, "Expected dollars")).toBe(1500);
  });

  it("is priced as a facility by its place of service, also where a spreadsheet took the code for a number", () => {
    expect(line(typedBeside(caseOf("90837"), { "Place of service": 53 }), "Benchmark")).toContain("| facility |");
    expect(line(typedBeside(caseOf("90837"), { "Place of service": 2 }), "Benchmark")).toContain("| facility |");
    expect(line(typedBeside(caseOf("90837"), { "Place of service": "office" }), "Benchmark")).toContain("| office |");
    expect(line(typedBeside(caseOf("90837"), { "Place of service": "Mars" }), "Benchmark")).toContain('"Mars"');
  });

  it("takes the amount of its own modifier", () => {
    const professional = caseOf("91110", { services: [{ code: "91110", modifiers: ["26"], units: 1 }] });
    expect(line(plan(professional), "Benchmark")).toBe("91110-26 | 2025A | NATIONAL | office | 32.3465");
  });

  it("does not set a rate per day against an amount per service unless the unit basis says that they are the same", () => {
    const perDay = caseOf("90837", { model: "perDiem" });
    expect(line(plan(perDay), "Multiple of Medicare")).toBe("not compared: rate is per day, Medicare's per service");
    expect(line(typedBeside(perDay, { "Unit basis": "session" }), "Multiple of Medicare")).toBe(150 / 140.38);
    expect(line(typedBeside(caseOf("90837"), { "Unit basis": "Hour" }), "Multiple of Medicare")).toContain("per hour");
    expect(line(typedBeside(caseOf("90837"), { "Unit basis": "Day" }), "Medicare dollars")).toBe("");
  });

  it("gives the multiple of a percent of billed once the charge is known", () => {
    const ofBilled = caseOf("90837", { model: "percentOfBilled", rate: 60 });
    expect(line(plan(ofBilled), "Multiple of Medicare")).toBe("no billed charge");
    const charged = typedBeside(ofBilled, { "Billed charge": 300 });
    expect(line(charged, "Multiple of Medicare")).toBeCloseTo(180 / 140.38, 10);
    expect(line(charged, "Expected dollars")).toBeCloseTo(1800, 10);
  });

  it("tells the dollars of a percent of Medicare: one unit to the cent, times the units", () => {
    const percent = plan(caseOf("90837", { model: "percentOfMedicare", rate: 137.5 }));
    // 137.5 % of 140.38 is 193.0225
    expect(line(percent, "Expected dollars")).toBeCloseTo(1930.2, 10);
    expect(line(percent, "Multiple of Medicare")).toBe(1.375);
    expect(cellOf(percent, "Cases", "Ana Ruiz", "Expected dollars")).toBeCloseTo(1930.2, 10);
  });
});

describe("the day that a line is priced for", () => {
  const undated = { periods: [{ authNumber: "0047" }] };

  it("is the first covered day, else the decision's, else the request's, and the note says so", () => {
    expect(line(plan(caseOf("90837")), "Priced for")).toEqual({ day: "2025-05-05" });
    const decided = plan(caseOf("90837", { ...undated, decided: day("2025-04-20") }));
    expect(line(decided, "Priced for")).toEqual({ day: "2025-04-20" });
    expect(line(decided, "Benchmark note")).toContain("day of the decision");
    const asked = plan(caseOf("90837", undated));
    expect(line(asked, "Priced for")).toEqual({ day: "2026-01-05" });
    expect(line(asked, "Benchmark")).toContain("2026A");
  });

  it("is missing where the tracker has no day at all: then there is no benchmark", () => {
    const { submitted: _submitted, ...entry } = caseOf("90837", undated);
    expect(line(plan(entry), "Benchmark")).toContain("No Medicare benchmark: no day to price for");
  });

  it("is the first of a span over two years, and the note tells the amount of its end", () => {
    const spanning = caseOf("90837", { periods: [{ authStart: day("2025-12-01"), authEnd: day("2026-02-27") }] });
    expect(line(plan(spanning), "Benchmark")).toContain("2025A");
    expect(line(plan(spanning), "Benchmark note")).toContain("$140.38 on 2025-12-01, $147.30 on 2026-02-27 (2026A)");
    const beyond = caseOf("90837", { periods: [{ authStart: day("2026-12-01"), authEnd: day("2027-02-26") }] });
    expect(line(plan(beyond), "Benchmark note")).toContain("The authorization runs into 2027");
  });
});

describe("a benchmark of the user's own", () => {
  it("comes before Medicare's, is said to be hers, and stays out of the payer's multiple unless chosen", () => {
    const own = typedBeside(caseOf("H0015"), { "Own benchmark": 100 });
    expect(line(own, "Medicare rate")).toBe(100);
    expect(line(own, "Multiple of Medicare")).toBe(1.5);
    expect(line(own, "Benchmark note")).toContain("your own benchmark");
    expect(line(own, "Benchmark")).toContain("No Medicare benchmark: ");
    expect(cellOf(own, "Payers", "Aetna", "Lines compared")).toBe(0);
    expect(cellOf(own, "Payers", "Aetna", "Multiple of Medicare")).toBe("");
    const chosen = plan(caseOf("H0015"), withSetting(contentOf(own), "CountOwnBenchmarks", "Yes"));
    expect(cellOf(chosen, "Payers", "Aetna", "Multiple of Medicare")).toBe(1.5);
  });

  it("does not count where it is 0 or a word", () => {
    expect(line(typedBeside(caseOf("90837"), { "Own benchmark": 0 }), "Medicare rate")).toBe(140.38);
    const word = typedBeside(caseOf("90837"), { "Own benchmark": "ask Dee" });
    expect(line(word, "Medicare rate")).toBe(140.38);
    expect(line(word, "Own benchmark")).toBe("ask Dee");
  });
});

describe("a payer's multiple", () => {
  it("weighs dollars, not ratios, over approved lines with a benchmark, and tells what part of its dollars that is", () => {
    const entry = caseOf("90837", {
      services: [
        { code: "90837", units: 10 },
        { code: "90834", units: 1, model: "perUnit", rate: 300 },
        { code: "H0015", units: 5, model: "perDiem", rate: 400 },
      ],
    });
    const priced = plan(entry);
    // 90834: (2.00 + 0.99 + 0.11) x 32.3465 = 100.27
    expect(cellOf(priced, "Payers", "Aetna", "Multiple of Medicare")).toBeCloseTo(1800 / (1403.8 + 100.27), 10);
    expect(cellOf(priced, "Payers", "Aetna", "Lines compared")).toBe(2);
    expect(cellOf(priced, "Payers", "Aetna", "Dollars compared")).toBeCloseTo(1800 / 3800, 10);
    const denied = plan({ ...entry, outcome: "denied" });
    expect(cellOf(denied, "Payers", "Aetna", "Lines compared")).toBe(0);
  });
});

describe("Start", () => {
  it("tells how many lines have a benchmark, how many have none, and why", () => {
    const entry = caseOf("90837", { services: [{ code: "90837" }, { code: "H0015" }, { code: "97153" }] });
    const start = plan(entry).sheets.find(({ name }) => name === "Start") ?? expect.fail("no Start");
    const row = (label: string) => {
      const at = start.cells.find(({ value }) => value === label)?.row;
      return start.cells.filter((cell) => cell.row === at).map(({ value }) => value);
    };
    expect(row("  with a Medicare benchmark")[1]).toMatchObject({ result: 1 });
    expect(row("  without, with the reason beside them")[1]).toMatchObject({ result: 2 });
    expect(row("  without, with the reason beside them")[3]).toContain("(1)");
  });
});

describe("Medicare rates", () => {
  const entry = caseOf("90837");
  const key = "90837 | 2025A | NATIONAL | office | 32.3465";
  const first = plan(entry);

  it("are the same after a run on their own output", () => {
    const again = plan(entry, contentOf(first));
    expect(tableOf(again, "MedicareRates").rows).toEqual(tableOf(first, "MedicareRates").rows);
    expect(tableOf(again, "ServiceLines").rows).toEqual(tableOf(first, "ServiceLines").rows);
    expect(tableOf(again, "Runs").rows).toEqual(tableOf(first, "Runs").rows);
  });

  it("lose a row that no line uses any more, and keep rows of the user's own with the amount she typed", () => {
    const content = contentOf(first);
    const table = content.tables.get("MedicareRates") ?? expect.fail("no table");
    const mine = table.headings.map(
      (heading): PlanValue => (heading === "Benchmark" ? "State fee schedule" : heading === "Amount" ? 77.25 : null),
    );
    const tables = new Map(content.tables).set("MedicareRates", { ...table, rows: [...table.rows, mine] });
    const moved = plan(caseOf("90834"), { ...content, tables });
    const keys = tableOf(moved, "MedicareRates").rows.map(([name]) => name);
    expect(keys).toEqual(["90834 | 2025A | NATIONAL | office | 32.3465", "State fee schedule"]);
    expect(cellOf(moved, "MedicareRates", "State fee schedule", "Amount")).toBe(77.25);
    expect(cellOf(plan(caseOf("90834"), contentOf(moved)), "MedicareRates", "State fee schedule", "Amount")).toBe(
      77.25,
    );
  });

  it("keep a row that the user changed beside the renewed one", () => {
    const changed = plan(entry, typed(contentOf(first), "MedicareRates", key, "Conversion factor", 40));
    expect(cellOf(changed, "MedicareRates", key, "Conversion factor")).toBe(32.3465);
    expect(cellOf(changed, "MedicareRates", `${key} (changed by you)`, "Amount")).toBe(173.6);
    expect(line(changed, "Medicare rate")).toBe(140.38);
  });
});

describe("a ledger from before lines were priced", () => {
  /** The present ledger put back into the columns of then, with a column of the user's own. */
  function earlier(extra: Readonly<Record<string, PlanValue>>): LedgerContent {
    const content = contentOf(planLedger(understood([caseOf("90837")]), { asOf: AS_OF }));
    const table = content.tables.get("ServiceLines") ?? expect.fail("no lines");
    const then = new Set(["Benchmark", "Own benchmark", "Place of service", "Priced for", "Benchmark note"]);
    for (const heading of ["Payer", "Rate is per", "Medicare dollars"]) then.add(heading);
    const kept = table.headings.flatMap((heading, index) => (then.has(heading) ? [] : [index]));
    const headings = [...kept.map((index) => table.headings[index] ?? ""), ...Object.keys(extra)].filter(
      (heading, index, all) => all.indexOf(heading) === index,
    );
    const rows = table.rows.map((row) =>
      headings.map((heading): PlanValue => extra[heading] ?? row[table.headings.indexOf(heading)] ?? null),
    );
    const tables = new Map(content.tables).set("ServiceLines", { ...table, headings, rows });
    tables.delete("MedicareRates");
    return { ...content, tables };
  }

  it("keeps a Medicare rate that the user typed, as her own benchmark", () => {
    const now = plan(caseOf("90837"), earlier({ "Medicare rate": 99.5 }));
    expect(line(now, "Own benchmark")).toBe(99.5);
    expect(line(now, "Medicare rate")).toBe(99.5);
    expect(line(plan(caseOf("90837"), contentOf(now)), "Own benchmark")).toBe(99.5);
  });

  it("keeps a word that stood there too, and columns of hers whose names are the ledger's now", () => {
    const now = plan(caseOf("90837"), earlier({ "Medicare rate": "n/a", Benchmark: "mine", Payer: "home plan" }));
    expect(line(now, "Own benchmark")).toBe("n/a");
    expect(line(now, "Benchmark (yours)")).toBe("mine");
    expect(line(now, "Payer (yours)")).toBe("home plan");
    expect(line(now, "Payer")).toBe("Aetna");
    expect(line(now, "Medicare rate")).toBe(140.38);
  });

  it("keeps a line that left the tracker while a Medicare rate was typed beside it", () => {
    const other = caseOf("90834");
    const ids = tableOf(plan(other, earlier({ "Medicare rate": 99.5 })), "ServiceLines").rows.map(([id]) => String(id));
    expect(ids.some((id) => id.endsWith("90837"))).toBe(true);
    expect(ids.some((id) => id.endsWith("90834"))).toBe(true);
  });
});

describe("every column of the ledger", () => {
  it("is on Medicare rates from the first run on, so that formulas find it", () => {
    expect(LEDGER_TABLES.map(({ name }) => name)).toContain("MedicareRates");
    expect(tableOf(planLedger(understood([]), { asOf: AS_OF }), "MedicareRates").rows).toHaveLength(1);
  });
});
