import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../values/calendar-date.ts";
import { drawnGrid } from "./testing/drawn-grid.ts";
import type { Answer, TrackedCase } from "./tracked-case.ts";
import { understandTracker } from "./understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

function understood(rows: readonly (readonly (string | null)[])[], answers: readonly Answer[] = []) {
  return understandTracker({ file: "tracker.csv", grids: [drawnGrid(rows, null)] }, { asOf, answers });
}

function facts({ id: _id, source: _source, notes: _notes, ...rest }: TrackedCase) {
  return rest;
}

const HEADINGS = [
  "Client",
  "DOB",
  "Insurance",
  "Member ID",
  "Sent",
  "Status",
  "Decision Dt",
  "Auth #",
  "Auth Start",
  "Auth End",
  "Visits",
  "Used",
  "Rate",
  "CPT",
];
const ROWS = [
  [
    "Ruiz, Ana",
    "4/9/1996",
    "Aetna",
    "W123456789",
    "1/6/2025",
    "Approved",
    "1/15/2025",
    "00478210",
    "1/20/2025",
    "7/19/2025",
    "24",
    "7",
    "$165 per session",
    "90837",
  ],
  [
    "Brandt, Josie",
    "12/25/1988",
    "Cigna",
    "U0011223344",
    "2/3/2025",
    "Denied",
    "2/20/2025",
    "",
    "",
    "",
    "",
    "",
    "",
    "90834",
  ],
  ["Okafor, Micah", "9/3/1990", "UHC", "004011223", "3/17/2025", "pending", "", "", "", "", "", "", "", "90837"],
  [
    "Yoder, Ruth",
    "8/8/1978",
    "BCBS TX",
    "ZGP440912275",
    "4/1/2025",
    "Approved",
    "4/14/2025",
    "A0071190",
    "4/21/2025",
    "10/20/2025",
    "30",
    "12",
    "140% of Medicare",
    "90837",
  ],
];

