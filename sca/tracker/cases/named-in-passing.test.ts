import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;
const HEAD = ["Client / DOB", "Insurance & ID", "LOC", "Sent", "Answer", "Auth", "Days", "Rate", "Comments"];

function casesOf(rows: readonly (readonly string[])[]) {
  return understandTracker({ file: "t.csv", grids: [drawnGrid([["Coastal SCA 2025"], HEAD, ...rows], null)] }, { asOf })
    .cases;
}

const GORECKI = [
  "Gorecki, Stan  7/19/1986",
  "Anthem VKA442M91820 grp L04429",
  "Res",
  "2/4",
  "approved 2/7",
  "UM4429182 2/7-2/20",
  "14/14",
  "$875 p/d",
  "letter 2/12",
];
const IBEKWE = [
  "Ibekwe, Obinna 5/25/1993",
  "HMSA R0004429190 (hubby is subscriber)",
  "IOP",
  "2/12",
  "approved 2/20",
  "44291830 2/21-3/22",
  "15/15",
  "$400 p/d",
  "",
];

describe("rows between cases", () => {
  it('a family name with "ext" is the next authorization of the earlier case, whoever stands between', () => {
    const cases = casesOf([
      GORECKI,
      IBEKWE,
      ["gorecki ext", "", "", "2/18", "approved 2/21", "UM4429182-02 2/21-3/6", "14/9", "same", ""],
    ]);
    expect(cases.map((one) => [one.patient, one.source.rows, one.periods.map((period) => period.authNumber)])).toEqual([
      ["Stan Gorecki", [3, 5], ["UM4429182", "UM4429182-02"]],
      ["Obinna Ibekwe", [4], ["44291830"]],
    ]);
  });

  it("how many a month had is no patient", () => {
    const cases = casesOf([
      GORECKI,
      ["6 in jan", "", "", "", "4 yes"],
      IBEKWE,
      ["feb 6", "", "", "", "5 yes"],
      ["mar 7"],
    ]);
    expect(cases.map((one) => one.source.rows)).toEqual([[3], [5]]);
  });

  it("a month with its year is a section and gives the year", () => {
    const cases = casesOf([
      GORECKI,
      ["DEC 2024"],
      ["Ibekwe, Obinna 5/25/1993", "Aetna W204418830", "IOP", "12/12", "approved 12/20", "", "", "", ""],
    ]);
    expect(cases[1]?.submitted).toBe("2024-12-12");
  });

  it("beside its payer an id is the id alone", () => {
    expect(casesOf([GORECKI, IBEKWE])[1]).toMatchObject({ payer: "HMSA", memberId: "R0004429190" });
  });
});
