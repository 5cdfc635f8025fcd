import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import { readLedgerContent } from "../files/reading/ledger-content.ts";
import { partNames, partText, withParts } from "../testing/workbook-fixture.ts";
import { UserProblem } from "../user-problem.ts";
import { UsageProblem } from "./arguments.ts";
import { compareCommand } from "./compare-command.ts";
import { rateCommand } from "./rate-command.ts";
import { structureTracker } from "./structure-tracker.ts";
import type { Terminal } from "./terminal.ts";

const STARTER_RATES = join(import.meta.dirname, "..", "..", "data-samples", "medicare");
const AS_OF = parseIsoDay("2026-01-31") ?? expect.fail("a day");
const TRACKER = `Patient,DOB,Payer,Member ID,Status,Submitted,Decided,Code,Units,Rate
Ana Ruiz,04/09/1988,Aetna,W123456701,Approved,11/03/2025,11/10/2025,90837,12,$210.00/session
Ben Cole,05/10/1979,Aetna,W123456702,Approved,11/04/2025,11/11/2025,90837,8,$220.00/session
Cy Dunn,06/11/1990,Aetna,W123456703,Approved,11/05/2025,12/12/2025,90837,60,$300.00/session
Di Egan,07/12/1985,Aetna,W123456704,Denied,11/06/2025,11/13/2025,90837,12,$900.00/session
Ed Ford,08/13/1991,Aetna,W123456705,Approved,11/07/2025,11/14/2025,H0015,20,$385.00 per diem
Flo Gray,09/14/1983,Cigna,W123456706,Pending,11/08/2025,,90837,12,
Gus Hill,09/15/1983,Humana,W123456707,Pending,11/08/2025,,90837,12,
`;

