import { describe, expect, it } from "vitest";
import { workbookContent } from "../test-host/model/workbook-content.ts";
import { codeOf, openLog, smallPlan } from "../test-host/structured/small-plan.ts";

const SIGNAL = new AbortController().signal;
const QUIET = (): void => {};

describe("edits by people during a run", () => {
  const ROWS = [
    ["P-1", "one"],
    ["P-2", "two"],
    ["P-3", "three"],
  ];

  it("since the ledger was read stay, and are told", async () => {
    const { hand, workbook, user } = openLog();
    await hand.applyPlan(smallPlan(ROWS), QUIET, SIGNAL);
    await hand.readLedger();
    user.typeInto("Cases", "B3", "edited");
    const { leftAsEdited } = await hand.applyPlan(
      smallPlan([...ROWS].reverse().map(([id]) => [id ?? "", "new"])),
      QUIET,
      SIGNAL,
    );
    expect(leftAsEdited).toEqual(["Cases!B3"]);
    const notes = workbookContent(workbook).tables[0]?.rows.map((row) => row[1]);
    expect(notes).toEqual(["new", "edited", "new"].map((value) => ({ value })));
  });

  it("in the very moment of writing stay, and are told", async () => {
    const { hand, workbook, user, host, traffic } = openLog();
    await hand.applyPlan(smallPlan(ROWS), QUIET, SIGNAL);
    await hand.readLedger();
    traffic.reset();
    await hand.applyPlan(smallPlan(ROWS), QUIET, SIGNAL);
    const write = traffic.exchanges.findIndex(
      ({ request }) => request.includes('"Name":"Values"') && request.includes('"ActionType":4'),
    );
    const waitFor = (syncs: number): void =>
      host.beforeNextSync(() => (syncs === 0 ? user.typeInto("Cases", "B4", "late", "co-author") : waitFor(syncs - 1)));
    waitFor(write);
    const { leftAsEdited } = await hand.applyPlan(smallPlan(ROWS.map(([id]) => [id ?? "", "new"])), QUIET, SIGNAL);
    expect(leftAsEdited).toEqual(["Cases!B4"]);
    const notes = workbookContent(workbook).tables[0]?.rows.map((row) => row[1]);
    expect(notes).toEqual(["new", "new", "late"].map((value) => ({ value })));
  });

  it("that move rows stop the run: nothing is written", async () => {
    const { hand, workbook, user } = openLog();
    await hand.applyPlan(smallPlan(ROWS), QUIET, SIGNAL);
    await hand.readLedger();
    user.deleteRows("Cases", "A3");
    const before = workbookContent(workbook).tables;
    expect(await codeOf(hand.applyPlan(smallPlan(ROWS), QUIET, SIGNAL))).toBe("edited-meanwhile");
    expect(workbookContent(workbook).tables).toEqual(before);
  });
});
