import { describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";

const machine = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string>>,
  ...programs: readonly string[]
): Parameters<typeof findChromium>[0] => ({ platform, env, isProgram: (path) => programs.includes(path) });

const EDGE = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

describe("a browser to print with", () => {
  it("is found by its name on PATH, the system's Chromium first", () => {
    const path = { PATH: "/usr/local/bin:/usr/bin" };
    expect(findChromium(machine("linux", path, "/usr/bin/google-chrome", "/usr/bin/chromium"))).toBe(
      "/usr/bin/chromium",
    );
  });

  it("is found where installers put it on Windows and Mac", () => {
    expect(findChromium(machine("win32", { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" }, EDGE))).toBe(EDGE);
    expect(findChromium(machine("darwin", { HOME: "/Users/ana" }, MAC_CHROME))).toBe(MAC_CHROME);
    const own = `/Users/ana${MAC_CHROME}`;
    expect(findChromium(machine("darwin", { HOME: "/Users/ana" }, own))).toBe(own);
  });

  it("is the one that SCA_CHROMIUM names, and no other where that is no program", () => {
    const env = { PATH: "/usr/bin", SCA_CHROMIUM: "/opt/own/chrome" };
    expect(findChromium(machine("linux", env, "/opt/own/chrome", "/usr/bin/chromium"))).toBe("/opt/own/chrome");
    expect(findChromium(machine("linux", env, "/usr/bin/chromium"))).toBeNull();
  });

  it("is nobody's guess where none is installed", () => {
    expect(findChromium(machine("linux", { PATH: "/usr/bin" }))).toBeNull();
    expect(findChromium(machine("win32", {}))).toBeNull();
  });
});
