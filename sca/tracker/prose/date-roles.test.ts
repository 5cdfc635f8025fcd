import { describe, expect, it } from "vitest";
import { findDates } from "../dates/find-dates.ts";
import { rolesOfDates } from "./date-roles.ts";

function roles(text: string): Record<string, string> {
  return Object.fromEntries(rolesOfDates(text, findDates(text)).map(({ date, role }) => [date.text, role]));
}

describe("what a date in a note is the date of", () => {
  it.each([
    ["sent 2/18, appr 3/20", { "2/18": "submitted", "3/20": "decided" }],
    ["6/2 sent w/ LMN. 6/14 APPROVED per UM line", { "6/2": "submitted", "6/14": "decided" }],
    ["asked 10/15 for PHP. denied 10/17", { "10/15": "submitted", "10/17": "decided" }],
    ["3/14 req. 3/27 denied no gap", { "3/14": "submitted", "3/27": "decided" }],
    ['8/28 "Marcus" says yes over phone', { "8/28": "decided" }],
    ["they ok'd 11/4 (sent 10/30)", { "11/4": "decided", "10/30": "submitted" }],
    ["gap ok (no letter, they dont do letters) 3/6 req 2/24", { "3/6": "decided", "2/24": "submitted" }],
    ["denied 2/20, appealed 3/1, OVERTURNED 5/6", { "2/20": "decided", "3/1": "aside", "5/6": "won" }],
    ["won on 2nd level 6/18/25", { "6/18/25": "won" }],
    ["faxed 14pp 6/21, again 6/25", { "6/21": "submitted", "6/25": "resent" }],
    ["pulled request 4/30 (sent 4/11)", { "4/30": "withdrawn", "4/11": "submitted" }],
    ["approved, ltr scanned 6/19", { "6/19": "paper" }],
    ["called 9/14, still pend", { "9/14": "aside" }],
    ["Packet mailed 9/12, nurse called 10/1: approved", { "9/12": "submitted", "10/1": "decided" }],
    ["sent records 3/13, no answer as of 3/20", { "3/13": "aside", "3/20": "aside" }],
    ["Appeal pending - filed 3/30. Original request 2/26", { "3/30": "aside", "2/26": "submitted" }],
    ["NO. they have in network people. 5/2/25", { "5/2/25": "unknown" }],
  ])("%s", (text, expected) => {
    expect(roles(text)).toEqual(expected);
  });

  it("an appeal's deadline and a number's label are no answers", () => {
    expect(roles("auth no. A76144243, good 7/22 - 1/17")["7/22 - 1/17"]).not.toBe("decided");
    expect(Object.values(roles("can appeal til 9/10/25"))).toEqual(["aside"]);
  });
});
