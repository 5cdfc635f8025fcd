import { describe, expect, it } from "vitest";
import { contentOf, day, madeUpCase, understood } from "../../../sca/ledger/made-up-cases.ts";
import { planLedger } from "../../../sca/ledger/plan-ledger.ts";
import type { PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import { type LedgerCell, WorkbookProblem } from "../../excel/excel-workbook.ts";
import { deleteHoliday, holidayRow, holidaysToCome } from "./holiday-draft.ts";
import { settingChanges, settingDraft } from "./setting-draft.ts";

const TODAY = day("2026-03-11");
const CONTENT = contentOf(planLedger(understood([madeUpCase()]), { asOf: TODAY }));
const DRAFT = settingDraft(CONTENT);

function changed(typed: Record<string, string>) {
  return settingChanges({ ...DRAFT, ...typed }, CONTENT, undefined, TODAY);
}

describe("the settings of a ledger", () => {
  it("are shown as the ledger has them, and nothing is to be written before something is typed", () => {
    expect(DRAFT).toMatchObject({ ReauthLeadDays: "5", Locality: "", BandHigh: "150", AsOfSet: "" });
    expect(settingChanges(DRAFT, CONTENT, undefined, TODAY)).toEqual({
      changes: new Map(),
      problems: {},
      remarks: {},
    });
  });

  it("are written as the values that the formulas read, only those that changed", () => {
    const { changes, problems } = changed({
      AsOfSet: "2026-04-01",
      ReauthLeadDays: "20",
      Locality: "10112-00",
      CostPerUnit: "$1,280.50",
      BandHigh: "160 %",
    });
    expect(problems).toEqual({});
    expect([...changes]).toEqual([
      ["AsOfSet", { day: "2026-04-01" }],
      ["ReauthLeadDays", 20],
      ["Locality", "10112-00"],
      ["BandHigh", 160],
      ["CostPerUnit", 1280.5],
    ]);
  });

  it("say beside the field what is not accepted", () => {
    const { problems } = changed({
      AsOfSet: "2026-02-30",
      ReauthLeadDays: "2.5",
      DueNoticeDays: "",
      BandLow: "200",
      CostPerUnit: "many",
      RevenueBaseline: "-1",
    });
    expect(Object.keys(problems).sort()).toEqual([
      "AsOfSet",
      "BandHigh",
      "CostPerUnit",
      "DueNoticeDays",
      "ReauthLeadDays",
      "RevenueBaseline",
    ]);
    expect(problems["ReauthLeadDays"]).toBe(
      "“2.5” is not accepted here: a whole number of days from 0 to 1000 is. Nothing is written until it is mended.",
    );
  });

  it("can be emptied where the ledger goes without", () => {
    const set = { ...CONTENT, named: new Map(CONTENT.named).set("AsOfSet", { day: TODAY }).set("CostPerUnit", 90) };
    const { changes } = settingChanges({ ...settingDraft(set), AsOfSet: "", CostPerUnit: "" }, set, undefined, TODAY);
    expect([...changes]).toEqual([
      ["AsOfSet", null],
      ["CostPerUnit", null],
    ]);
  });
});

const MEMORIAL_DAY = { day: day("2026-05-25"), name: "Memorial Day", held: "Memorial Day" };

/** What is written into it; refuses the column that is named. */
function notebook(refused = "", code = "") {
  const said: string[] = [];
  const words = (value: PlanValue | undefined): string =>
    value === null || value === undefined ? "nothing" : typeof value === "object" ? value.day : String(value);
  const writeCell = async ({ heading, key }: LedgerCell, value: PlanValue, expected?: PlanValue): Promise<void> => {
    if (heading === refused && value === null) throw new WorkbookProblem(code, `${heading} was refused.`);
    said.push(`${heading} of ${key}: ${words(expected)} -> ${words(value)}`);
  };
  return { said, workbook: { writeCell } };
}

describe("holidays", () => {
  it("to come are listed, the next first", () => {
    expect(holidaysToCome(CONTENT, TODAY)[0]).toMatchObject({ day: "2026-05-25", name: "Memorial Day" });
  });

  it("are added as a row, and not twice", () => {
    const added = holidayRow(CONTENT, "2026-12-24", "");
    expect("row" in added && Object.fromEntries(added.row)).toEqual({ Day: { day: "2026-12-24" }, Holiday: "Closed" });
    const twice = holidayRow(CONTENT, "2026-12-25", "Christmas");
    expect("problem" in twice && twice.problem).toContain("is there already");
    expect("problem" in holidayRow(CONTENT, "", "x")).toBe(true);
  });

  it("are deleted by emptying their row, the name before the day that it is found by", async () => {
    const { said, workbook } = notebook();
    await deleteHoliday(workbook, MEMORIAL_DAY);
    expect(said).toEqual(["Holiday of 46167: Memorial Day -> nothing", "Day of 46167: 2026-05-25 -> nothing"]);
  });

  it("that somebody changed meanwhile stay whole", async () => {
    const { said, workbook } = notebook("Day", "edited-meanwhile");
    await expect(deleteHoliday(workbook, MEMORIAL_DAY)).rejects.toMatchObject({ code: "edited-meanwhile" });
    expect(said.at(-1)).toBe("Holiday of 46167: nothing -> Memorial Day");
  });

  it("that are gone already are told by their day", async () => {
    const { workbook } = notebook("Holiday", "row-missing");
    await expect(deleteHoliday(workbook, MEMORIAL_DAY)).rejects.toThrow(/^Mon, May 25, 2026 is not found any more/);
  });
});
