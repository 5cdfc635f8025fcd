import { describe, expect, it } from "vitest";
import { PANE_VIEWS } from "../../commands/pane-view.ts";
import { nextView } from "./next-view.ts";
import { viewsInSight } from "./view-tabs.tsx";

describe("the line of tabs", () => {
  it("arrows go from tab to tab and round, Home and End to the ends; other keys are left alone", () => {
    expect(nextView(PANE_VIEWS, "structure", "ArrowRight")).toBe("review");
    expect(nextView(PANE_VIEWS, "structure", "ArrowLeft")).toBe("settings");
    expect(nextView(PANE_VIEWS, "settings", "ArrowDown")).toBe("structure");
    expect(nextView(PANE_VIEWS, "rate", "Home")).toBe("structure");
    expect(nextView(PANE_VIEWS, "rate", "End")).toBe("settings");
    expect(nextView(PANE_VIEWS, "rate", "Tab")).toBeNull();
    expect(nextView(PANE_VIEWS, "rate", "Enter")).toBeNull();
  });

  it("always has the view that is shown, however few have room", () => {
    expect(viewsInSight(PANE_VIEWS.length, "rate")).toEqual(PANE_VIEWS);
    expect(viewsInSight(3, "review")).toEqual(["structure", "review", "today"]);
    expect(viewsInSight(3, "settings")).toEqual(["structure", "review", "settings"]);
    expect(viewsInSight(1, "settings")).toEqual(["settings"]);
  });
});
