import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../values/calendar-date.ts";
import { drawnGrid } from "./testing/drawn-grid.ts";
import type { TrackedCase } from "./tracked-case.ts";
import { understandTracker } from "./understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

function casesOf(lines: readonly (string | readonly string[] | null)[]): TrackedCase[] {
  const rows = lines.map((line) => (line === null ? [] : typeof line === "string" ? [line] : [...line]));
  return understandTracker({ file: "log.txt", grids: [drawnGrid(rows, null)] }, { asOf }).cases;
}

const LOG = [
  "Harbor Kids gap log (newest at the bottom)",
  "==== 2025 ====",
  "1/6 - Ortiz, Marisol (3/2/14) Aetna W204418830, grp 0883014. No in-network provider takes her. Sent request today, 97110.",
  "1/8 - Teodor Vasquez-Lin 7/19/2012, UHC 004418831. faxed 1/8 for 92507.",
  "1/15 - Ortiz APPROVED. rep Nadia Hecht 763-555-0121. auth A204418831 1/16/25 thru 7/15/25, $185 per visit.",
  "1/20 - Vasquez-Lin denied. no network gap. Filed appeal 1/24.",
  "call Aetna about the fee schedule before the board meeting",
  "2/10 - Vasquez-Lin, wow, overturned!! 2/9. auth BX-0020441, 2/10 - 8/9, 60% of billed.",
  "tally: 1 approved, 1 won, 0 waiting (not counting Ortiz)",
];

