import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import { readLedgerContent } from "../files/reading/ledger-content.ts";
import { partNames, partText, withParts } from "../testing/workbook-fixture.ts";
import { structureTracker } from "./structure-tracker.ts";

const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");
const HEADINGS = "Patient,Payer,Member ID,Sent,Answered,Status,Rate,Auth #,From,Thru";
const ROWS = [
  "Marisol Alvarez,Aetna,W204418830,1/5/2026,1/9/2026,Approved,$385/day,AE-7733102,1/14/2026,2/30/2026",
  "Wes Dunmore,Cigna,U77120945,1/6/2026,1/13/2026,Approved,$540/day,CG882140,1/20/2026,4/31/2026",
  "Imani Hollis,Humana,H60210977,1/7/2026,1/19/2026,Denied,,,,",
];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-rows-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function structure(rows: readonly string[]) {
  const tracker = join(folder, "log.csv");
  writeFileSync(tracker, `${[HEADINGS, ...rows].join("\n")}\n`);
  const request = { tracker, out: undefined, json: undefined, answers: [], asOf: AS_OF, overwrite: false };
  return structureTracker(request, () => undefined);
}

/** Types answers into Review, each beside the text that was found, as the user's program would save them. */
function answer(ledger: string, answers: Readonly<Record<string, string>>): void {
  const bytes = new Uint8Array(readFileSync(ledger));
  const review = readLedgerContent(bytes)?.tables.get("Review") ?? expect.fail("no Review table");
  const part = partNames(bytes).find((name) => /r="A1"[^>]*><is><t[^>]*>Answer</.test(sheetText(bytes, name)));
  let xml = partText(bytes, part ?? expect.fail("no Review sheet"));
  const found = review.headings.indexOf("Found");
  review.rows.forEach((row, index) => {
    const typed = answers[String(row[found])];
    if (typed === undefined) return;
    const cell = new RegExp(`<c r="A${index + 2}"([^>]*)/>`);
    expect(xml).toMatch(cell);
    xml = xml.replace(cell, `<c r="A${index + 2}"$1 t="inlineStr"><is><t>${typed}</t></is></c>`);
  });
  writeFileSync(ledger, withParts(bytes, { [part ?? ""]: () => xml }));
}

function sheetText(bytes: Uint8Array, name: string): string {
  return name.startsWith("xl/worksheets/sheet") ? partText(bytes, name) : "";
}

const ends = ({ understanding }: Awaited<ReturnType<typeof structure>>) =>
  Object.fromEntries(understanding.cases.map(({ patient, periods }) => [patient, periods[0]?.authEnd]));

describe("an answer in Review", () => {
  it("follows its case when a row is put in above it", async () => {
    const first = await structure(ROWS);
    expect(first.understanding.questions.map(({ found }) => found)).toEqual(["2/30/2026", "4/31/2026"]);
    answer(first.ledger, { "2/30/2026": "2/28/2026" });
    const fresh = "Shea Garrity,UHC,00611407,1/2/2026,1/6/2026,Approved,$310/day,A104-560,1/8/2026,3/30/2026";
    const second = await structure([fresh, ...ROWS]);
    expect(second.understanding.questions.map(({ found }) => found)).toEqual(["4/31/2026"]);
    expect(ends(second)["Marisol Alvarez"]).toBe("2026-02-28");
    const third = await structure([fresh, fresh.replace("Shea", "Shay").replace("A104-560", "A104-561"), ...ROWS]);
    expect(third.understanding.questions.map(({ found }) => found)).toEqual(["4/31/2026"]);
    expect(ends(third)["Marisol Alvarez"]).toBe("2026-02-28");
  });

  it("stays with its own case when another answered one moves into its row", async () => {
    const first = await structure(ROWS);
    answer(first.ledger, { "2/30/2026": "2/28/2026", "4/31/2026": "4/30/2026" });
    const [alvarez = "", dunmore = "", hollis = ""] = ROWS;
    const second = await structure([dunmore, alvarez, hollis]);
    expect(second.understanding.questions).toEqual([]);
    expect(ends(second)).toMatchObject({ "Marisol Alvarez": "2026-02-28", "Wes Dunmore": "2026-04-30" });
  });

  it("is not taken for another text that stands at its place now", async () => {
    const first = await structure(ROWS);
    answer(first.ledger, { "2/30/2026": "2/28/2026" });
    const second = await structure(ROWS.map((row) => row.replace("2/30/2026", "2/31/2026")));
    expect(second.understanding.questions.map(({ found }) => found)).toEqual(["2/31/2026", "4/31/2026"]);
  });
});
