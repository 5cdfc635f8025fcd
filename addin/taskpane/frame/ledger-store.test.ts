import { describe, expect, it } from "vitest";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { WorkbookProblem } from "../../excel/excel-workbook.ts";
import { createLedgerStore } from "./ledger-store.ts";

const LEDGER: LedgerContent = { tables: new Map(), named: new Map() };

describe("the ledger that all views share", () => {
  it("is read once, when the first view asks", async () => {
    let read = 0;
    const store = createLedgerStore({
      readLedger: async () => {
        read += 1;
        return null;
      },
    });
    expect(store.state.get()).toEqual({ kind: "unread" });
    store.ensure();
    store.ensure();
    await Promise.resolve();
    await Promise.resolve();
    expect(read).toBe(1);
    expect(store.state.get()).toEqual({ kind: "none" });
  });

  it("stays in view while it is read anew, and the reading that was started last counts", async () => {
    const answers: ((content: LedgerContent | null) => void)[] = [];
    const store = createLedgerStore({ readLedger: () => new Promise((resolve) => answers.push(resolve)) });
    const first = store.refresh();
    answers[0]?.(LEDGER);
    await first;
    const [slow, fast] = [store.refresh(), store.refresh()];
    expect(store.state.get()).toEqual({ kind: "ready", content: LEDGER, problem: null });
    answers[2]?.(null);
    answers[1]?.(LEDGER);
    await Promise.all([slow, fast]);
    expect(store.state.get()).toEqual({ kind: "none" });
  });

  it("stays as it was read before where Excel refuses to give it anew, and says why", async () => {
    let refusal: Error | null = null;
    const store = createLedgerStore({ readLedger: async () => (refusal === null ? LEDGER : Promise.reject(refusal)) });
    await store.refresh();
    refusal = new WorkbookProblem("busy", "A cell is being edited.");
    await store.refresh();
    expect(store.state.get()).toEqual({ kind: "ready", content: LEDGER, problem: "A cell is being edited." });
    refusal = null;
    await store.refresh();
    expect(store.state.get()).toEqual({ kind: "ready", content: LEDGER, problem: null });
  });

  it("is not read while a plan is written, and once afterwards where a reading was asked for meanwhile", async () => {
    let read = 0;
    const store = createLedgerStore({
      readLedger: async () => {
        read += 1;
        return null;
      },
    });
    const letGo = store.hold();
    await store.refresh();
    await store.refresh();
    expect(read).toBe(0);
    letGo();
    expect(read).toBe(1);
    store.hold()();
    expect(read).toBe(1);
  });

  it("says what the manager can mend, and what is our own fault, in words", async () => {
    const failing = async (error: Error): Promise<unknown> => {
      const store = createLedgerStore({ readLedger: () => Promise.reject(error) });
      await store.refresh();
      return store.state.get();
    };
    expect(await failing(new WorkbookProblem("renamed", "The table Cases has lost its column Case id."))).toEqual({
      kind: "failed",
      words: "The table Cases has lost its column Case id.",
    });
    expect(await failing(new TypeError("x is undefined"))).toMatchObject({
      words: expect.stringMatching(
        /^The pane met an error of its own: x is undefined\. Your own sheets are as they were/,
      ),
    });
  });
});