describe("a sheet of nothing but running text", () => {
  const cases = casesOf(LOG);

  it("is a case for each person whom an entry introduces, with later entries that name them by surname", () => {
    expect(cases.map((one) => [one.patient, one.source.rows])).toEqual([
      ["Marisol Ortiz", [3, 5]],
      ["Teodor Vasquez-Lin", [4, 6, 8]],
    ]);
  });

  it("tells payer, ids and birth date behind the name", () => {
    expect(cases[0]).toMatchObject({
      payer: "Aetna",
      memberId: "W204418830",
      groupNumber: "0883014",
      dob: "2014-03-02",
    });
    expect(cases[1]).toMatchObject({ payer: "UnitedHealthcare", memberId: "004418831", dob: "2012-07-19" });
  });

  it("dates what an entry tells without a date by the entry's own day", () => {
    expect(cases[0]).toMatchObject({ submitted: "2025-01-06", decided: "2025-01-15", outcome: "approved", rate: 185 });
  });

  it("ends with the last answer: a denial that was overturned is won", () => {
    expect(cases[1]).toMatchObject({
      outcome: "approvedOnAppeal",
      decided: "2025-02-09",
      model: "percentOfBilled",
      rate: 60,
    });
    expect(cases[1]?.periods[0]).toMatchObject({
      authNumber: "BX-0020441",
      authStart: "2025-02-10",
      authEnd: "2025-08-09",
    });
  });

  it("holds lone codes, which no column keeps", () => {
    expect(cases.map((one) => one.services.map((service) => service.code))).toEqual([["97110"], ["92507"]]);
  });

  it("reads one box a patient under year headings, names first, whatever stands before the name", () => {
    const boxes = casesOf([
      "2024",
      "Halloran Greta, dob 5/1/1962, kidney. Plan is Wellmark, card WKM 004417729. Packet mailed 9/12, UM nurse Carla Dietz called 10/1: approved at a global $148,500. Agreement countersigned 10/9.",
      "Liver, 47135: Demetrius Vance III, born 11/30/1957, United 00 918 4471. Asked 9/20. Still open at year end.",
      "Pereira, Luciana (husband Rui is policy holder, b. 4/4/1970). DOB 8/23/1973. Medica 0099471802. Sent 10/15, no answer yet.",
      "Donor work-up for G. Halloran’s sister goes on her auth, no own request.",
      null,
      "2025",
      "Update Vance (see 2024): Optum said yes 1/22/25, $131,000 case rate, auth A00771-448 1/22/25 – 1/21/26.",
    ]);
    expect(boxes.map((one) => [one.patient, one.dob, one.memberId, one.source.rows])).toEqual([
      ["Halloran Greta", "1962-05-01", "WKM 004417729", [2]],
      ["Demetrius Vance III", "1957-11-30", "00 918 4471", [3, 8]],
      ["Luciana Pereira", "1973-08-23", "0099471802", [4]],
    ]);
    expect(boxes[0]).toMatchObject({ submitted: "2024-09-12", decided: "2024-10-01" });
    expect(boxes[1]).toMatchObject({ outcome: "approved", decided: "2025-01-22", rate: 131000 });
  });

  it("opens a case for a later request of the same person and gives it the news that follows", () => {
    const [first, second, ...others] = casesOf([
      "2025",
      "1/6 - Brandt, Coralie 3/2/86 Aetna W204418830. Sent request for 97110 today.",
      "1/9 - Ngozi Adler-Finch 7/19/90, Cigna U4418831. faxed 1/9 for 97530.",
      "1/15 - Brandt: Aetna ok, auth 0020441883, good 1/20/25-5/24/25, $150 per visit",
      "6/2 - Brandt wants a 2nd course. NEW request sent 6/2, 97110 only.",
      "6/20 - Brandt 2nd: approved 6/18, auth 0020441899, 6/21/25 - 10/20/25, $150 per visit",
    ]).filter((one) => one.patient === "Coralie Brandt");
    expect(others).toEqual([]);
    expect(first).toMatchObject({ submitted: "2025-01-06", decided: "2025-01-15", outcome: "approved" });
    expect(second).toMatchObject({ submitted: "2025-06-02", decided: "2025-06-18", outcome: "approved" });
    expect(second?.periods[0]?.authNumber).toBe("0020441899");
  });

  it("keeps the last day for an appeal out of the authorization", () => {
    const [one] = casesOf([
      "2024",
      "12/2 - Saoirse Petrov 12/9/84, Aetna W204418832. Sent 12/2.",
      "12/3 - Ana Ruiz 4/9/1996, Cigna U4418832. Sent 12/3.",
      '12/18 - Petrov DENIED, "donor cycles excluded". She may appeal, has til 6/16/25.',
    ]);
    expect(one).toMatchObject({
      outcome: "denied",
      decided: "2024-12-18",
      denialReason: "donor cycles excluded",
      periods: [],
    });
  });

  it('follows an entry over lines that go on, and "her letter came" right below it', () => {
    const cases = casesOf([
      "2025",
      "3/4 - Ana Ruiz 4/9/1996, Cigna U4418832. Sent 3/4 for 97110 since nobody",
      "   in network has an opening before fall.",
      "3/9 - Saoirse Petrov 12/9/84, Aetna W204418832. Sent 3/9 for 97530.",
      "3/20 - her request was denied 3/19",
    ]);
    expect(cases.map((one) => [one.patient, one.source.rows, one.outcome])).toEqual([
      ["Ana Ruiz", [2, 3], "pending"],
      ["Saoirse Petrov", [4, 5], "denied"],
    ]);
  });

  it("takes the day from a cell of its own before the text", () => {
    const cases = casesOf([
      ["1/6/25", "Marisol Ortiz 3/2/14, Aetna W204418830. Asked today for 97110, waiting."],
      ["1/8/25", "Teodor Vasquez 7/19/2012, Cigna U4418831. faxed 1/8 for 92507, waiting to hear."],
      ["1/20/25", "Ortiz approved, auth 0047821 1/21/25-7/20/25"],
    ]);
    expect(cases.map((one) => [one.patient, one.submitted, one.decided, one.source.rows])).toEqual([
      ["Marisol Ortiz", "2025-01-06", "2025-01-20", [1, 3]],
      ["Teodor Vasquez", "2025-01-08", undefined, [2]],
    ]);
  });
});