describe("a plain table", () => {
  it("gives one case a row with what the row states", () => {
    const { cases } = understood([HEADINGS, ...ROWS]);
    expect(cases).toHaveLength(4);
    expect(cases[0]).toMatchObject({
      payer: "Aetna",
      patient: "Ana Ruiz",
      dob: "1996-04-09",
      memberId: "W123456789",
      submitted: "2025-01-06",
      decided: "2025-01-15",
      outcome: "approved",
      model: "perUnit",
      rate: 165,
      services: [{ code: "90837" }],
      periods: [
        { authNumber: "00478210", authStart: "2025-01-20", authEnd: "2025-07-19", unitsAuthorized: 24, unitsUsed: 7 },
      ],
      review: [],
    });
    expect(cases[3]).toMatchObject({ payer: "Blue Cross Blue Shield of Texas", model: "percentOfMedicare", rate: 140 });
  });

  it("says where each value stands", () => {
    const { cases } = understood([HEADINGS, ...ROWS]);
    expect(cases[0]?.source).toMatchObject({ rows: [2], cells: { payer: ["C2"], authNumber: ["H2"], rate: ["M2"] } });
  });

  it("keeps what no column of the ledger holds with the case's notes", () => {
    const { cases } = understood([
      [...HEADINGS, "Box on shelf"],
      ...ROWS.map((row, index) => [...row, index === 0 ? "B-17 top" : ""]),
    ]);
    expect(cases[0]?.notes.map((note) => `${note.heading}: ${note.text}`)).toContain("Box on shelf: B-17 top");
  });

  it("gives the same cases whatever the order of its columns", () => {
    const expected = understood([HEADINGS, ...ROWS]).cases.map(facts);
    const orders = [
      [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
      [4, 5, 6, 0, 1, 2, 3, 13, 12, 7, 8, 9, 10, 11],
      [2, 3, 0, 1, 7, 8, 9, 10, 11, 12, 13, 5, 4, 6],
    ];
    for (const order of orders) {
      const shuffled = [HEADINGS, ...ROWS].map((row) => order.map((column) => row[column] ?? ""));
      expect(understood(shuffled).cases.map(facts)).toEqual(expected);
    }
  });

  it("gives the same cases under other wordings of its headings", () => {
    const expected = understood([HEADINGS, ...ROWS]).cases.map(facts);
    const wordings = [
      [
        "Patient Name",
        "Date of Birth",
        "Payor",
        "Subscriber #",
        "Date Requested",
        "Outcome",
        "Date Decided",
        "Authorization No.",
        "Eff Date",
        "Exp Date",
        "Units Auth'd",
        "Units Used",
        "Agreed Rate",
        "Procedure Code",
      ],
      [
        "pt",
        "b-day",
        "ins",
        "ID#",
        "req sent",
        "what they said",
        "heard back",
        "auth",
        "from",
        "thru",
        "# sess ok'd",
        "sess used",
        "$",
        "code",
      ],
      [
        "Memeber",
        "D.O.B.",
        "Carrer",
        "Policy ID",
        "Submited",
        "Determinaton",
        "Determ Dt",
        "Cert #",
        "Valid From",
        "Valid To",
        "Vists Apprvd",
        "Visits Compl",
        "SCA Rate",
        "HCPCS/CPT",
      ],
    ];
    for (const headings of wordings) expect(understood([headings, ...ROWS]).cases.map(facts)).toEqual(expected);
  });

  it("is not changed by titles, blank rows and totals", () => {
    const expected = understood([HEADINGS, ...ROWS]).cases.map(facts);
    const dressed = [
      ["Single case agreements 2025, Alder Street"],
      [],
      HEADINGS,
      ...ROWS.slice(0, 2),
      [],
      HEADINGS,
      ...ROWS.slice(2),
      ["Total", "", "", "", "", "", "", "", "", "", "54", "19"],
      ["* ask Renée before deleting"],
    ];
    const { cases, notCases } = understood(dressed);
    expect(cases.map(facts)).toEqual(expected);
    expect(notCases.flatMap((other) => other.rows).sort((a, b) => a - b)).toEqual([1, 3, 7, 10, 11]);
  });
});

describe("what only a person can settle", () => {
  it("asks about a day that is not on the calendar", () => {
    const rows = [
      HEADINGS,
      ...ROWS.map((row, index) => (index === 0 ? row.map((cell) => (cell === "7/19/2025" ? "2/30/2025" : cell)) : row)),
    ];
    const { cases, questions } = understood(rows);
    expect(cases[0]?.periods[0]?.review).toContain("authEnd");
    expect(questions).toContainEqual(expect.objectContaining({ cell: "J2", field: "authEnd", found: "2/30/2025" }));
  });

  it("asks about an answer dated before its request, on both days", () => {
    const rows = [
      HEADINGS,
      ...ROWS.map((row, index) => (index === 0 ? row.map((cell) => (cell === "1/15/2025" ? "1/2/2025" : cell)) : row)),
    ];
    expect(understood(rows).cases[0]?.review).toEqual(expect.arrayContaining(["submitted", "decided"]));
  });

  it("asks which comes first where no date of the file tells, and one answer settles them all", () => {
    const rows = [
      ["Client", "Insurance", "Member ID", "Sent", "Status"],
      ["Ruiz, Ana", "Aetna", "W123456789", "1/6/2025", "Approved"],
      ["Brandt, Josie", "Cigna", "U0011223344", "2/3/2025", "Denied"],
    ];
    const first = understood(rows);
    expect(first.questions.map((question) => question.cell)).toEqual(["D2", "D3"]);
    const [key] = new Set(first.questions.map((question) => question.settles));
    const answered = understood(rows, [{ question: key ?? "", answer: "day first" }]);
    expect(answered.questions).toEqual([]);
    expect(answered.cases.map((one) => one.submitted)).toEqual(["2025-06-01", "2025-03-02"]);
  });

  it("puts an answer in the place of what could not be read, and asks no more", () => {
    const rows = [
      HEADINGS,
      ...ROWS.map((row, index) => (index === 0 ? row.map((cell) => (cell === "7/19/2025" ? "2/30/2025" : cell)) : row)),
    ];
    const answered = understood(rows, [{ question: "!J2:authEnd", answer: "3/1/2025", found: "2/30/2025" }]);
    expect(answered.questions).toEqual([]);
    expect(answered.cases[0]?.periods[0]).toMatchObject({ authStart: "2025-01-20", authEnd: "2025-03-01" });
    expect(answered.cases[0]?.periods[0]?.review).toBeUndefined();
  });

  it("keeps asking where the answer is no value of the field, or was given for another text", () => {
    const rows = [
      HEADINGS,
      ...ROWS.map((row, index) => (index === 0 ? row.map((cell) => (cell === "7/19/2025" ? "2/30/2025" : cell)) : row)),
    ];
    expect(understood(rows, [{ question: "!J2:authEnd", answer: "ask Renée" }]).questions).toHaveLength(1);
    expect(
      understood(rows, [{ question: "!J2:authEnd", answer: "3/1/2025", found: "2/29/2025" }]).questions,
    ).toHaveLength(1);
  });

  it("takes the year of a whole sheet from one answer", () => {
    const rows = [
      HEADINGS,
      ...ROWS.map((row) =>
        row.map((cell, column) =>
          column === 4 || column === 6 || column === 8 || column === 9 ? cell.replace(/\/2025$/, "") : cell,
        ),
      ),
    ];
    const asked = understood(rows);
    expect(new Set(asked.questions.map((question) => question.settles))).toEqual(new Set(["year:"]));
    const answered = understood(rows, [{ question: "year:", answer: "2025" }]);
    expect(answered.questions).toEqual([]);
    expect(answered.cases[0]).toMatchObject({
      submitted: "2025-01-06",
      decided: "2025-01-15",
      periods: [{ authStart: "2025-01-20", authEnd: "2025-07-19" }],
    });
  });

  it("never takes an asked rate for an agreed one", () => {
    const rows = [
      HEADINGS,
      ...ROWS.map((row, index) =>
        index === 2 ? row.map((cell, column) => (column === 12 ? "asking $175/sess" : cell)) : row,
      ),
    ];
    expect(understood(rows).cases[2]?.rate).toBeUndefined();
  });
});

describe("rows that belong together", () => {
  it("makes one case of a row a code, blanks under the name", () => {
    const { cases } = understood([
      [
        "Child",
        "DOB",
        "Plan",
        "ID",
        "Requested",
        "Decision",
        "CPT",
        "Units auth",
        "Rate per unit",
        "Auth #",
        "From",
        "Thru",
      ],
      [
        "Menon, Aarav",
        "2/16/2019",
        "Aetna",
        "W008592273",
        "10/2/2024",
        "Approved",
        "97153",
        "1300",
        "17.50",
        "BH-0066420",
        "10/23/2024",
        "4/22/2025",
      ],
      ["", "", "", "", "", "", "97155", "208", "27.50", "", "", ""],
      ["Kahale, Malia", "7/12/2021", "Mercy Care", "A03662180", "11/13/2024", "Denied", "97151", "", "", "", "", ""],
    ]);
    expect(cases).toHaveLength(2);
    expect(cases[0]).toMatchObject({
      source: { rows: [2, 3] },
      services: [
        { code: "97153", rate: 17.5, rows: [2] },
        { code: "97155", rate: 27.5, rows: [3] },
      ],
      periods: [
        {
          services: [
            { code: "97153", units: 1300 },
            { code: "97155", units: 208 },
          ],
        },
      ],
    });
  });

  it("puts an extension far below its first request into the same case", () => {
    const { cases } = understood([
      ["Client", "DOB", "Payer", "Member ID", "Type", "Sent", "Status", "Auth #", "From", "To"],
      [
        "Winslow, Everett",
        "11/22/2002",
        "Highmark",
        "RJQ799631111",
        "Initial",
        "1/5/2025",
        "Approved",
        "UM459801",
        "1/12/2025",
        "2/3/2025",
      ],
      [
        "Hsu, Paloma",
        "2/11/1983",
        "Aetna",
        "W263163876",
        "Initial",
        "1/8/2025",
        "Approved",
        "0017389295",
        "1/15/2025",
        "2/20/2025",
      ],
      [
        "Winslow, Everett",
        "11/22/2002",
        "Highmark",
        "RJQ799631111",
        "Ext 1",
        "2/1/2025",
        "Approved",
        "UM459801-02",
        "2/4/2025",
        "2/28/2025",
      ],
    ]);
    expect(cases).toHaveLength(2);
    expect(cases[0]?.source.rows).toEqual([2, 4]);
    expect(cases[0]?.periods.map((period) => period.authNumber)).toEqual(["UM459801", "UM459801-02"]);
  });
});
