import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserProblem } from "../user-problem.ts";
import { UsageProblem } from "./arguments.ts";
import { COMPARE_HELP, compareCommand } from "./compare-command.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sca-compare-"));
  await writeFile(
    join(folder, "php.csv"),
    "CPT/HCPCS,Mods,Units,Unit basis,Billed charge,Days\r\nH0035,,20,day,$900.00,20\r\n",
  );
  await writeFile(join(folder, "day.csv"), "code;units;basis;in-network\n90834;8;session;95\n90853;24;session;30\n");
  await writeFile(join(folder, "bad.csv"), "code,units,basis\n9083,1,visit\n90837,0,session\n90853,2,fortnight\n");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function said(...line: string[]): Promise<string> {
  const lines: string[] = [];
  await compareCommand(line, { say: (text) => lines.push(text), warn: () => undefined, progress: () => undefined });
  return lines.join("\n");
}
async function problem(...line: string[]): Promise<unknown> {
  return said(...line).then(
    () => null,
    (error: unknown) => error,
  );
}
const list = (name: string): string[] => ["--mix", join(folder, name)];

describe("sca compare", () => {
  it("shows the offers in order, the counter, its reasons and the trades", async () => {
    const text = await said(
      ...[...list("php.csv"), "--offer", "$300 per diem", "--offer=case rate 5,000", "--asked", "$500 per diem"],
      ...["--target", "400", "--floor-cost", "280", "--margin", "20", "--higher-level", "residential 1,200"],
      ...["--faster-days", "30", "--money-cost", "8", "--agreed-before", "median 410, low 380, high 450, n 3"],
    );
    expect(text).toMatch(/1 best +\$300 per diem +\$6,000\.00 +\$300\.00\/day +\$300\.00 +n\/a +33\.3% +-\$1,000\.00/);
    expect(text).toMatch(/2 +case rate 5,000/);
    expect(text).toMatch(/Below the floor:\s+\$300\s+per\s+diem;\s+case\s+rate\s+5,000\./);
    expect(text).toContain("Counter with $450.00, $50.00 less than the last ask.");
    expect(text).toContain("You have agreed to $410.00 per day, the median of 3 cases");
    expect(text).toMatch(/saves\s+you \$750\.00 a day, \$15,000\.00 over 20 days/);
    expect(text).toContain("Paid 30 days sooner");
    expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });

  it("prices 140 % of Medicare over a program's code never, and says so", async () => {
    const text = await said(...list("php.csv"), "--offer", "140% of Medicare");
    expect(text).toContain("H0035: not priced, it has no Medicare benchmark.");
    expect(text).toContain("No offer can be priced in full");
    expect(text).not.toContain("$0.00");
  });

  it("takes the payer's schedule from the list", async () => {
    expect(await said(...list("day.csv"), "--offer", "110% of in-network schedule")).toMatch(
      /110% of in-network +\$1,628\.00|\$1,628\.00/,
    );
  });

  it("says that a payer does not negotiate, without a counter", async () => {
    const text = await said(...list("php.csv"), "--offer", "$300 per diem", "--payer-policy", "highest in-network");
    expect(text).toContain("does not negotiate the rate");
    expect(text).not.toContain("Counter with");
  });

  it("tells all faults of the list and the offers together, with their lines", async () => {
    const found = await problem(
      ...list("bad.csv"),
      "--offer",
      "1.4% of Medicare",
      "--offer",
      "400",
      "--asked",
      "-5/day",
    );
    expect(found).toBeInstanceOf(UserProblem);
    const { message } = found as UserProblem;
    expect(
      message.split("\n").map((line) => /^(bad\.csv, line \d|--\w+ ".*?"|Nothing was compared\.)/.exec(line)?.[0]),
    ).toEqual([
      "bad.csv, line 2",
      "bad.csv, line 3",
      "bad.csv, line 4",
      '--offer "1.4% of Medicare"',
      '--offer "400"',
      '--asked "-5/day"',
      "Nothing was compared.",
    ]);
  });

  it("writes all figures for other programs, and no other file over", async () => {
    const json = join(folder, "out.json");
    await said(...list("php.csv"), "--offer", "$300 per diem", "--json", json);
    const content = JSON.parse(await readFile(json, "utf8")) as {
      format: string;
      comparison: { offers: { quote: { total: { value: number } } }[] };
    };
    expect(content.format).toBe("sca-compare/1");
    expect(content.comparison.offers[0]?.quote.total.value).toBe(600_000);
    expect(
      await problem(...list("php.csv"), "--offer", "$300 per diem", "--json", join(folder, "php.csv")),
    ).toMatchObject({ code: "output-exists" });
  });

  it("says how it is written", async () => {
    expect(await said("--help")).toBe(COMPARE_HELP);
    for (const line of [
      [],
      list("php.csv"),
      [...list("php.csv"), "--offer"],
      [...list("php.csv"), "--offer", "300/day", "--floor-cost", "-3"],
      [...list("php.csv"), "--offer", "300/day", "--margin", "x"],
      [...list("php.csv"), "--offer", "300/day", "--day", "2025-11-03"],
      [...list("php.csv"), "--offer", "300/day", "--payer-policy", "nice"],
      [...list("php.csv"), "--offer", "300/day", "--higher-level", "residential"],
      [...list("php.csv"), "--offer", "300/day", "--faster-days", "30"],
      [...list("php.csv"), "--offer", "300/day", "per", "diem"],
    ]) {
      expect(await problem(...line), line.join(" ")).toBeInstanceOf(UsageProblem);
    }
    expect(await problem("--mix", join(folder, "absent.csv"), "--offer", "300/day")).toBeInstanceOf(UserProblem);
  });
});
