import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "../../sca/values/calendar-date.ts";
import { UserProblem } from "../user-problem.ts";
import { UsageProblem } from "./arguments.ts";
import { pricesCommand } from "./price-history-command.ts";
import { structureTracker } from "./structure-tracker.ts";

const STARTER_RATES = join(import.meta.dirname, "..", "..", "data-samples", "medicare");
const TRACKER = `Patient,DOB,Payer,Member ID,Status,Submitted,Decided,Code,Units,Rate
Ana Ruiz,04/09/1988,Aetna,W123456701,Approved,11/03/2025,11/10/2025,90837,12,$210.00/session
Ben Cole,05/10/1979,Aetna,W123456702,Approved,11/04/2025,11/11/2025,90837,8,$220.00/session
Cy Dunn,06/11/1990,Aetna,W123456703,Approved,11/05/2025,12/12/2025,90837,60,$300.00/session
Di Egan,07/12/1985,Aetna,W123456704,Denied,11/06/2025,11/13/2025,90837,12,$900.00/session
Ed Ford,08/13/1991,Aetna,W123456705,Approved,11/07/2025,11/14/2025,H0015,20,$385.00 per diem
Flo Gray,09/14/1983,Cigna,W123456706,Pending,11/08/2025,,90837,12,
`;

let folder = "";
let tracker = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sca-prices-"));
  tracker = join(folder, "agreements.csv");
  await writeFile(tracker, TRACKER);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function said(...line: string[]): Promise<string> {
  const lines: string[] = [];
  const terminal = {
    say: (text: string) => lines.push(text),
    warn: (text: string) => lines.push(text),
    progress: () => {},
  };
  await pricesCommand(["--medicare", STARTER_RATES, "--as-of", "2026-01-31", ...line], terminal);
  return lines.join("\n");
}

describe("sca prices", () => {
  it("tells what each payer agreed to before, with how many cases, their range and the percent of Medicare", async () => {
    const text = await said(tracker);
    expect(text).toContain("agreements.csv: what payers agreed to before, as of 2026-01-31");
    expect(text).toContain("4 approved cases with a rate and no open question about it, of 4 approved cases");
    expect(text).toMatch(
      /individual psychotherapy +90837 +per unit +3 +\$220\.00 +\$210\.00 to \$300\.00 +1\d\d(\.\d+)? % +1\d\d(\.\d+)? % +2025-12-12/,
    );
    expect(text).toMatch(/H0015 +per day +1 +\$385\.00 +\$385\.00: too few to call a range +not known/);
    expect(text).toContain("Approved cases only");
    expect(text).not.toContain("900");
    expect(text).not.toMatch(/Ruiz|Cole|W1234/);
  });

  it("leaves out what was decided after the as-of day", async () => {
    expect(await said(tracker, "--as-of", "2025-11-30", "--payer", "aet", "--code", "90837")).toContain(
      "$210.00 and $220.00 per unit for individual psychotherapy in 2 agreements",
    );
  });

  it("says where a payer has agreed to nothing, and names the payers where there is none of that name", async () => {
    expect(await said(tracker, "--payer", "Cigna")).toContain("Cigna has agreed to no rate in an approved case");
    expect(await said(tracker, "--code", "J0585")).toContain("No payer has agreed to a rate for J0585");
    await expect(said(tracker, "--payer", "Humana")).rejects.toThrow(
      'no payer "Humana" in it. Payers: Aetna and Cigna.',
    );
  });

  it("writes the figures with the cases and rows behind them, and changes neither tracker nor ledger", async () => {
    const json = join(folder, "prices.json");
    await said(tracker, "--json", json);
    const { format, prices } = JSON.parse(await readFile(json, "utf8"));
    expect(format).toBe("sca-prices/1");
    expect(prices).toContainEqual(
      expect.objectContaining({
        payer: "Aetna",
        model: "perUnit",
        n: 3,
        median: 22_000,
        low: 21_000,
        high: 30_000,
        sources: [{ sheet: "agreements", rows: [2, 3, 4] }],
      }),
    );
    expect(await readFile(tracker, "utf8")).toBe(TRACKER);
    expect((await readdir(folder)).sort()).toEqual(["agreements.csv", "prices.json"]);
    await rm(json);
  });

  it("goes by the ledger beside the tracker, with what was answered and corrected there", async () => {
    const out = join(folder, "agreements.ledger.xlsx");
    const request = { tracker, out, json: undefined, answers: [], overwrite: false } as const;
    const { understanding } = await structureTracker(
      { ...request, asOf: calendarDate(2026, 1, 31) ?? fail() },
      () => {},
    );
    const before = await readFile(out);
    expect(understanding.cases).toHaveLength(6);
    expect(await said(out, "--payer", "Aetna", "--code", "90837")).toContain("median of 3 agreements");
    expect(await said(tracker, "--payer", "Aetna", "--code", "90837")).toContain("median of 3 agreements");
    expect((await readFile(out)).equals(before)).toBe(true);
    await rm(out);
  });

  it("asks for one file", async () => {
    await expect(said()).rejects.toThrow(UsageProblem);
    await expect(said(tracker, tracker)).rejects.toThrow("One file at a time");
    await expect(said(join(folder, "none.csv"))).rejects.toThrow(UserProblem);
  });
});

function fail(): never {
  throw new Error("no day");
}
