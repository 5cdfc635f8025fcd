import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sharedExamples } from "../../shared-examples.ts";
import { readTracker } from "./read-tracker.ts";

const files = sharedExamples("trackers", "files");

describe.skipIf(files === null)("every example tracker", () => {
  it.each(files === null ? [] : readdirSync(files))(
    "%s is read, in order, without a garbled character",
    async (name) => {
      const { file, grids } = await readTracker(join(files ?? "", name));
      expect(file).toBe(name);
      expect(grids.some((grid) => grid.rows.length > 5)).toBe(true);
      for (const { rows } of grids) {
        const places = rows.flatMap(({ row, cells }) => cells.map((cell) => [row, cell.row, cell.column] as const));
        let last = 0;
        for (const [row, cellRow, column] of places) {
          expect(cellRow).toBe(row);
          expect(row * 20_000 + column).toBeGreaterThan(last);
          last = row * 20_000 + column;
        }
        const garbled = rows.flatMap(({ cells }) => cells.filter((cell) => /[\ufffd\u0080-\u009f]/.test(cell.text)));
        expect(garbled).toEqual([]);
      }
    },
  );
});
