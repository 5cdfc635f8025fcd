import { describe, expect, it } from "vitest";
import { agreedAmountOf } from "./agreed-amount.ts";
import { agreedLines } from "./agreed-lines.ts";

const CASE = { id: "SCA-1", source: { sheet: null, rows: [] }, review: [], notes: [] };

describe("the service lines of a case", () => {
  it("are of one code whatever its capitals and whichever modifier comes first", () => {
    const services = [{ code: "h0015", modifiers: ["95", "HM"], rate: 100 }];
    const periods = [{ unitsAuthorized: 9, services: [{ code: "H0015", modifiers: ["hm", "95"], units: 3 }] }, {}];
    const subject = { ...CASE, services, periods, model: "perUnit" as const };
    expect(agreedLines(subject).map(({ service }) => service.rate)).toEqual([100]);
    expect(agreedAmountOf(subject)).toEqual({ cents: 30_000, parts: 1, untold: [] });
  });
});
