import { describe, expect, it } from "vitest";
import { readServiceMix } from "./read-service-mix.ts";

const rows = (...records: string[][]) => readServiceMix(records);

describe("a list of services", () => {
  it("is read by its headings, in any order and usual names", () => {
    const { rows: read, problems } = rows(
      ["Units", "CPT/HCPCS", "Mod", "Unit basis", "Minutes per unit", "Billed charge", "Days of service"],
      ["12", "90834", "95", "sessions", "45", "$1,200.50", "12"],
      ["", "", "", "", "", "", ""],
      ["40", "97153", "", "15 min", "", "30", ""],
    );
    expect(problems).toEqual([]);
    expect(read).toMatchObject([
      {
        row: 2,
        code: "90834",
        modifiers: ["95"],
        units: 12,
        basis: "session",
        minutesPerUnit: 45,
        charge: { cents: 120_050, per: "unit" },
        days: 12,
      },
      { row: 4, code: "97153", units: 40, basis: "quarterHour", charge: { cents: 3000 }, days: null },
    ]);
  });

  it("keeps leading zeros, and modifiers that stand behind the code", () => {
    expect(rows(["code", "units"], ["0362T", "4"], ["90837-95", "2"], ["rev 0905", "20"]).rows).toMatchObject([
      { code: "0362T" },
      { code: "90837", modifiers: ["95"] },
      { code: "0905" },
    ]);
  });

  it("knows sessions and days as counts of their own", () => {
    expect(rows(["Code", "Sessions"], ["90837", "12"]).rows).toMatchObject([{ units: 12, basis: "session" }]);
    expect(rows(["Code", "Days"], ["H0015", "20"]).rows).toMatchObject([{ units: 20, basis: "day", days: 20 }]);
    expect(rows(["Code", "Units"], ["90837", "12 sessions"]).rows).toMatchObject([{ units: 12, basis: "session" }]);
  });

  it("tells the charge of a unit from that of the line", () => {
    expect(rows(["code", "units", "total billed"], ["90837", "4", "800"]).rows[0]?.charge).toEqual({
      cents: 80_000,
      per: "line",
    });
  });

  it("takes the payer's in-network amounts where they stand beside", () => {
    expect(rows(["code", "units", "in-network rate"], ["90837", "4", "95.10"]).rows[0]?.inNetwork).toBe(95.1);
  });

  it("tells all faults together with their lines, and takes nothing of such a line", () => {
    const { rows: read, problems } = rows(
      ["code", "modifiers", "units", "basis", "minutes", "billed", "days"],
      ["9083", "", "12", "session", "", "", ""],
      ["90837", "TOOLONG", "12", "session", "", "", ""],
      ["90837", "", "0", "session", "", "", ""],
      ["90837", "", "-2", "session", "", "", ""],
      ["90837", "", "", "session", "", "", ""],
      ["90837", "", "12", "fortnight", "", "", ""],
      ["90837", "", "12", "session", "x", "1.2.3", "0"],
    );
    expect(read).toEqual([]);
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "code-unreadable"],
      [3, "modifiers-unreadable"],
      [4, "units-unreadable"],
      [5, "units-unreadable"],
      [6, "units-missing"],
      [7, "basis-unknown"],
      [8, "days-unreadable"],
      [8, "minutes-unreadable"],
      [8, "charge-unreadable"],
    ]);
  });

  it("without its headings, or without rows, is refused", () => {
    expect(rows(["90837", "12"]).problems).toMatchObject([{ row: 1, reason: "no-headings" }]);
    expect(rows().problems).toMatchObject([{ reason: "no-headings" }]);
    expect(rows(["code", "units"]).problems).toMatchObject([{ reason: "no-rows" }]);
  });

  it("says which columns it did not read", () => {
    expect(rows(["code", "units", "Favourite colour"], ["90837", "1", "blue"]).unread).toEqual(["Favourite colour"]);
  });
});
