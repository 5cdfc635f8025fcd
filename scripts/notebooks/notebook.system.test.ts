import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../../addin/test-host/browser/axe-findings.ts";
import { findChromium, launchChromium } from "../../addin/test-host/browser/chromium.ts";
import { type Watched, watchPages } from "../../addin/test-host/browser/watch-pages.ts";
import { runCommandLine } from "../../analysis/commands/command-line.ts";
import { MEASURED_AS_OF, measuredLedger, workbookOf } from "../../analysis/testing/measured-ledger.ts";
import { type Figures, granted, NAMES, percent, SHOWN } from "./testing/shown-measures.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const NOTEBOOKS = join(ROOT, "analysis", "notebooks");
const AS_OF = "2026-09-30";

let folder = "";
let measures: { readonly all: Figures; readonly payers: readonly Figures[]; readonly access: Figures };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sca notebooks "));
  copyFileSync(join(ROOT, "data-samples", "worked-ledger.xlsx"), join(folder, "ledger.xlsx"));
  writeFileSync(join(folder, "measured.xlsx"), workbookOf(measuredLedger(120, 11)));
  const json = join(folder, "measures.json");
  const quiet = { say: () => undefined, warn: (line: string) => expect.fail(line), progress: () => undefined };
  expect(await runCommandLine(["measures", join(folder, "ledger.xlsx"), "--as-of", AS_OF, "--json", json], quiet)).toBe(
    0,
  );
  measures = JSON.parse(readFileSync(json, "utf8"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as the manager does, with a folder for temporary files that holds nothing else. */
function build(
  name: string,
  ledger: string,
  day: string,
): { readonly page: string; readonly said: string; readonly scratch: string } {
  const scratch = mkdtempSync(join(folder, "scratch-"));
  const page = join(folder, `${name}-${ledger}.html`);
  const line = [join(ROOT, "scripts", "notebook.ts"), name, join(folder, ledger), "--as-of", day, "--out", page];
  const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...line], {
    cwd: ROOT,
    encoding: "utf8",
    env,
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return { page, said: stdout, scratch };
}

/** Every file in a folder and below. */
function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .map((name) => join(place, name))
    .filter((file) => statSync(file).isFile());
}

describe("npm run notebook", () => {
  it("leaves nothing of the ledger behind but the page, and wipes what the kit had kept", () => {
    const cache = join(NOTEBOOKS, ".observable", "cache");
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, "earlier.json"), "[]");
    const before = filesIn(NOTEBOOKS).filter((file) => !file.includes(".observable"));
    const { page, said, scratch } = build("payer-leverage", "measured.xlsx", MEASURED_AS_OF);
    expect(said).toMatch(
      /^payer-leverage: \d+ requests of measured\.xlsx, as of 2026-03-11\nWritten: .*\.html {2}\(\d\.\d MB; /,
    );
    expect(filesIn(NOTEBOOKS)).toEqual(before);
    // The program that runs TypeScript keeps what it made of our sources.
    expect(readdirSync(scratch).filter((name) => !/^(tsx-|node-compile-cache)/.test(name))).toEqual([]);
    expect(filesIn(scratch).filter((file) => readFileSync(file, "utf8").includes("O'Hara & Sons"))).toEqual([]);
    const text = readFileSync(page, "utf8");
    expect(text).toContain("O'Hara & Sons");
    expect(text).not.toMatch(/Patient [A-Z] Number/);
  });

  it("writes the same page again, over its own", () => {
    const first = readFileSync(join(folder, "payer-leverage-measured.xlsx.html"));
    expect(readFileSync(build("payer-leverage", "measured.xlsx", MEASURED_AS_OF).page).equals(first)).toBe(true);
  });
});

/** A table of the page: its headings, and its rows by their first cell. */
async function tableOf(page: Page, caption: string): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const rows = await page.evaluate((wanted) => {
    const tables = [...document.querySelectorAll("table")].filter(({ caption: own }) => own?.textContent === wanted);
    return tables.flatMap(({ rows: all }) => [...all].map(({ cells }) => [...cells].map((cell) => cell.textContent)));
  }, caption);
  const [headings = [], ...body] = rows;
  return new Map(
    body.map(([name = "", ...cells]) => [name, new Map(cells.map((text, at) => [headings[at + 1] ?? "", text]))]),
  );
}

interface Opened {
  readonly page: Page;
  readonly watched: Watched;
  readonly requests: readonly string[];
  readonly file: string;
}

async function open(browser: Browser, file: string, width: number): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const watched = await watchPages(context);
  const page = await context.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await page.getByRole("heading", { name: "What is not counted" }).waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll("main > div")].at(-1)?.textContent !== "");
  return { page, watched, requests, file };
}

/** What holds of every page, whatever it shows. */
async function close({ page, watched, requests, file }: Opened): Promise<void> {
  expect(requests.filter((address) => !address.startsWith("data:"))).toEqual([pathToFileURL(file).href]);
  expect(watched.complaints).toEqual([]);
  expect(watched.refused).toEqual([]);
  expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
  await page.context().close();
}

