import { expect, it } from "vitest";
import { nextTab } from "./view-tabs.tsx";

it("arrows go from tab to tab and round, Home and End to the ends; other keys are left alone", () => {
  expect(nextTab("structure", "ArrowRight")).toBe("review");
  expect(nextTab("structure", "ArrowLeft")).toBe("settings");
  expect(nextTab("settings", "ArrowDown")).toBe("structure");
  expect(nextTab("rate", "Home")).toBe("structure");
  expect(nextTab("rate", "End")).toBe("settings");
  expect(nextTab("rate", "Tab")).toBeNull();
  expect(nextTab("rate", "Enter")).toBeNull();
});
