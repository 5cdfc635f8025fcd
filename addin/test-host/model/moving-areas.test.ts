import fc from "fast-check";
import { expect, it } from "vitest";
import { type Area, addressOfArea, parseAddress } from "./area.ts";
import { type CellShift, shiftedArea, shiftedCell } from "./cell-shift.ts";

const AREA: fc.Arbitrary<Area> = fc.record({
  row: fc.nat(8),
  column: fc.nat(8),
  rows: fc.integer({ min: 1, max: 6 }),
  columns: fc.integer({ min: 1, max: 6 }),
});

it("an address read back is the same area", () => {
  fc.assert(
    fc.property(AREA, (area) => {
      expect(parseAddress(addressOfArea(area))).toEqual(area);
    }),
  );
  expect(parseAddress("A:C")).toMatchObject({ column: 0, columns: 3, row: 0, rows: 1_048_576 });
  expect(parseAddress("$2:$2")).toMatchObject({ row: 1, rows: 1, columns: 16_384 });
  for (const none of ["", "A", "5", "XFE1", "A0", "Rate", "A1:B"]) expect(parseAddress(none)).toBeNull();
});

it("an area that moves holds just the cells that it held, and those put between them", () => {
  const shifts = fc.record({ kind: fc.constantFrom("insert" as const, "delete" as const), area: AREA });
  fc.assert(
    fc.property(AREA, shifts, (area, { kind, area: at }) => {
      const shift: CellShift = { kind, along: "rows", area: { ...at, column: 0, columns: 16_384 } };
      const kept: number[] = [];
      for (let row = area.row; row < area.row + area.rows; row++) {
        const to = shiftedCell(shift, row, area.column);
        if (to !== null) kept.push(to.row);
      }
      const moved = shiftedArea(shift, area);
      if (kept.length === 0) expect(moved).toBeNull();
      else expect(moved).toEqual({ ...area, row: kept[0], rows: (kept.at(-1) ?? 0) - (kept[0] ?? 0) + 1 });
    }),
  );
});
