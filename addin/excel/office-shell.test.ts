import { afterEach, describe, expect, it, vi } from "vitest";
import { EMPTY_LIBRARY } from "../../sca/medicare/fee-schedule.ts";
import { type CalendarDate, parseIsoDay } from "../../sca/values/calendar-date.ts";
import { associateCommands } from "../commands/associate-commands.ts";
import { RIBBON_COMMANDS } from "../commands/ribbon-commands.ts";
import { associateFunctions } from "../functions/associate-functions.ts";
import { excelClient } from "../test-host/client/node-client.ts";
import { type OfficeShell, officeShell } from "./office-shell.ts";

const FACTS = { today: () => parseIsoDay("2025-07-17") as CalendarDate, library: () => EMPTY_LIBRARY };

function inExcel() {
  const client = excelClient();
  vi.stubGlobal("Office", client.Office);
  vi.stubGlobal("CustomFunctions", client.CustomFunctions);
  return { ...client, shell: officeShell() as OfficeShell };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the pane's page in Excel", () => {
  it("answers formulas through Microsoft's runtime: figures, ranges, and errors with their words", async () => {
    const { shell, functions } = inExcel();
    associateFunctions(shell.functions, FACTS);
    const calls = [
      functions.call("UNITSLEFT", [[[24]], [[20]]]),
      functions.call("UNITSLEFT", [[[24]], [[""]]]),
      functions.call("UNITSLEFT", [[[24]], [["x"]]]),
      functions.call("DAYSLEFT", [[["2025-07-19"], ["2025-07-17"]], null]),
      functions.call("MEDICARE", [[["90834"]], [["2025-07-17"]], null, null, null]),
    ];
    const [left, blank, text, days, price] = await Promise.all(calls.map(({ result }) => result));
    expect(left).toEqual({ value: [[4]] });
    expect(blank).toMatchObject({ error: "#N/A", message: expect.stringMatching(/^Units used is blank\./) });
    expect(text).toMatchObject({ error: "#VALUE!", message: expect.stringContaining("“x”, which is no number") });
    expect(days).toEqual({ value: [[2], [0]] });
    expect(price).toMatchObject({ error: "#N/A", message: expect.stringContaining("No fee schedule is loaded") });
  });

  it("keeps the error of one row in its own cell", async () => {
    const { shell, functions } = inExcel();
    associateFunctions(shell.functions, FACTS);
    const { value } = (await functions.call("UNITSLEFT", [
      [[24], [24]],
      [[20], ["x"]],
    ]).result) as { value: unknown[][] };
    expect(value[0]).toEqual([4]);
    expect(JSON.stringify(value[1])).toContain("which is no number");
  });

  it("runs every button, which completes and has shown the pane", async () => {
    const { shell, ribbon } = inExcel();
    const opened: string[] = [];
    associateCommands(
      { ...shell.commands, showPane: async () => void opened.push("shown") },
      { open: (view) => opened.push(view), couldNotShow: () => opened.push("not shown") },
    );
    for (const { id } of RIBBON_COMMANDS) expect(await ribbon.press(id)).toBe("completed");
    expect(opened).toEqual(RIBBON_COMMANDS.flatMap(({ view }) => [view, "shown"]));
  });

  it("shows errors without words where Excel knows none of its own", () => {
    vi.stubGlobal("Office", {});
    vi.stubGlobal("CustomFunctions", { associate: () => {} });
    const error = officeShell()?.functions.cellError({ problem: "wrong", sentence: "no number" });
    expect(error).toBeInstanceOf(Error);
  });

  it("is without a shell where Excel's script did not load", () => {
    expect(officeShell()).toBeNull();
  });
});

describe("the colours of Office", () => {
  it("are told once Excel has answered", async () => {
    const { shell } = inExcel();
    await shell.isInExcel();
    expect(shell.colours()).toEqual({ background: "#FFFFFF", foreground: "#262626" });
  });

  it("are none where there is no theme, and an Excel without the event of a new theme is no error", () => {
    vi.stubGlobal("Office", { context: {} });
    vi.stubGlobal("CustomFunctions", { associate: () => {} });
    const shell = officeShell();
    expect(shell?.colours()).toBeNull();
    expect(() => shell?.onThemeChange(() => {})).not.toThrow();
  });
});
