import { announceChange } from "../model/announce.ts";
import type { Area } from "../model/area.ts";
import { ADD_IN } from "../model/events.ts";
import type { RangeModel } from "../model/range.ts";
import type { CellValue } from "../model/typed-input.ts";
import { invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import type { HostType } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";

interface SortField {
  readonly key: number;
  readonly ascending: boolean;
}

function fieldsOf(input: WireValue): readonly SortField[] {
  if (!Array.isArray(input)) throw invalidArgument();
  return (input as readonly { readonly [member: string]: WireValue }[]).map((field) => {
    const others = Object.keys(field).filter((name) => name !== "key" && name !== "ascending");
    if (others.length > 0) throw new NotModelled(`SortField.${others[0]}`);
    if (typeof field["key"] !== "number") throw invalidArgument();
    return { key: field["key"], ascending: field["ascending"] !== false };
  });
}

/** Numbers come before text, text before logical values, errors after these; blanks are last either way ("Sort data", Microsoft Support). */
function rank(value: CellValue): number {
  if (value === "") return 4;
  if (typeof value === "number") return 0;
  if (typeof value === "boolean") return 2;
  return value.startsWith("#") ? 3 : 1;
}

function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  if (rank(a) === 4 || rank(b) === 4) return rank(a) - rank(b);
  const order =
    rank(a) - rank(b) ||
    (typeof a === "string" && typeof b === "string" ? a.localeCompare(b, "en-US") : Number(a) - Number(b));
  return ascending ? order : -order;
}

/** Sorts the rows of an area by its columns. Formulas that speak of their own row move along; others are NotModelled. */
export function sortRows(range: RangeModel, area: Area, input: WireValue): void {
  const { workbook, sheet } = range;
  workbook.assertEditable(sheet, area, "allowSort");
  const fields = fieldsOf(input);
  const rows = Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) => {
      const content = sheet.cells.at(area.row + down, area.column + right);
      if (content?.formula !== undefined && !content.formula.includes("[#This Row]")) {
        throw new NotModelled(`sorting the formula ${content.formula}`);
      }
      return content;
    }),
  );
  const value = (down: number, key: number): CellValue => {
    return workbook.valueOf(sheet, area.row + down, area.column + key, rows[down]?.[key]);
  };
  const order = rows
    .map((_, at) => at)
    .sort((a, b) => {
      for (const { key, ascending } of fields) {
        const difference = compare(value(a, key), value(b, key), ascending);
        if (difference !== 0) return difference;
      }
      return a - b;
    });
  for (const [to, from] of order.entries()) {
    for (const [right, content] of (rows[from] ?? []).entries()) {
      sheet.cells.put(area.row + to, area.column + right, content ?? null);
    }
  }
  announceChange(workbook, sheet, area, "RangeEdited", ADD_IN);
}

/** `Excel.RangeSort`. Formats do not move along. */
export const RANGE_SORT: HostType<RangeModel> = {
  name: "RangeSort",
  methods: {
    apply: (range, args) => {
      const { area } = range;
      if (args.flag(1) || args.given(3)) throw new NotModelled("RangeSort.apply() with matchCase or an orientation");
      const skip = args.flag(2) ? 1 : 0;
      sortRows(range, { ...area, row: area.row + skip, rows: area.rows - skip }, args.raw(0));
    },
  },
};
