import { expect, it } from "vitest";
import { themeFor } from "./pane-theme.ts";

it("the pane is dark where Office writes light on dark, and obeys the system's own contrast first", () => {
  expect(themeFor({ background: "#FFFFFF", foreground: "#262626" }, false)).toBe("light");
  expect(themeFor({ background: "#262626", foreground: "#FFFFFF" }, false)).toBe("dark");
  expect(themeFor({ background: "#6A6A6A", foreground: "#FFFFFF" }, false)).toBe("dark");
  expect(themeFor({ background: "#FFFFFF", foreground: "#262626" }, true)).toBe("contrast");
});

it("the pane is light where Office tells no colours", () => {
  expect(themeFor(null, false)).toBe("light");
  expect(themeFor({ background: "", foreground: "white" }, false)).toBe("light");
});
