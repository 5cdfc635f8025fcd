import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_LIBRARY } from "../../sca/medicare/fee-schedule.ts";
import { type CalendarDate, parseIsoDay } from "../../sca/values/calendar-date.ts";
import { associateFunctions, CUSTOM_FUNCTIONS } from "./associate-functions.ts";

/** Excel's error for a cell, as far as the functions need it. */
class CellError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const FACTS = { today: () => parseIsoDay("2025-07-17") as CalendarDate, library: () => EMPTY_LIBRARY };
type Run = (...cells: unknown[]) => unknown;

function associated(): ReadonlyMap<string, Run> {
  const runs = new Map<string, Run>();
  associateFunctions(
    {
      associate: (id, run) => runs.set(id, run as Run),
      cellError: ({ problem, sentence }) => new CellError(problem === "wrong" ? "#VALUE!" : "#N/A", sentence),
    },
    FACTS,
  );
  return runs;
}

describe("the custom functions in Excel", () => {
  it("throw the error of a single cell, and keep each cell's own error in a range", () => {
    const unitsLeft = associated().get("UNITSLEFT") as Run;
    expect(unitsLeft([[24]], [[20]])).toEqual([[4]]);
    expect(() => unitsLeft([[24]], [[""]])).toThrow("Units used is blank");
    const [first, second] = unitsLeft([[24], [24]], [[20], ["x"]]) as unknown[][];
    expect(first).toEqual([4]);
    expect(second?.[0]).toBeInstanceOf(CellError);
    expect(second?.[0]).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("“x”") });
  });

  it("take null for what is left out, as Excel hands it over", () => {
    expect(associated().get("DAYSLEFT")?.([[45854]], null)).toEqual([[-1]]);
  });

  it("know their day by the user's machine only", () => {
    const days = associated().get("DAYSLEFT") as Run;
    expect(days([["2025-07-19"]])).toEqual([[2]]);
  });

  const CELL = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.constantFrom(null, undefined, "", 0, "Per day", "Percent of Medicare", "90834", 45658, 1e308, 0.1),
    fc.constantFrom({ basicValue: 3 }, {}, [], new CellError("#REF!", "")),
  );

  it("answer whatever stands in the cells: with a figure, a text or an error whose words fit its box", () => {
    const runs = associated();
    expect([...runs.keys()]).toEqual([...CUSTOM_FUNCTIONS.keys()]);
    fc.assert(
      fc.property(fc.constantFrom(...runs.keys()), fc.array(CELL, { minLength: 6, maxLength: 6 }), (id, cells) => {
        const rows = runs.get(id)?.(...cells.map((cell) => [[cell], ["90834"]])) as unknown[][];
        expect(rows).toHaveLength(2);
        for (const cell of rows.flat()) {
          if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
          else if (cell instanceof CellError) expect(cell.message.length).toBeLessThanOrEqual(240);
          else expect(cell).toEqual(expect.any(String));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
