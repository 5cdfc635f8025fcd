import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UsageProblem } from "../../analysis/commands/arguments.ts";
import { UserProblem } from "../../analysis/user-problem.ts";
import { notebookCommand } from "./notebook-command.ts";

const SAMPLES = resolve(import.meta.dirname, "../../data-samples");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-notebooks-"));
  copyFileSync(join(SAMPLES, "worked-ledger.xlsx"), join(folder, "ledger.xlsx"));
  copyFileSync(join(SAMPLES, "infusion-center.csv"), join(folder, "tracker.csv"));
  writeFileSync(join(folder, "mine.html"), "<html>mine</html>");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function problemOf(...line: string[]): Promise<Error> {
  const terminal = { say: () => undefined, warn: () => undefined, progress: () => undefined };
  return notebookCommand(line, terminal).then(
    () => expect.fail("a problem"),
    (error: unknown) => (error instanceof Error ? error : expect.fail("an error")),
  );
}

describe("npm run notebook", () => {
  it.each([
    [[], /^Name a notebook and a ledger\. Notebooks: access-and-adequacy, payer-leverage, rate-benchmarking\.$/],
    [
      ["leverage", "ledger.xlsx"],
      /^There is no notebook "leverage"\. Notebooks: access-and-adequacy, .*Nothing was built\.$/,
    ],
    [["../payer-leverage", "x"], /^There is no notebook "\.\.\/payer-leverage"/],
    [["payer-leverage"], /^Name the ledger's file: npm run notebook -- payer-leverage LEDGER\.xlsx\.$/],
    [["payer-leverage", "a.xlsx", "b.xlsx"], /^One ledger at a time; "b\.xlsx" is one too many/],
    [["payer-leverage", "a.xlsx", "--as-of", "tomorrow"], /^--as-of "tomorrow" is not a calendar day/],
    [["payer-leverage", "a.xlsx", "--to", "x"], /^The option "--to" is not known here/],
  ])("says what is accepted where it was written wrong: %s", async (line, words) => {
    const problem = await problemOf(...line);
    expect(problem).toBeInstanceOf(UsageProblem);
    expect(problem.message).toMatch(words);
  });

  it.each([
    ["absent.xlsx", "page.html", /absent\.xlsx: there is no such file/],
    ["tracker.csv", "page.html", /tracker\.csv: there is no ledger in it, .*make a ledger of it first/],
    [
      "ledger.xlsx",
      "mine.html",
      /mine\.html: this file exists and is not an export of SCA Ledger, so it was left alone/,
    ],
    ["ledger.xlsx", "nowhere/page.html", /its folder does not exist/],
  ])("says in words what is wrong with %s to %s, and writes nothing", async (ledger, out, words) => {
    const problem = await problemOf("payer-leverage", join(folder, ledger), "--out", join(folder, out));
    expect(problem).toBeInstanceOf(UserProblem);
    expect(problem.message).toMatch(words);
    expect(readFileSync(join(folder, "mine.html"), "utf8")).toBe("<html>mine</html>");
    expect(existsSync(join(folder, "page.html"))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(["ledger.xlsx", "mine.html", "tracker.csv"]);
  });

  it("tells how to use it, and which notebooks there are", async () => {
    const said: string[] = [];
    await notebookCommand(["--help"], {
      say: (line) => said.push(line),
      warn: () => undefined,
      progress: () => undefined,
    });
    expect(said.join("\n")).toMatch(/npm run notebook -- NAME LEDGER\.xlsx.*payer-leverage +Payer leverage/s);
  });
});
