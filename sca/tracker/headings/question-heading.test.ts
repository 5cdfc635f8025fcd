import { describe, expect, it } from "vitest";
import { readHeading } from "./read-heading.ts";

function best(text: string): string | undefined {
  return [...readHeading(text).scores].sort((a, b) => b[1] - a[1])[0]?.[0];
}

describe("headings that ask", () => {
  it.each([
    ["What dollar amount did the plan agree to?", "rate"],
    ["What rate did we ask for?", "rateAsked"],
    ["When was the request sent to the plan?", "submitted"],
    ["When did the plan get back to us?", "decided"],
    ["What did the plan decide?", "outcome"],
    ["How many visits were approved?", "unitsAuthorized"],
    ["How many visits has the patient used so far?", "unitsUsed"],
    ["When does the authorization start?", "authStart"],
    ["When does the authorization end?", "authEnd"],
    ["Which insurance plan is this for?", "payer"],
    ["What is the authorization number?", "authNumber"],
    ["Who is our contact at the plan?", "contact"],
    ["Do we have the signed agreement?", "writtenConfirmation"],
    ["If denied, what reason was given?", "denialReason"],
    ["Why does the patient need to go out of network?", "trigger"],
  ])("%s asks for the %s", (heading, meaning) => {
    expect(best(heading)).toBe(meaning);
  });

  it("leaves out what a heading says it is not", () => {
    expect(best("Call reference number (not the auth #)")).toBe("reference");
    expect(readHeading("Call reference number (not the auth #)").parts).toEqual([]);
  });

  it("knows the first and last covered days by any name", () => {
    expect(best("First approved date of service")).toBe("authStart");
    expect(best("Last authorized DOS")).toBe("authEnd");
    expect(best("First DOS")).toBe("otherDate");
  });
});
