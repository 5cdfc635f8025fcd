import { approvalChart } from "../charts/approval-chart.ts";
import { revenueChart } from "../charts/revenue-chart.ts";
import type { ChartBlock, ReportDocument, ReportSection, TableBlock } from "../report/document/report-document.ts";

/** For tests: a table with every kind of figure, a cell without one, and a total. */
export const RATE_TABLE: TableBlock = {
  kind: "table",
  caption: "Agreed rates by code family",
  columns: [
    { heading: "Family", align: "words" },
    { heading: "Agreements", align: "figures" },
    { heading: "Agreed dollars", align: "figures" },
    { heading: "Granted", align: "figures" },
    { heading: "Over Medicare", align: "figures" },
    { heading: "Business days", align: "figures" },
    { heading: "Remark", align: "words" },
  ],
  rows: [
    [
      { text: "Intensive outpatient program" },
      { text: "24", number: { value: 24, format: "count" } },
      { text: "$184,800", number: { value: 184_800.25, format: "dollars" } },
      { text: "86%", number: { value: 0.857, format: "share" } },
      { text: "no benchmark" },
      { text: "9", number: { value: 9, format: "days" } },
      { text: "=SUM(A1) is text, and so is <b>this</b>" },
    ],
    [
      { text: "Psychotherapy" },
      { text: "61", number: { value: 61, format: "count" } },
      { text: "$52,040", number: { value: 52_040, format: "dollars" } },
      { text: "74%", number: { value: 0.74, format: "share" } },
      { text: "1.38×", number: { value: 1.38, format: "multiple" } },
      { text: "12", number: { value: 12, format: "days" } },
      { text: "" },
    ],
  ],
  total: [
    { text: "All" },
    { text: "85", number: { value: 85, format: "count" } },
    { text: "$236,840", number: { value: 236_840.25, format: "dollars" } },
    { text: "77%", number: { value: 0.77, format: "share" } },
    { text: "1.38×", number: { value: 1.38, format: "multiple" } },
    { text: "11", number: { value: 11, format: "days" } },
    { text: "" },
  ],
};

const APPROVAL = [
  { payer: "Gap in the network", rate: 0.83, low: 0.7, high: 0.91, label: "83% · 40 of 48", isHint: false },
  { payer: "Continuity of care", rate: 0.64, low: 0.39, high: 0.84, label: "64% · 9 of 14", isHint: true },
];

/** For tests: a chart that only a picture tells. */
const APPROVAL_CHART: ChartBlock = {
  kind: "chart",
  title: "Approval by reason, with 95% intervals",
  alternative: 'Approval by reason: gap in the network 83% of 48; continuity of care 64% of 14, "a hint".',
  spec: approvalChart(APPROVAL, { rate: 0.79, label: "all 79%" }, "Approval by reason."),
  bars: null,
  table: {
    kind: "table",
    caption: "Approval by reason",
    columns: [
      { heading: "Reason", align: "words" },
      { heading: "Rate", align: "figures" },
      { heading: "95% interval", align: "figures" },
    ],
    rows: APPROVAL.map((row) => [
      { text: row.payer },
      { text: row.label, number: { value: row.rate, format: "share" } },
      { text: `${row.low * 100}–${row.high * 100}%` },
    ]),
    total: null,
  },
};

/** For tests: a chart of bars that an office program draws itself. */
const DOLLAR_CHART: ChartBlock = {
  kind: "chart",
  title: "Dollars agreed by quarter",
  alternative:
    "Dollars agreed: $42,000 in the first quarter of 2025, $61,500 in the second, nothing told for the third.",
  spec: revenueChart(
    [
      { payer: "2025 Q1", dollars: 42_000, label: "$42,000" },
      { payer: "2025 Q2", dollars: 61_500, label: "$61,500" },
    ],
    "Dollars agreed by quarter.",
  ),
  bars: {
    names: ["2025 Q1", "2025 Q2", "2025 Q3"],
    series: [
      { name: "Agreed", values: [42_000, 61_500, null] },
      { name: "Received", values: [40_100, 55_000, null] },
    ],
    format: "dollars",
  },
  table: {
    kind: "table",
    caption: "Dollars agreed by quarter",
    columns: [
      { heading: "Quarter", align: "words" },
      { heading: "Agreed", align: "figures" },
      { heading: "Received", align: "figures" },
    ],
    rows: [
      ["2025 Q1", 42_000, 40_100],
      ["2025 Q2", 61_500, 55_000],
    ].map(([quarter, agreed, received]) => [
      { text: String(quarter) },
      {
        text: `$${Number(agreed).toLocaleString("en-US")}`,
        number: { value: Number(agreed), format: "dollars" as const },
      },
      {
        text: `$${Number(received).toLocaleString("en-US")}`,
        number: { value: Number(received), format: "dollars" as const },
      },
    ]),
    total: null,
  },
};

const SECTIONS: readonly ReportSection[] = [
  {
    heading: "Your place in our admissions",
    startsPage: false,
    blocks: [
      {
        kind: "paragraph",
        text: ["You granted ", { strong: "66 of 85" }, " requests & paid for ", { strong: "2,410 days" }, " of care."],
      },
      { kind: "finding", text: ["Requests are granted in ", { strong: "11 business days" }, "."], isHint: false },
      { kind: "finding", text: ["Continuity of care may be granted less often."], isHint: true },
      {
        kind: "figures",
        figures: [
          { value: "77%", label: "of 85 decided requests granted" },
          { value: "$236,840", label: "agreed since January 2025" },
          { value: "1.38×", label: "of Medicare, 61 lines compared" },
          { value: "11", label: "business days to a decision, median" },
        ],
      },
    ],
  },
  {
    heading: "What we ask",
    startsPage: false,
    blocks: [
      {
        kind: "list",
        isNumbered: true,
        items: [["A contract for the programs below."], ["Rates at ", { strong: "140% of Medicare" }, "."]],
      },
      { kind: "list", isNumbered: false, items: [["Payment within 30 days."], ["One contact for authorizations."]] },
    ],
  },
  { heading: "Exhibit A: approval", startsPage: true, blocks: [APPROVAL_CHART] },
  { heading: "Exhibit B: dollars and rates", startsPage: false, blocks: [DOLLAR_CHART, RATE_TABLE] },
];

/** For tests: a report that uses every kind of block. */
export const REPORT_FIXTURE: ReportDocument = {
  title: "Aetna: what our single case agreements show",
  over: "Leverage report · internal edition",
  about: "85 requests as of March 16, 2026",
  edition: "internal",
  isLetter: false,
  sections: SECTIONS,
  notes: [
    [{ strong: "Approval rate" }, ": approved, in part and on appeal, out of all decided."],
    ["Made by SCA Ledger on this computer."],
  ],
};

/** For tests: the same as a letter. */
export const LETTER_FIXTURE: ReportDocument = {
  ...REPORT_FIXTURE,
  title: "Proposal for a contract: Harbor Recovery and Aetna",
  over: "Proposal",
  about: "March 16, 2026",
  edition: "payer",
  isLetter: true,
};
