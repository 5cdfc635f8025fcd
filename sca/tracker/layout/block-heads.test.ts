import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

function casesOf(rows: readonly (readonly (string | null)[])[]) {
  return understandTracker({ file: "tracker.xlsx", grids: [drawnGrid(rows, "Folder")] }, { asOf }).cases;
}

const TABLE = ["LOC", "Auth #", "From", "To", "Days", "Used", "Rate"];
const BLOCKS = [
  ["Agreements 2025, one box a client"],
  [],
  ["RUIZ, Ana", "DOB 4/9/1988", "Cigna U55120933-01", "grp 0044127"],
  ["asked 1/6/2025", "answer 1/7/2025", "APPROVED", "rep Lee Park 800-555-0142"],
  TABLE,
  ["Detox", "IP77120044", "1/6/2025", "1/10/2025", "5", "5", "$975 per diem"],
  ["Residential", "IP77120081", "1/11/2025", "1/24/2025", "14", "12", "$825 per diem"],
  [],
  ["Brandt, Josie", "10/30/1975", "Aetna W338104427"],
  ["sent 1/14/2025", "ans 1/16/2025", "DENIED – not medically necessary"],
  [],
  ["Keene, Omar", "DOB 7/2/1969", "Humana H004410993"],
  ["why:", "no network provider has a bed"],
  ["asked 2/3/2025", "answer 2/5/2025", "approved"],
  TABLE,
  ["Detox", "A220441093", "2/3/2025", "2/8/2025", "6", "6", "$900 per diem"],
  [],
  ["phone list: Cigna 800-555-0142, Aetna 800-555-0133"],
];

describe("blocks whose head is a row of cells", () => {
  const cases = casesOf(BLOCKS);

  it("are one case each, with or without a table of authorizations", () => {
    expect(cases.map((one) => one.patient)).toEqual(["Ana Ruiz", "Josie Brandt", "Omar Keene"]);
    expect(cases.map((one) => one.source.rows)).toEqual([
      [3, 4, 6, 7],
      [9, 10],
      [12, 13, 14, 16],
    ]);
  });

  it("tell by what stands in the head, without labels, when the patient was born and which card it is", () => {
    expect(cases.map((one) => one.dob)).toEqual(["1988-04-09", "1975-10-30", "1969-07-02"]);
    expect(cases.map((one) => one.payer)).toEqual(["Cigna", "Aetna", "Humana"]);
    expect(cases.map((one) => one.memberId)).toEqual(["U55120933-01", "W338104427", "H004410993"]);
  });

  it("state request and answer in loose cells below the head", () => {
    expect(cases.map((one) => one.submitted)).toEqual(["2025-01-06", "2025-01-14", "2025-02-03"]);
    expect(cases.map((one) => one.outcome)).toEqual(["approved", "denied", "approved"]);
    expect(cases.flatMap((one) => one.review)).not.toContain("outcome");
  });

  it("end their table with the block: the next one's loose cells do not stand under it", () => {
    expect(cases.map((one) => one.periods.length)).toEqual([2, 0, 1]);
    expect(cases[0]?.periods.map((period) => period.authNumber)).toEqual(["IP77120044", "IP77120081"]);
  });
});

describe("rows of a table", () => {
  it("are no heads of blocks, though blank rows part them", () => {
    const header = ["Client", "DOB", "Insurance", "Sent", "Status", "Auth #"];
    const row = (name: string, number: string) => [name, "4/9/1988", "Cigna", "1/6/2025", "Approved", number];
    const cases = casesOf([
      header,
      row("Ruiz, Ana", "A100045"),
      [],
      row("Brandt, Josie", "A100046"),
      [null, null, null, null, null, "A100047"],
      [],
      row("Keene, Omar", "A100048"),
    ]);
    expect(cases.map((one) => one.patient)).toEqual(["Ana Ruiz", "Josie Brandt", "Omar Keene"]);
  });
});
