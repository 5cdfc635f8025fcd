import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RIBBON_COMMANDS } from "../../addin/commands/ribbon-commands.ts";
import { buildAddin } from "./build-addin.ts";
import { FIRST_LOAD_CEILING, type LoadedScript } from "./build-pages.ts";
import { CONTENT_POLICY } from "./content-policy.ts";
import { hostedManifest, manifestFaults } from "./hosted-manifest.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const OUTER = mkdtempSync(join(tmpdir(), "sca-ledger-"));
const HOST = "https://example.org/sca";

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe("the built add-in", () => {
  const out = join(OUTER, "first");
  let scripts: readonly LoadedScript[];
  let page: string;
  beforeAll(async () => {
    scripts = await buildAddin(ROOT, { host: HOST, out });
    page = readFileSync(join(out, "taskpane.html"), "utf8");
  }, 60_000);
  afterAll(() => rmSync(OUTER, { recursive: true }));

  it("is a folder with the page, the functions, the help, the icons and the manifest of its host", () => {
    const files = filesOf(out);
    for (const file of [
      "taskpane.html",
      "functions.json",
      "functions.js",
      "help.html",
      "manifest.xml",
      "assets/app-32.png",
    ])
      expect(files).toContain(file);
    const manifest = readFileSync(join(out, "manifest.xml"), "utf8");
    expect(manifest).not.toContain("localhost");
    expect(manifest).toContain(`<bt:Url id="Taskpane.Url" DefaultValue="${HOST}/taskpane.html"/>`);
  });

  it("is the same to the byte when it is built again", async () => {
    const again = join(OUTER, "second");
    await buildAddin(ROOT, { host: HOST, out: again });
    expect(filesOf(again)).toEqual(filesOf(out));
    for (const file of filesOf(out)) {
      expect(Buffer.compare(readFileSync(join(again, file)), readFileSync(join(out, file))), file).toBe(0);
    }
  }, 60_000);

  it("brings in no more script at its first load than the ceiling allows", () => {
    expect(scripts.length).toBeGreaterThan(0);
    for (const { file } of scripts) expect(existsSync(join(out, file))).toBe(true);
    expect(scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)).toBeLessThanOrEqual(FIRST_LOAD_CEILING);
  });

  it("loads Office.js from Microsoft in the head, and scripts of its own from its folder only", () => {
    const head = page.slice(0, page.indexOf("</head>"));
    const sources = [...page.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(head).toContain('src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"');
    expect(sources.filter((source) => !source.startsWith("./"))).toEqual([
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    ]);
    expect(page.match(/<script\b/g)).toHaveLength(sources.length);
    expect(page).not.toMatch(/\son\w+=|javascript:|\sstyle=/i);
  });

  it("rules by its policy everything that follows in the page, and allows neither eval nor a connection", () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page);
    expect(policy?.index).toBeLessThan(page.indexOf("<script"));
    const text = (policy?.[1] ?? "").replaceAll("&#39;", "'");
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/unsafe|\*|connect-src|data:|blob:/);
    for (const [directive, sources, reason] of CONTENT_POLICY) {
      expect(text).toContain(`${directive} ${sources}`);
      expect(reason.length).toBeGreaterThan(10);
    }
  });

  it("holds no code that makes code", () => {
    for (const file of filesOf(out).filter((name) => name.endsWith(".js"))) {
      // A library's own method may be called eval: the charts' is, and it makes no code.
      const code = readFileSync(join(out, file), "utf8").replaceAll(/\.eval\(|\beval\([\w$,]*\)\{/g, "");
      expect(code, file).not.toMatch(/\beval\(|\bnew Function\b/);
    }
  });

  it("helps with every button and function, and loads nothing for it", () => {
    const help = readFileSync(join(out, "help.html"), "utf8");
    for (const { label } of RIBBON_COMMANDS) expect(help).toContain(label);
    expect(help).toContain("=SCA.REQUESTBY(lastDay, leadDays, [holidays])");
    expect(help).not.toMatch(/\bsrc=|<script|undefined/);
  });
});

describe("a manifest that cannot be read", () => {
  const around = {
    commands: RIBBON_COMMANDS,
    functions: { declared: [], associated: [] },
    file: () => null,
    members: [],
  };

  it("is told as one fault", () => {
    expect(manifestFaults("<OfficeApp>", around)).toEqual([
      expect.stringMatching(/^manifest\.xml is no well-formed XML: .*; nothing else of it could be checked\.$/),
    ]);
  });

  it("keeps its comments for the development host only", () => {
    const manifest = '<a>\n  <!-- note -->\n  <b c="https://localhost:3000/x"/></a>';
    expect(hostedManifest(manifest, "https://localhost:3000")).toBe(manifest);
    expect(hostedManifest(manifest, HOST)).toBe('<a>\n  <b c="https://example.org/sca/x"/></a>');
  });
});
