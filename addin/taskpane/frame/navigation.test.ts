import { describe, expect, it } from "vitest";
import { createNavigation } from "./navigation.ts";

describe("the way through the pane", () => {
  it("starts at the first view and remembers what was visited", () => {
    const way = createNavigation();
    expect(way.place.get()).toMatchObject({ view: "structure", task: null, wantsFocus: false });
    way.choose("rate");
    expect([...way.place.get().visited]).toEqual(["structure", "rate"]);
  });

  it("leaves the focus on the tabs, and moves it to the heading where a button led there, once", () => {
    const way = createNavigation();
    way.choose("review");
    expect(way.takeFocus("review")).toBe(false);
    way.open("today");
    expect(way.takeFocus("review")).toBe(false);
    expect(way.takeFocus("today")).toBe(true);
    expect(way.takeFocus("today")).toBe(false);
  });

  it("hands what the ribbon wants done to its view alone, once each press", () => {
    const way = createNavigation();
    way.open("structure", "updateLedger");
    expect(way.takeTask("review")).toBeNull();
    expect(way.takeTask("structure")).toBe("updateLedger");
    expect(way.takeTask("structure")).toBeNull();
    way.open("structure", "updateLedger");
    expect(way.takeTask("structure")).toBe("updateLedger");
  });
});
