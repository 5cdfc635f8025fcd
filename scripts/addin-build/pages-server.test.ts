import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { servedFile } from "./pages-server.ts";

const OUTER = mkdtempSync(join(tmpdir(), "sca-ledger-"));
const FOLDER = join(OUTER, "pages");
mkdirSync(join(FOLDER, "assets"), { recursive: true });
writeFileSync(join(FOLDER, "taskpane.html"), "<p>pane</p>");
writeFileSync(join(FOLDER, "assets", "app-16.png"), "png");
writeFileSync(join(OUTER, "secret.txt"), "secret");
mkdirSync(join(OUTER, "pages-of-another"));
writeFileSync(join(OUTER, "pages-of-another", "secret.txt"), "secret");
afterAll(() => rmSync(OUTER, { recursive: true }));

const asked = (address: string, method = "GET") => {
  const { status, type, body } = servedFile(FOLDER, method, address);
  return [status, type, new TextDecoder().decode(body)];
};

describe("the server of the pages", () => {
  it("serves the files of its folder, whatever stands after the question mark", () => {
    expect(asked("/taskpane.html?_host_Info=Excel$Web#x")).toEqual([200, "text/html; charset=utf-8", "<p>pane</p>"]);
    expect(asked("/assets/app-16.png")).toEqual([200, "image/png", "png"]);
    expect(asked("/taskpane.html", "HEAD")).toEqual([200, "text/html; charset=utf-8", ""]);
  });

  it("serves nothing else", () => {
    for (const address of [
      "/",
      "/assets",
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/../pages-of-another/secret.txt",
      "/%E0%A4",
      "/none.js",
    ]) {
      expect(asked(address)[0], address).toBe(404);
    }
    expect(asked("/taskpane.html", "POST")[0]).toBe(405);
  });
});
