import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildArguments } from "./build-arguments.ts";
import { checkOutFolder } from "./out-folder.ts";

const ROOT = join(tmpdir(), "sca-ledger");

describe("npm run build", () => {
  it("takes a host with or without a folder, and drops slashes at its end", () => {
    expect(buildArguments(["--host", "https://example.org/sca/"], ROOT)).toEqual({
      host: "https://example.org/sca",
      out: join(ROOT, "dist"),
    });
    expect(buildArguments(["--host", "https://example.org:8443", "--out", "pages"], ROOT)).toEqual({
      host: "https://example.org:8443",
      out: join(ROOT, "pages"),
    });
  });

  it("refuses a host that Excel would not load pages from, in words", () => {
    const said =
      (...line: string[]) =>
      () =>
        buildArguments(line, ROOT);
    expect(said()).toThrow("Say where the pages will be served from: npm run build -- --host https://example.org/sca");
    expect(said("--host", "example.org")).toThrow(
      'The host "example.org" is no address. An address that starts with https://',
    );
    expect(said("--host", "http://example.org")).toThrow('The host "http://example.org" is not https');
    expect(said("--host", "https://example.org/?a=1")).toThrow("has more than a folder");
    expect(said("--host", "https://user:word@example.org")).toThrow("has more than a folder");
    expect(said("https://example.org")).toThrow('"https://example.org" is not understood');
    expect(said("--hots", "x")).toThrow('The option "--hots" is not known here');
  });

  it("empties only a folder that it built before", () => {
    const folder = mkdtempSync(join(tmpdir(), "sca-ledger-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(() => checkOutFolder(join(folder, "new"))).not.toThrow();
    expect(() => checkOutFolder(folder)).not.toThrow();
    writeFileSync(join(folder, "taskpane.html"), "");
    expect(() => checkOutFolder(folder)).toThrow("holds other files, and building empties the folder");
    writeFileSync(join(folder, "functions.json"), "");
    mkdirSync(join(folder, "assets"));
    expect(() => checkOutFolder(folder)).not.toThrow();
  });
});
