import { describe, expect, it } from "vitest";
import { excelClient } from "./node-client.ts";

describe("ribbon commands", () => {
  it("run the associated function, which completes", async () => {
    const { Office, ribbon } = excelClient();
    const pressed: string[] = [];
    Office.actions.associate("structureTracker", (event: Office.AddinCommands.Event) => {
      pressed.push(event.source.id);
      event.completed();
    });
    expect(await ribbon.press("structureTracker", { controlId: "StructureButton" })).toBe("completed");
    expect(pressed).toEqual(["StructureButton"]);
  });

  it("that forget to complete, or that nobody associated, are told", async () => {
    const { Office, ribbon } = excelClient();
    Office.actions.associate("forgetful", () => {});
    expect(await ribbon.press("forgetful", { patience: 30 })).toBe("never completed");
    expect(await ribbon.press("nobodysFunction")).toBe("unknown function");
  });
});

describe("custom functions through the real runtime", () => {
  it("give a value, an array, an error with its words", async () => {
    const { CustomFunctions, functions } = excelClient();
    CustomFunctions.associate("PERUNIT", (rate: number, units: number) => {
      if (units === 0) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
      if (units < 0) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "Units are at least 0.");
      return rate / units;
    });
    CustomFunctions.associate("PAIR", async (low: number, high: number) => [[low, high]]);
    const calls = [
      functions.call("PERUNIT", [120, 4]),
      functions.call("pair", [1, 2]),
      functions.call("PERUNIT", [120, 0]),
      functions.call("PERUNIT", [120, -1]),
      functions.call("NOBODY", []),
    ];
    const results = await Promise.all(calls.map(({ result }) => result));
    expect(results).toEqual([
      { value: 30 },
      { value: [[1, 2]] },
      { error: "#DIV/0!", message: null },
      { error: "#VALUE!", message: "Units are at least 0." },
      { error: "#VALUE!", message: null },
    ]);
  });

  it("stream until they are cancelled; the runtime holds results back and sends the latest", async () => {
    const { CustomFunctions, functions } = excelClient();
    let cancelled = false;
    CustomFunctions.associate("COUNT", (from: number, call: CustomFunctions.StreamingInvocation<number>) => {
      let number = from;
      const timer = setInterval(() => call.setResult(number++), 20);
      call.onCanceled = () => {
        cancelled = true;
        clearInterval(timer);
      };
    });
    const call = functions.call("COUNT", [3], { streaming: true, cancelable: true });
    await expect.poll(() => call.results.length, { interval: 20 }).toBeGreaterThan(1);
    call.cancel();
    await expect.poll(() => cancelled, { interval: 10 }).toBe(true);
  });
});

describe("the Office window", () => {
  it("gives the theme, says that it is Excel, and shows the pane", async () => {
    const { Office, runtime } = excelClient();
    expect((await Office.onReady()).host).toBe(Office.HostType.Excel);
    expect(Office.context.officeTheme.bodyBackgroundColor).toBe("#FFFFFF");
    await Office.addin.showAsTaskpane();
    expect(runtime.paneState).toBe("Visible");
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(runtime.startState).toBe("Background");
  });
});
