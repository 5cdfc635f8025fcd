import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import type { TrackedCase } from "../tracked-case.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;
const HEAD = ["Client", "DOB", "Insurance", "Member ID", "Notes"];

function understood(rows: readonly (readonly (string | null)[])[]): readonly TrackedCase[] {
  return understandTracker({ file: "log.csv", grids: [drawnGrid(rows, null)] }, { asOf }).cases;
}

/** What the note says of a client in a log of 2025. */
function told(note: string): TrackedCase {
  const [first] = understood([
    ["SCA LOG 2025"],
    HEAD,
    ["Ruiz, Ana", "4/9/1996", "Aetna", "W123456789", note],
    ["Brandt, Josie", "12/25/1988", "Cigna", "U0011223344", "sent 1/6, denied 1/15"],
  ]);
  if (!first) throw new Error("no case was understood");
  return first;
}

describe("a case told in a note", () => {
  it("states when it was sent and answered, its number, count, rate, letter and contact", () => {
    const one = told(
      "Sent packet 2/18, plan appr'd 3/20 #0048812290 thru 6/30, 24 visits @ $165, LOA in chart, rep Bev 312-555-0114",
    );
    expect(one).toMatchObject({
      submitted: "2025-02-18",
      decided: "2025-03-20",
      outcome: "approved",
      model: "perUnit",
      rate: 165,
      writtenConfirmation: true,
      contactName: "Bev",
      contactPhone: "312-555-0114",
      review: [],
    });
    expect(one.periods).toEqual([{ authNumber: "0048812290", authEnd: "2025-06-30", unitsAuthorized: 24 }]);
  });

  it("takes the agreed rate, not what was asked or offered", () => {
    expect(told("appr 1/22. They opened at $110, we asked $180, settled at $150/session").rate).toBe(150);
    expect(told("sent 4/1, they offered 110% MCR, we countered 160").rate).toBeUndefined();
    expect(told("ok 3/1. asked 300% MCR, settled 150%")).toMatchObject({
      model: "percentOfMedicare",
      rate: 150,
      review: [],
    });
  });

  it("follows a denial through its appeal", () => {
    expect(
      told("denied 2/1 (INN provider available), appeal 2/10 w/ letter, OVERTURNED 3/3. auth A5512098 3/10-6/9"),
    ).toMatchObject({
      outcome: "approvedOnAppeal",
      decided: "2025-03-03",
      denialReason: "INN provider available",
    });
    expect(
      told("req submitted 3/3. Denied 3/14: not medically necessary. Appealed 3/20, appeal denied 4/2"),
    ).toMatchObject({
      outcome: "denied",
      decided: "2025-03-14",
      denialReason: "not medically necessary",
    });
    expect(told("9/24 sent. 9/29 P2P Dr Lane. 10/1 appvd!")).toMatchObject({
      outcome: "approved",
      decided: "2025-10-01",
    });
  });

  it("knows a withdrawn request by its sending alone", () => {
    const one = told("patient went to an INN surgeon, we withdrew 4/11 (req'd 3/28)");
    expect(one).toMatchObject({ submitted: "2025-03-28", outcome: "withdrawn" });
    expect(one.decided).toBeUndefined();
  });

  it("counts what was given, not what was asked", () => {
    const one = told("Asked 5/1 for 40 units 97153, they gave 20. ok 5/9");
    expect(one).toMatchObject({ outcome: "partiallyApproved", decided: "2025-05-09" });
    expect(one.periods[0]?.unitsAuthorized).toBe(20);
    expect(told("1/2 ok 6/19 - asked 18 got 9").outcome).toBe("partiallyApproved");
    expect(told("NO 5.5 - over 24 v limit").periods).toEqual([]);
  });

  it("leaves call references, old numbers, deadlines and dates of service aside", () => {
    const one = told(
      "LOA executed 9/12/25, request went out 8/20/25. auth SC0012238 9/15/25-12/14/25. call ref 8812774. appeal deadline 3/1/26. DOS 9/22",
    );
    expect(one).toMatchObject({ submitted: "2025-08-20", decided: "2025-09-12" });
    expect(one.periods).toEqual([{ authNumber: "SC0012238", authStart: "2025-09-15", authEnd: "2025-12-14" }]);
    expect(
      told("old auth 0099112 expired 1/31. new req sent 2/2, appvd 2/9 new auth 0099871 2/10-8/9").periods[0]
        ?.authNumber,
    ).toBe("0099871");
  });

  it("reads a lone long number in an approval as its authorization, also spoken in groups", () => {
    expect(told("net gap approved 1/28. A118820934, 135% MCR").periods[0]?.authNumber).toBe("A118820934");
    expect(told("ok 3/6, case 1188203 is the CALL, auth is 2203 8871 per rep").periods[0]?.authNumber).toBe(
      "2203 8871",
    );
    expect(told("7/22 agreed 70% of chgs. 89884403 is the auth, runs 7/24-12/23").periods[0]?.authNumber).toBe(
      "89884403",
    );
  });

  it("does not take the plan's reason, a quotation or where the patient went for its own facts", () => {
    expect(told("denied 3/3 - INN surgeon available within 30 mi").trigger).toBeUndefined();
    expect(told('asked 10/15 for PHP. denied 10/17: "IOP level of care is adequate"').levelOfCare).toBe("PHP");
    expect(told("asked 1/3. client went to res tx, withdrew 1/6").levelOfCare).toBeUndefined();
  });

  it("knows a verbal answer, and a decision dated by its letter alone", () => {
    expect(told("verbal ok 7/8 from Marisol (case mgr) 800-555-0133, STILL no paper. sent 6/30")).toMatchObject({
      outcome: "approved",
      decided: "2025-07-08",
      writtenConfirmation: false,
      contactName: "Marisol",
    });
    expect(told("approved!! letter dtd 2/20 scanned. sent it 2/3")).toMatchObject({
      decided: "2025-02-20",
      writtenConfirmation: true,
    });
  });
});

