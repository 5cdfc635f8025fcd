import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { WorkbookProblem } from "../../excel/excel-workbook.ts";
import { WorkStopped } from "../background/run-in-worker.ts";
import { structureInPane } from "../background/structure-work.ts";
import { createLedgerStore } from "../frame/ledger-store.ts";
import { createMedicareShelf } from "../frame/medicare-shelf.ts";
import { createStore } from "../frame/store.ts";
import { type FakeWorkbook, fakeWorkbook } from "../testing/fake-workbook.ts";
import { sampleLog } from "../testing/sample-log.ts";
import { createStructuring, type RunStructuring } from "./structuring.ts";

const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");

function pane(workbook: FakeWorkbook = fakeWorkbook(sampleLog()), told: number | null = 0) {
  const said: string[] = [];
  let runs = 0;
  const run: RunStructuring = async (request, progress, signal) => {
    runs += 1;
    if (signal.aborted) throw new WorkStopped();
    return structureInPane(request, progress);
  };
  const personChanges = createStore<number | null>(told);
  const structuring = createStructuring({
    workbook,
    ledger: createLedgerStore(workbook),
    medicare: createMedicareShelf(),
    personChanges,
    trackerChanged: createStore(true),
    run,
    medicareReady: async () => {},
    today: () => AS_OF,
    say: (sentence) => said.push(sentence),
  });
  return { workbook, structuring, said, personChanges, runs: () => runs, step: () => structuring.step.get() };
}

describe("structuring in the pane", () => {
  it("shows what it understood before anything is written", async () => {
    const { structuring, workbook, step } = pane();
    await structuring.look(["Log"]);
    const now = step();
    if (now.kind !== "looked") return expect.fail(now.kind);
    const { summary } = now.look.result;
    expect(summary).toMatchObject({ cases: 3, payers: 3, decided: 3, sheets: ["Log"], questions: 2 });
    expect(summary.headings.find(({ heading }) => heading === "Thru")).toMatchObject({
      cell: "J1",
      readAs: "Last covered day",
    });
    expect(summary.asked[0]).toEqual({ what: "Last covered day", count: 2 });
    expect(workbook.applied).toEqual([]);
  });

  it("writes what was looked at without looking again while nobody changed the workbook", async () => {
    const { structuring, workbook, step, runs, said } = pane();
    await structuring.look(["Log"]);
    await structuring.write();
    expect(step().kind).toBe("written");
    expect(workbook.applied).toHaveLength(1);
    expect(runs()).toBe(1);
    expect(said.at(-1)).toBe("The ledger is written. Your own sheets are as they were.");
  });

  it("looks again before it writes where somebody changed the workbook meanwhile, or Excel tells no changes", async () => {
    const changed = pane();
    await changed.structuring.look(["Log"]);
    changed.personChanges.set(1);
    await changed.structuring.write();
    const untold = pane(undefined, null);
    await untold.structuring.look(["Log"]);
    await untold.structuring.write();
    expect([changed.runs(), untold.runs()]).toEqual([2, 2]);
  });

  it("reads a heading as it was chosen, from then on", async () => {
    const { structuring, workbook, step } = pane();
    await structuring.look(["Log"]);
    await structuring.lookAgain([{ sheet: "Log", cell: "E1", heading: "Answered", meaning: "other" }]);
    const now = step();
    if (now.kind !== "looked") return expect.fail(now.kind);
    const answered = now.look.result.summary.headings.find(({ heading }) => heading === "Answered");
    expect(answered).toMatchObject({ readAs: "Notes", certainty: 1 });
    await structuring.write();
    await structuring.update();
    const decided = workbook.ledger?.tables.get("Cases");
    const at = decided?.headings.indexOf("Decided") ?? -1;
    expect(decided?.rows.map((row) => row[at] ?? null)).toEqual([null, null, null]);
  });

  it("updates from the sheets that the ledger was made of, with the answers in Review", async () => {
    const { structuring, workbook, step } = pane();
    await structuring.look(["Log"]);
    await structuring.write();
    const review = workbook.ledger?.tables.get("Review") ?? expect.fail("no Review");
    const at = review.headings.indexOf("Answer");
    const found = review.headings.indexOf("Found");
    const rows = review.rows.map((row) =>
      row[found] === "2/30/2026" ? row.map((cell, column) => (column === at ? "2/28/2026" : cell)) : row,
    );
    const tables = new Map(workbook.ledger?.tables).set("Review", { ...review, rows });
    workbook.ledger = { tables, named: new Map() };
    await structuring.update();
    const now = step();
    if (now.kind !== "written") return expect.fail(now.kind);
    expect(now.summary.questions).toBe(1);
  });

  it("says that there is nothing to update without a ledger, and goes back to the choice", async () => {
    const { structuring, step } = pane();
    await structuring.update();
    expect(step()).toMatchObject({ kind: "failed", words: expect.stringContaining("has no ledger yet") });
    structuring.goBack();
    expect(step()).toEqual({ kind: "choosing" });
  });

  it("says so where the tracker's sheet has another name now", async () => {
    const { structuring, workbook, step } = pane();
    await structuring.look(["Log"]);
    await structuring.write();
    workbook.listings = workbook.listings.map((sheet) =>
      sheet.name === "Log" ? { ...sheet, name: "Log 2026" } : sheet,
    );
    await structuring.update();
    expect(step()).toMatchObject({ words: expect.stringContaining('The ledger was made of "Log"') });
  });

  it("writes nothing where no case was found, and says what is needed", async () => {
    const { structuring, workbook, step } = pane();
    await structuring.look(["Contacts"]);
    expect(step()).toMatchObject({ kind: "looked", look: { result: { plan: null } } });
    await structuring.write();
    expect(step()).toMatchObject({
      words: expect.stringContaining('No single case agreement was found on "Contacts"'),
    });
    expect(workbook.applied).toEqual([]);
  });

  it("leaves all as it was when it is cancelled", async () => {
    const { structuring, workbook, step, said } = pane();
    const looking = structuring.look(["Log"]);
    structuring.cancel();
    await looking;
    expect(step()).toEqual({ kind: "choosing" });
    expect(said).toEqual(["Stopped. Nothing was changed."]);
    expect(workbook.applied).toEqual([]);
  });

  it("keeps what was looked at when writing is refused, so that it can be tried again", async () => {
    const { structuring, workbook, step } = pane();
    await structuring.look(["Log"]);
    workbook.refusal = new WorkbookProblem("protected", 'The sheet "Cases" is protected.');
    await structuring.write();
    expect(step()).toMatchObject({ kind: "failed", words: 'The sheet "Cases" is protected.' });
    structuring.goBack();
    expect(step().kind).toBe("looked");
    await structuring.write();
    expect(step().kind).toBe("written");
  });

  it("takes back what it wrote", async () => {
    const { structuring, workbook, step, said } = pane();
    await structuring.look(["Log"]);
    await structuring.write();
    structuring.goBack();
    expect([step().kind, structuring.canTakeBack.get()]).toEqual(["choosing", true]);
    await structuring.takeBack();
    expect(workbook.ledger).toBeNull();
    expect(structuring.canTakeBack.get()).toBe(false);
    expect(step()).toEqual({ kind: "choosing" });
    await structuring.takeBack();
    expect(said.slice(-2)).toEqual(["Taken back: the workbook is as it was before.", "There is nothing to take back."]);
  });

  it("does one work at a time", async () => {
    const { structuring, said, runs } = pane();
    await Promise.all([structuring.look(["Log"]), structuring.look(["Log"])]);
    expect(runs()).toBe(1);
    expect(said[0]).toContain("still at work");
  });
});
