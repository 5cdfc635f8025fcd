import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { structureInPane } from "../background/structure-work.ts";
import { contentOf } from "../testing/fake-workbook.ts";
import { sampleLog } from "../testing/sample-log.ts";
import { certaintyWord, foundSentences, previewSentences } from "./found-words.ts";
import { previewOf } from "./sheet-preview.ts";

const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");
const REQUEST = {
  ...{ tracker: sampleLog(), previous: null, answers: [], headings: [], asOf: AS_OF },
  ...{ medicareTexts: new Map(), takenNames: ["Log", "Contacts"] },
};

describe("what the pane says of a tracker before it writes", () => {
  const { summary, plan } = structureInPane(REQUEST, () => {});

  it("is a sentence each for requests, decisions, rows left out and questions", () => {
    expect(foundSentences(summary)).toEqual([
      "3 requests of 3 payers on Log, 2 authorization periods.",
      "3 decided: 2 approved, 1 denied.",
      "2 rows left out, and listed on Tracker map: Headings 1, List, not cases 1.",
      "2 questions for you, settled by 2 answers: Last covered day 2. They come into Review.",
    ]);
  });

  it("names the sheets to add; on a second run those to renew, by the names that they have now", () => {
    if (plan === null) return expect.fail("a plan");
    expect(previewSentences(previewOf(plan, null))).toEqual([
      expect.stringMatching(/^Adds \d+ sheets: Start, Review, Cases, Authorizations, .*Imported\.$/),
    ]);
    const ledger = contentOf(plan);
    const cases = ledger.tables.get("Cases") ?? expect.fail("Cases");
    const renamed = { ...ledger, tables: new Map(ledger.tables).set("Cases", { ...cases, sheet: "My cases" }) };
    expect(previewSentences(previewOf(plan, renamed)).join(" ")).toMatch(
      /^Renews \d+ sheets: Start, Review, My cases, /,
    );
  });

  it("does not call nothing something", () => {
    const empty = { ...REQUEST, tracker: { file: "log.xlsx", grids: [] } };
    expect(foundSentences(structureInPane(empty, () => {}).summary)).toEqual([
      "0 requests of 0 payers, 0 authorization periods.",
      "None is decided.",
      "No question is open.",
    ]);
  });

  it("survives being handed to a worker and back", () => {
    const handed = structuredClone(REQUEST);
    expect(structuredClone(structureInPane(handed, () => {}))).toEqual({ summary, plan });
  });

  it("calls a reading under 70 % one to check", () => {
    expect([0.95, 0.8, 0.69].map(certaintyWord)).toEqual(["sure", "likely", "please check"]);
  });
});
