import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { LETTER_FIXTURE, REPORT_FIXTURE } from "../../testing/report-fixture.ts";
import { fontFaces } from "../page-fonts.ts";
import { fileParts } from "../redaction/file-parts.ts";
import { chartPictures } from "./chart-png.ts";
import { fileFromPage } from "./chromium-page.ts";
import { findChromium } from "./find-chromium.ts";
import { type FinishedFile, type ReportTools, reportFiles } from "./report-files.ts";
import { REPORT_FORMATS } from "./report-format.ts";

const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");
const chromium = findChromium();
const has = (program: string, option: string): boolean => spawnSync(program, [option]).error === undefined;
const canRead = has("pdfinfo", "-v") && has("pdftotext", "-v");
const profile = "sca-report-office";

/** Calc alone opens workbooks; letters and decks need Writer and Impress, which some machines lack. */
const opens = (module: string): boolean =>
  spawnSync(
    "sh",
    ["-c", `ls /usr/lib/libreoffice/program/lib${module}lo.so /opt/libreoffice*/program/lib${module}lo.so`],
    {
      encoding: "utf8",
    },
  ).stdout.includes(module);
const OFFICE = [
  { format: "docx", module: "sw" },
  { format: "pptx", module: "sd" },
  { format: "xlsx", module: "sc" },
] as const;

let folder = "";
let files: readonly FinishedFile[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), `${profile}-`));
  files = await made();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** With pictures drawn anew each time. */
function made(document = REPORT_FIXTURE): Promise<FinishedFile[]> {
  const faces = fontFaces();
  const tools: ReportTools = { fontFaces: faces, chromium, draw: chartPictures(chromium, faces) };
  return reportFiles(document, { name: "report", formats: REPORT_FORMATS, asOf: AS_OF }, tools);
}

function saved(format: FinishedFile["format"]): string {
  const file = files.find((one) => one.format === format) ?? expect.fail(format);
  const path = join(folder, file.name);
  writeFileSync(path, file.bytes);
  return path;
}

describe.skipIf(chromium === null)("the files of a report, printed and drawn by Chromium", () => {
  it("are the same to the byte when made again", async () => {
    const again = await made();
    expect(again.map(({ format }) => format)).toEqual([...REPORT_FORMATS]);
    again.forEach(({ format, bytes }, at) => {
      expect([format, Buffer.from(bytes).equals(Buffer.from(files[at]?.bytes ?? []))]).toEqual([format, true]);
    });
  });

  it.skipIf(!canRead)(
    "are a tagged PDF with title, fonts and words, its properties telling nothing of the computer",
    () => {
      const path = saved("pdf");
      const facts = execFileSync("pdfinfo", [path], { encoding: "utf8", env: { ...process.env, TZ: "UTC" } });
      expect(facts).toMatch(/Tagged:\s+yes/);
      expect(facts).toMatch(/Title:\s+Aetna: what our single case agreements show/);
      expect(facts).toMatch(/Creator:\s+SCA Ledger\s*\n/);
      expect(facts).toMatch(/CreationDate:\s+Mon Mar 16 00:00:00 2026/);
      expect(facts).toMatch(/Page size:\s+612 x 792/);
      expect(spawnSync("pdffonts", [path], { encoding: "utf8" }).stdout).toMatch(/Inter/);
      const words = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
      expect(words).toContain("Your place in our admissions");
      expect(words).toMatch(/Psychotherapy\s+61\s+\$52,040\s+74%\s+1\.38×\s+12/);
      expect(words).toMatch(/1\s*\/\s*2/);
    },
  );

  it("say each picture of the PDF in words, and are read by the proof as pdftotext reads them", () => {
    const [pages, other] = fileParts(files.find(({ format }) => format === "pdf") ?? expect.fail("pdf"));
    const spoken = other?.units.map(({ text }) => text) ?? [];
    for (const section of REPORT_FIXTURE.sections) {
      for (const block of section.blocks) if (block.kind === "chart") expect(spoken).toContain(block.alternative);
    }
    const read = pages?.units.map(({ text }) => text).join("\n") ?? "";
    for (const words of ["Your place in our admissions", "2,410 days", "Intensive outpatient", "64% · 9 of 14"]) {
      expect(read.replaceAll("\n", " ")).toContain(words);
    }
  });

  it("begin the exhibits of a letter on a page of their own", async () => {
    const letter = await made(LETTER_FIXTURE);
    writeFileSync(
      join(folder, "letter.pdf"),
      letter.find(({ format }) => format === "pdf")?.bytes ?? expect.fail("pdf"),
    );
    const second = execFileSync("pdftotext", ["-f", "2", "-l", "2", join(folder, "letter.pdf"), "-"], {
      encoding: "utf8",
    });
    expect(second.trim()).toMatch(/^(?:Proposal.*\n+|2 \/ 2\n+|\f)*Exhibit A/);
  });

  it("ask nothing of the network, not even where a page points outside", async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked++;
      answer.end();
    });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });
    try {
      const links = ["127.0.0.1", "localhost"].map((host) => `<img src="http://${host}:${port}/x.png" alt="absent">`);
      const page = `<!doctype html><title>x</title>${links.join("")}<p>words</p>`;
      const pdf = await fileFromPage(chromium ?? "", page, "print-to-pdf", ["--no-pdf-header-footer"]);
      expect(pdf.length).toBeGreaterThan(500);
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
    const html = new TextDecoder().decode(files.find(({ format }) => format === "html")?.bytes);
    expect(html.replaceAll(/xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(/https?:\/\//);
    expect(html).toContain("default-src &#39;none&#39;");
  });

  it("say in words that a browser did not make the file", async () => {
    await expect(fileFromPage("/bin/false", "<p>x</p>", "print-to-pdf", [])).rejects.toThrow(
      "did not make the page's file",
    );
  });
});

describe.skipIf(!has("soffice", "--version"))("the office files of a report in LibreOffice", () => {
  it.each(OFFICE)("$format opens and shows the figures", ({ format, module }) => {
    if (!opens(module)) {
      process.stderr.write(`skipped: LibreOffice cannot open ${format} on this machine\n`);
      return;
    }
    const out = join(folder, "shown");
    mkdirSync(out, { recursive: true });
    const convert = ["--headless", "--convert-to", "pdf", "--outdir", out, saved(format)];
    execFileSync("soffice", [`-env:UserInstallation=file://${join(folder, "office")}`, ...convert], {
      stdio: "ignore",
    });
    const words = execFileSync("pdftotext", ["-layout", join(out, "report.pdf"), "-"], { encoding: "utf8" });
    for (const said of ["Agreed rates by code family", "Psychotherapy"]) expect(words).toContain(said);
    expect(words).toMatch(/\$236,840/);
    expect(readFileSync(join(out, "report.pdf")).length).toBeGreaterThan(5000);
  });
});
