import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { hostedManifest } from "./hosted-manifest.ts";
import { readByOffice } from "./read-by-office.ts";

const MANIFEST = readFileSync("manifest.xml", "utf8");
const FOLDER = mkdtempSync(join(tmpdir(), "read-by-office-"));

afterAll(() => rmSync(FOLDER, { recursive: true }));

function saved(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

describe("Microsoft's own reader", () => {
  it("finds the add-in that the manifest describes, for whatever host", async () => {
    expect(await readByOffice("manifest.xml")).toEqual({
      ...{ name: "SCA Ledger", version: "1.0.0.0" },
      page: "https://localhost:3000/taskpane.html",
    });
    const hosted = saved("hosted.xml", hostedManifest(MANIFEST, "https://example.org/sca"));
    expect((await readByOffice(hosted)).page).toBe("https://example.org/sca/taskpane.html");
  });

  it.each([
    ["torn.xml", MANIFEST.slice(0, 500), "cannot start the manifest"],
    [
      "word.xml",
      MANIFEST.replaceAll('"Workbook"', '"Document"'),
      'it is for Document, not for Excel (the host "Workbook")',
    ],
    ["nameless.xml", MANIFEST.replace(/<DisplayName [^>]*>/, ""), "its id, name, version or page is missing"],
  ])("refuses %s in words", async (name, text, words) => {
    await expect(readByOffice(saved(name, text))).rejects.toThrow(words);
  });
});
