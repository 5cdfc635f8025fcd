import { describe, expect, it } from "vitest";
import { ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { contentOf } from "../../sca/ledger/made-up-cases.ts";
import { line, record } from "../../sca/measures/made-up-records.ts";
import { MEASURED_AS_OF, measuredLedger } from "../testing/measured-ledger.ts";
import { Frame } from "./frame.ts";
import { ledgerFrames } from "./ledger-frames.ts";
import { measureExpression } from "./measure-aggregates.ts";

const RECORDS = ledgerRecords(contentOf(measuredLedger(60, 5)), MEASURED_AS_OF);
const CASES = RECORDS?.cases ?? [];

describe("a ledger in tables", () => {
  it("has one row for each request, line, authorization, move and claim line", () => {
    const frames = ledgerFrames(CASES, []);
    const count = (of: (subject: (typeof CASES)[number]) => number) => CASES.reduce((sum, one) => sum + of(one), 0);
    expect(frames.cases.size).toBe(60);
    expect(frames.lines.size).toBe(count(({ lines }) => lines.length));
    expect(frames.periods.size).toBe(count(({ periods }) => periods.length));
    expect(frames.claims.size).toBe(count(({ claims }) => claims.length));
    expect(frames.moves.size).toBe(count(({ negotiations }) => negotiations.flatMap(({ moves }) => moves).length));
    expect(frames.lines.size * frames.periods.size * frames.claims.size * frames.moves.size).toBeGreaterThan(0);
  });

  it("folds a measure in a rollup of one's own", () => {
    const terms = { basis: "received", baselinePercent: 0, higherDayRate: null } as const;
    const { cases } = ledgerFrames(
      [record({ payer: "Aetna" }), record({ id: "2", payer: "Cigna", outcome: "denied" })],
      [],
    );
    const rolled = cases.table.groupby("payer").rollup({ approval: measureExpression("approval", terms) });
    expect(rolled.objects()).toMatchObject([
      { payer: "Aetna", approval: { rate: 1, decided: 1 } },
      { payer: "Cigna", approval: { rate: 0, decided: 1 } },
    ]);
  });

  it("keeps what is not known null in every column, and writes no 0 for it", () => {
    const { lines, claims } = ledgerFrames(CASES, []);
    const own = CASES.flatMap((subject) => subject.lines);
    expect(lines.column("medicare")).toEqual(own.map(({ medicare }) => (medicare === null ? null : medicare / 100)));
    expect(lines.column("multiple")).toEqual(own.map(({ multiple }) => multiple));
    expect(lines.column("rate")).toEqual(own.map(({ rate }) => rate?.rate ?? null));
    expect(lines.column("multiple")).toContain(null);
    expect(claims.column("paid")).toContain(null);
  });

  it("keeps codes and ids text, with their zeros", () => {
    const subject = record({ id: "00012", lines: [line({ id: "00012/01992", code: "01992" })] });
    const { lines } = ledgerFrames([subject], []);
    expect(lines.rows()).toMatchObject([{ caseId: "00012", lineId: "00012/01992", code: "01992" }]);
  });

  it("puts each access attempt under its request, and leaves out those of none", () => {
    const attempt = { day: null, waitDays: 34, miles: null, reason: "too far", office: "Elm" };
    const { attempts } = ledgerFrames(
      [record({ id: "C-1", payer: "Aetna" })],
      [
        { caseId: "c-1", ...attempt },
        { caseId: "C-9", ...attempt },
      ],
    );
    expect(attempts.rows()).toMatchObject([{ caseId: "C-1", payer: "Aetna", waitDays: 34, miles: null }]);
  });
});

describe("a table", () => {
  const kinds = { code: "text", units: "number" } as const;
  const frame = Frame.of<{ code: string; units: number | null }>("lines", kinds, [
    { code: "90837", units: 3 },
    { code: "01992", units: null },
  ]);

  it("gives the rows for which a test holds", () => {
    expect(frame.where(({ units }) => units === null).column("code")).toEqual(["01992"]);
  });

  it("answers a column that it does not have with a sentence", () => {
    // @ts-expect-error: it does not compile either
    expect(() => frame.column("cose")).toThrow("The table of lines has no column cose. Its columns: code, units.");
  });

  it.each([
    [{ code: 1992, units: 1 }, "lines, code, row 1 holds 1992, where a text belongs."],
    [{ code: "90837", units: Number.NaN }, "lines, units, row 1 holds NaN, where a number belongs."],
    [{ code: "90837", units: "3" }, "lines, units, row 1 holds 3, where a number belongs."],
  ])("refuses what is not of its column's kind", (row, sentence) => {
    expect(() => Frame.of<{ code: string; units: number }>("lines", kinds, [row as never])).toThrow(sentence);
  });
});
