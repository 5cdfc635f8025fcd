import { describe, expect, it } from "vitest";
import { readWrittenConfirmation } from "./written-confirmation.ts";

describe("written confirmation", () => {
  it.each([
    "Y",
    "yes",
    "yes, in Drive",
    "rec'd 3/27/25",
    "Executed",
    "exec’d 11/5",
    "fully_executed",
    "✓",
    "on file",
    "ja",
    "signed",
    "on portal, printed",
    "Y – executed 1/29",
  ])("the letter's column says it is there: %s", (text) => {
    expect(readWrittenConfirmation(text)?.value).toBe(true);
  });

  it.each([
    "N",
    "no",
    "Not rec’d",
    "verbal",
    "unsigned",
    "waiting",
    "NOT YET",
    "nee",
    "☎",
    "promised",
    "need letter",
    "no! verbal, letter “in 10 days”",
  ])("the letter's column says it is missing: %s", (text) => {
    expect(readWrittenConfirmation(text)?.value).toBe(false);
  });

  it.each(["", "n/a", "-", "sent_for_sig", "ditto"])("the letter's column says nothing: %s", (text) => {
    expect(readWrittenConfirmation(text)).toBeNull();
  });

  it.each([
    ["OK. LOA signed 2/7", true],
    ["okay, LOA came 12/26", true],
    ["agreement signed both sides 11/5. Contact Lee", true],
    ["LOA came with it, saved in her folder", true],
    ["signed LOA in chart", true],
    ["letter 6/27/25", true],
    ["verbal ok - need letter", false],
    ["ok 4/11, no ltr yet", false],
    ["still need paper!!", false],
    ["Paul says LOA is in the mail. get it!!", false],
    ["verbal OK from Lena 6/3. Paper to follow – NOT in folder", false],
    ["nothing in writing", false],
  ])("a note says so: %s", (text, value) => {
    expect(readWrittenConfirmation(text, { prose: true })?.value).toBe(value);
  });

  it("asks about an agreement that one side signed", () => {
    expect(readWrittenConfirmation("OK 3/24/25, agreement signed by us, not them yet", { prose: true })).toMatchObject({
      value: false,
      unclear: true,
    });
  });
});