let folder = "";
let ledger = "";
let mix = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sca-payer-"));
  const tracker = join(folder, "agreements.csv");
  ledger = join(folder, "agreements.ledger.xlsx");
  mix = join(folder, "mix.csv");
  writeFileSync(tracker, TRACKER);
  writeFileSync(mix, "code,units,basis\n90837,10,session\n");
  writeFileSync(join(folder, "day.csv"), "code,units,basis,days\nH0015,20,day,20\n90837,4,session,\n");
  const request = { tracker, out: ledger, json: undefined, answers: [], asOf: AS_OF, overwrite: false };
  await structureTracker({ ...request, keepDay: true }, () => undefined);
  onPayers({ Aetna: { "Band low": 110, "Band high": 180 }, Cigna: { "Rate policy": "Highest in-network rate only" } });
  onPayers({ Humana: { "Band low": 1.1, "Band high": 1.4, "Rate policy": "asks Dana" } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Types into Payers, as the user's program would save it. */
function onPayers(typed: Readonly<Record<string, Readonly<Record<string, string | number>>>>): void {
  const bytes = new Uint8Array(readFileSync(ledger));
  const table = readLedgerContent(bytes)?.tables.get("Payers") ?? expect.fail("no Payers table");
  const sheet = (name: string): string => (name.startsWith("xl/worksheets/sheet") ? partText(bytes, name) : "");
  const part =
    partNames(bytes).find((name) => /r="[A-Z]+1"[^>]*><is><t[^>]*>Band low</.test(sheet(name))) ??
    expect.fail("no sheet");
  let xml = sheet(part);
  for (const [payer, values] of Object.entries(typed)) {
    const row = table.rows.findIndex((cells) => cells[0] === payer) + 2;
    for (const [heading, value] of Object.entries(values)) {
      const at = `${String.fromCharCode(65 + table.headings.indexOf(heading))}${row}`;
      const cell = new RegExp(`<c r="${at}"([^>]*)/>`);
      if (!cell.test(xml)) expect.fail(`${at} is no blank cell`);
      xml = xml.replace(
        cell,
        typeof value === "number"
          ? `<c r="${at}"$1><v>${value}</v></c>`
          : `<c r="${at}"$1 t="inlineStr"><is><t>${value}</t></is></c>`,
      );
    }
  }
  writeFileSync(ledger, withParts(bytes, { [part]: () => xml }));
}

/** What a command says, in one line. */
async function said(command: (line: readonly string[], terminal: Terminal) => Promise<void>, ...line: string[]) {
  const lines: string[] = [];
  const say = (text: string) => lines.push(text);
  await command([...line, "--medicare", STARTER_RATES], { say, warn: say, progress: () => undefined });
  return lines.join("\n").replace(/\s+/g, " ");
}
const compare = (...line: string[]) =>
  said(compareCommand, "--mix", mix, "--offer", "$180 per session", "--ledger", ledger, ...line);
const rate = (...line: string[]) =>
  said(rateCommand, ...line, "--day", "2025-11-03", "--place", "10112-00", "--setting", "office");

describe("a payer of the ledger in sca compare", () => {
  it("argues with what it agreed to before: median, range, how many cases, and the caution", async () => {
    const text = await compare("--payer", "aet");
    expect(text).toContain("What Aetna agreed to before (agreements.ledger.xlsx, as of 2026-01-31)");
    expect(text).toContain("$220.00 per unit for individual psychotherapy (median of 3 agreements, $210.00 to $300.00");
    expect(text).toContain("Approved cases only");
    expect(text).toContain("Target: $220.00, the median this payer agreed to before, of 3 agreements.");
    expect(text).toContain("Opening: $300.00");
    expect(text).toContain("Market data: You have agreed to $220.00 per unit of individual psychotherapy");
    expect(text).not.toMatch(/Ruiz|Cole|W1234|900/);
  });

  it("has its own range over Medicare, unless the line states one", async () => {
    expect(await compare("--payer", "Aetna")).toContain("110 to 180 %, as Payers says for Aetna.");
    expect(await compare("--payer", "Aetna", "--band", "100-140")).toContain("100 to 140 %, as you stated.");
    const text = await compare("--payer", "Humana");
    expect(text).toContain("Band low and Band high of Humana on Payers (1.1 to 1.4) is no range");
    expect(text).toContain("Your range over Medicare: 100 to 150 %");
    expect(text).toContain('Rate policy of Humana on Payers: "asks Dana" is not read');
  });

  it("gets no counter where its rate policy on Payers says so, unless the line says otherwise", async () => {
    const text = await compare("--payer", "Cigna", "--opening", "300", "--target", "250");
    expect(text).toContain("does not negotiate the rate");
    expect(text).toContain('Rate policy of Cigna on Payers: "Highest in-network rate only", so there is no counter');
    const other = await compare("--payer", "Cigna", "--opening", "300", "--target", "250", "--payer-policy", "open");
    expect(other).toContain("Opening: $300.00, as you stated.");
    expect(other).not.toContain("does not negotiate");
  });

  it("is told in words where it agreed to nothing", async () => {
    const text = await compare("--payer", "Cigna", "--payer-policy", "negotiable");
    expect(text).toContain("Cigna has agreed to nothing for individual psychotherapy.");
    expect(text).toContain("So the counter goes without what was agreed to before.");
    expect(text).not.toContain("Market data");
  });

  it("writes what was used for other programs, and no patient", async () => {
    const json = join(folder, "compare.json");
    const list = ["--mix", join(folder, "day.csv"), "--offer", "$350 per diem", "--ledger", ledger];
    await said(compareCommand, ...list, "--payer", "Aetna", "--json", json);
    const { payer, negotiation } = JSON.parse(readFileSync(json, "utf8"));
    expect(payer).toMatchObject({ name: "Aetna", used: { model: "perDiem", median: 38_500, n: 1 } });
    expect(payer.sentences).toContain(
      "The counter argues with intensive outpatient care for substance use, which carries most dollars of this list.",
    );
    expect(negotiation.plan.target.figure).toBe(385);
    expect(JSON.stringify(payer)).not.toMatch(/Ford|W1234/);
  });

  it("is one of the ledger's, and said once", async () => {
    await expect(compare("--payer", "Magellan")).rejects.toThrow('no payer "Magellan" in it');
    await expect(compare("--payer", "a")).rejects.toThrow('"a" may be Aetna, Cigna and Humana');
    await expect(compare("--payer", "a")).rejects.toThrow(UserProblem);
    await expect(compare()).rejects.toThrow(UsageProblem);
    await expect(compare("--payer", "Aetna", "--agreed-before", "median 155, n 3")).rejects.toThrow("not from both");
  });
});

describe("payers of the ledger in sca rate", () => {
  it("are told with what they agreed to for the code", async () => {
    const text = await rate("90837", "--ledger", ledger);
    expect(text).toContain("What payers agreed to before (agreements.ledger.xlsx, as of 2026-01-31)");
    expect(text).toContain("median of 3 agreements, $210.00 to $300.00");
    expect(text).toContain("Approved cases only");
    expect(await rate("90837", "--ledger", ledger, "--payer", "Cigna")).toContain(
      "Cigna has not agreed to a rate for 90837",
    );
  });

  it("are told for programs without a benchmark too, and need a ledger", async () => {
    expect(await said(rateCommand, "H0015", "--ledger", ledger)).toContain("Aetna has agreed to $385.00 per day");
    await expect(rate("90837", "--payer", "Aetna")).rejects.toThrow("--payer needs --ledger");
    await expect(said(rateCommand, "--batch", mix, "--out", "x.csv", "--ledger", ledger)).rejects.toThrow(
      "--ledger does not go with --batch",
    );
  });
});
