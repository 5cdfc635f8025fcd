import type { RangeModel } from "../model/range.ts";
import type { HostObject } from "../rich-api/host-object.ts";

interface Bound {
  worksheet(range: RangeModel): HostObject;
  tables(range: RangeModel): HostObject;
}

let bound: Bound | null = null;

/** Ranges lead to sheets and tables, which lead back to ranges: the files of these tell their part here when they load. */
export function bindLate(parts: Bound): void {
  bound = parts;
}

function parts(): Bound {
  if (bound === null) throw new Error("the surface is not whole: load it through workbook-surface.ts");
  return bound;
}

export function worksheetOf(range: RangeModel): HostObject {
  return parts().worksheet(range);
}

export function tablesIn(range: RangeModel): HostObject {
  return parts().tables(range);
}