describe("a note that a person has to be asked about", () => {
  it.each([
    ["Sent 8/1. Approved 8/15 or 8/16??", "decided"],
    ["4/24 asked, they say no SCA needed. so... closed?", "outcome"],
    ["ok'd by phone 6/1 then DENIED by letter 6/9", "outcome"],
    ["verbal NO 4/4 (asked 4/1). resubmitted 4/7 as a gap exception", "submitted"],
    ["ok 3/3, rate either 260 or 280/day, cant read", "rate"],
    ["was 140% MCR now 150%? appr 3/3 sent 2/20", "rate"],
  ])("%s: %s", (note, field) => {
    expect(told(note).review).toContain(field);
  });

  it("two numbers, and windows counted in days", () => {
    expect(told("ok 1/27. auth maybe 120044871 or 120048471, 1/28-3/28").periods[0]?.review).toContain("authNumber");
    expect(told("appr 2/11. auth EV0093381277, 90 days from 2/11").periods[0]?.review).toContain("authEnd");
  });
});

describe("a running diary", () => {
  const rows = [
    ["Single case stuff, started Oct 2024"],
    ["Date", "Client", "DOB", "Insurance", "Member ID", "What happened"],
    ["10/14/24", "Kayla Renn", "5/5/98", "Aetna", "W182230094", "faxed SCA ask today for IOP"],
    ["10/17/24", "Jerome Abbot", "3/30/71", "Cigna", "U300184477", "asked 10/15 for PHP. denied 10/17: not covered"],
    ["10/22/24", "Kayla R.", "", "", "", "came thru 10/21!! auth 10447718, 10/21 to 12/20, 24 days at 285 a day"],
    [
      "11/20/24",
      "Kyle Brandt",
      "2/17/93",
      "Cigna",
      "U77120041",
      "asked 11/19 for PHP. yes 11/20, #IP0041882 11/21-12/4",
    ],
    ["12/6/24", "Brandt", "", "", "", "ext: asked 12/3, approved 12/5, #IP0043907, 12/5-1/10"],
    ["12/9/24", "Ana Solis", "2/2/90", "Oscar", "OSC55120981", "sent 12/8. waiting"],
  ];
  const cases = understood(rows);

  it("dates requests by its words, not by the day of the entry, except where a note says today", () => {
    expect(cases.map((one) => one.submitted)).toEqual(["2024-10-14", "2024-10-15", "2024-11-19", "2024-12-08"]);
  });

  it("joins later news to the case it is about", () => {
    const [kayla] = cases;
    expect(kayla?.source.rows).toEqual([3, 5]);
    expect(kayla).toMatchObject({
      patient: "Kayla Renn",
      outcome: "approved",
      decided: "2024-10-21",
      model: "perDiem",
      rate: 285,
    });
    expect(kayla?.periods).toHaveLength(1);
  });

  it("makes an extension a later authorization, over New Year", () => {
    const kyle = cases[2];
    expect(kyle?.periods.map((period) => period.authNumber)).toEqual(["IP0041882", "IP0043907"]);
    expect(kyle?.periods[1]).toMatchObject({
      authStart: "2024-12-05",
      authEnd: "2025-01-10",
      submitted: "2024-12-03",
      decided: "2024-12-05",
    });
  });
});

describe("a diary under year lines", () => {
  it("keeps the year over page breaks and repeated headings", () => {
    const head = ["Opened", "Child", "DOB", "Plan", "Member ID", "Diary"];
    const cases = understood([
      ["Kids diary"],
      head,
      ["==== 2024 ===="],
      [
        "6/1",
        "Halvorsen, Finn",
        "11/2/21",
        "Aetna",
        "W909181817",
        "6/2 sent. 6/14 APPROVED per UM line, auth# SCA-35193720 6/21-12/17",
      ],
      ["--- pg ---"],
      head,
      [
        "12/7",
        "Pruitt, Skylar",
        "2/14/17",
        "Cigna",
        "U00140724",
        "12/24 sent; 1/3 signed LOA back, auth A64419342 good 1/9 thru 4/8",
      ],
      ["==== 2025 ===="],
      ["1/10", "Lindgren, Otto", "7/7/22", "Oscar", "OSC7162958", "out jan 11. NO on jan 28: plan says experimental"],
    ]);
    expect(cases.map((one) => [one.submitted, one.decided])).toEqual([
      ["2024-06-02", "2024-06-14"],
      ["2024-12-24", "2025-01-03"],
      ["2025-01-11", "2025-01-28"],
    ]);
    expect(cases[2]).toMatchObject({ outcome: "denied", denialReason: "plan says experimental" });
  });
});

describe("codes under a heading of what is asked for", () => {
  it("are the case's codes", () => {
    const cases = understood([
      ["Child", "DOB", "Plan", "Member ID", "Asked for", "Diary"],
      [
        "Halvorsen, Finn",
        "11/2/21",
        "Aetna",
        "W909181817",
        "MPS II ERT: J1743, 96365",
        "6/2/25 sent. 6/14/25 approved",
      ],
      ["Pruitt, Skylar", "2/14/17", "Cigna", "U00140724", "genetics: 96040, 99204", "6/8/25 sent. 6/24/25 denied"],
    ]);
    expect(cases.map((one) => one.services.map((service) => service.code))).toEqual([
      ["J1743", "96365"],
      ["96040", "99204"],
    ]);
  });
});