describe.skipIf(findChromium() === null)("a notebook's page, opened from its file", () => {
  let browser: Browser;
  const pages = new Map<string, string>();
  beforeAll(async () => {
    browser = await launchChromium();
    for (const name of NAMES) pages.set(name, build(name, "ledger.xlsx", AS_OF).page);
  }, 600_000);
  afterAll(() => browser.close());

  it.each(NAMES)("%s tells the figures that sca measures tells, for each payer and all", async (name) => {
    const opened = await open(browser, pages.get(name) ?? "", 1000);
    for (const [caption, columns] of Object.entries(SHOWN[name])) {
      const table = await tableOf(opened.page, caption);
      expect([...table.keys()].sort(), caption).toEqual(
        ["All", ...measures.payers.map((of) => String(of["payer"]))].sort(),
      );
      for (const of of [{ ...measures.all, payer: "All" }, ...measures.payers]) {
        for (const [heading, expected] of Object.entries(columns)) {
          const text = table.get(String(of["payer"]))?.get(heading) ?? `no column ${heading}`;
          // Behind a figure stands what it is out of: "97%, 254 of 263", "5 of 669".
          expect(text.split(/, | of /)[0], `${caption}, ${of["payer"]}, ${heading}`).toBe(expected(of));
        }
      }
    }
    await close(opened);
  });

  it("sets the attempts against the standards as sca measures does", async () => {
    const opened = await open(browser, pages.get("access-and-adequacy") ?? "", 1000);
    const all = (await tableOf(opened.page, "Attempts against standards, by payer")).get("All");
    const { access } = measures;
    expect([all?.get("Attempts"), all?.get("Judged"), all?.get("Beyond a standard"), all?.get("Share beyond")]).toEqual(
      [...[access["attempts"], access["judged"], access["beyond"]].map(String), percent(access["share"])],
    );
    await close(opened);
  });

  it.each(NAMES)("%s shows charts with their words, loads nothing, and axe finds nothing serious", async (name) => {
    const opened = await open(browser, pages.get(name) ?? "", 1000);
    const words = await opened.page.evaluate(() =>
      [...document.querySelectorAll("figure svg[role=img]")].map((picture) => picture.getAttribute("aria-label") ?? ""),
    );
    expect(words.length).toBe({ "payer-leverage": 4, "rate-benchmarking": 2, "access-and-adequacy": 3 }[name]);
    expect(
      words.every((text) => /Aetna|No in-network provider|psychotherapy|offices tried|today's rates/.test(text)),
    ).toBe(true);
    expect(await axeFindings(opened.page.mainFrame())).toEqual([]);
    expect(await opened.page.locator("header.inside").textContent()).toMatch(
      /^Inside this page: 91 requests of ledger\.xlsx as of September 30, 2026, numbered anew/,
    );
    await close(opened);
  });

  it.each(NAMES)("%s can be used on a screen of 320 pixels and on paper", async (name) => {
    const opened = await open(browser, pages.get(name) ?? "", 320);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await axeFindings(opened.page.mainFrame())).toEqual([]);
    await opened.page.setViewportSize({ width: 690, height: 900 });
    await opened.page.emulateMedia({ media: "print" });
    const cut = await opened.page.evaluate(() =>
      [...document.querySelectorAll(".scroll")].flatMap(({ scrollWidth, clientWidth, textContent }) =>
        scrollWidth > clientWidth + 1 ? [textContent.slice(0, 60)] : [],
      ),
    );
    expect(cut).toEqual([]);
    await close(opened);
  });

  it("follows the choice of a payer, by keyboard too", async () => {
    const opened = await open(browser, pages.get("payer-leverage") ?? "", 1000);
    const { page } = opened;
    const cigna = measures.payers.find((of) => of["payer"] === "Cigna") ?? expect.fail("Cigna");
    const said = `Cigna granted ${granted(cigna)} of ${cigna["decided"]} decided requests, ${percent(cigna["approvalRate"])}`;
    expect(await page.getByText(said).count()).toBe(0);
    await page.locator("select").focus();
    await page.keyboard.press("c");
    await page.getByText(said).waitFor();
    expect(await page.locator(".finding .hint").first().textContent()).toBe("Hint, not a finding:");
    await page.getByRole("heading", { name: "Requests granted, by reason: Cigna" }).waitFor();
    await page.getByText("Cigna has agreed to").first().waitFor();
    expect([...(await tableOf(page, "What to ask: the opening alone is for the payer")).keys()]).toContain(
      "Partial hospitalization",
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    await close(opened);
  });

  it("counts waits over a limit that is typed", async () => {
    const opened = await open(browser, pages.get("access-and-adequacy") ?? "", 1000);
    const longer = async (days: number): Promise<number> =>
      Number((await tableOf(opened.page, `Waits longer than ${days} calendar days`)).get("All")?.get("Longer"));
    expect(await longer(14)).toBeGreaterThan(0);
    await opened.page.locator("input").fill("45");
    await opened.page.getByText("Waits longer than 45 calendar days").waitFor();
    expect(await longer(45)).toBeGreaterThan(0);
    await opened.page.locator("input").fill("365");
    await opened.page.getByText("Waits longer than 365 calendar days").waitFor();
    expect(await longer(365)).toBe(0);
    await close(opened);
  });
});
