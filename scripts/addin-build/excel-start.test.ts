import { describe, expect, it } from "vitest";
import { afterSideload, excelArguments, sideloadCommand, withoutCertificate } from "./excel-start.ts";

const MANIFEST = "out/excel/manifest.xml";

describe("npm run excel", () => {
  it("starts, only serves, or stops", () => {
    expect(excelArguments([]).action).toBe("start");
    expect(excelArguments(["--serve"]).action).toBe("serve");
    expect(excelArguments(["--stop"]).action).toBe("stop");
    expect(excelArguments(["--serve"]).isRecorder).toBe(false);
    expect(excelArguments(["--serve", "--recorder"])).toEqual({ action: "serve", isRecorder: true });
    expect(() => excelArguments(["--serve", "--stop"])).toThrow("--serve and --stop exclude each other.");
    expect(() => excelArguments(["now"])).toThrow('"now" is not understood');
    expect(() => excelArguments(["--debug"])).toThrow(
      'The option "--debug" is not known here. Options: --serve, --stop, --recorder.',
    );
  });

  it("runs Microsoft's tool by its exact version where there is a desktop Excel", () => {
    expect(sideloadCommand("start", MANIFEST, "win32")).toEqual({
      program: "npx.cmd",
      words: ["--yes", "office-addin-debugging@7.0.0", "start", MANIFEST, "desktop", "--app", "excel", "--no-debug"],
    });
    expect(sideloadCommand("stop", MANIFEST, "darwin")).toEqual({
      program: "npx",
      words: ["--yes", "office-addin-debugging@7.0.0", "stop", MANIFEST],
    });
    expect(sideloadCommand("start", MANIFEST, "linux")).toBeNull();
  });

  it("says how it went, and what to do by hand where npx reaches nothing", () => {
    expect(afterSideload("start", { exit: 0 }, MANIFEST).join("\n")).toContain("Excel opens with the tab SCA Ledger");
    expect(afterSideload("stop", { exit: 0 }, MANIFEST)).toEqual(["The add-in is taken out of Excel."]);
    const failed = afterSideload("start", { exit: 1 }, MANIFEST).join("\n");
    expect(failed).toContain("npx could not run office-addin-debugging@7.0.0 (it ended with 1)");
    expect(failed).toContain("The pages are served all the same.");
    expect(failed).toContain("Excel on the web:");
    expect(failed).toContain(MANIFEST);
    expect(afterSideload("start", { failure: "spawn npx ENOENT" }, MANIFEST)[0]).toContain("(spawn npx ENOENT)");
    expect(afterSideload("stop", { exit: null }, MANIFEST).join("\n")).toContain("Take the add-in out by hand");
  });

  it("says why nothing is served without a certificate", () => {
    expect(withoutCertificate("Unable to install the CA certificate.\nstack")).toMatch(
      /Unable to install the CA certificate\. A certificate .* is accepted.*Nothing is served meanwhile/,
    );
  });
});
