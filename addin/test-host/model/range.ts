import { invalidReference } from "../rich-api/host-error.ts";
import { type Area, areaAt } from "./area.ts";
import type { SheetModel } from "./sheet.ts";
import type { WorkbookModel } from "./workbook.ts";

/** What `Excel.Range` stands for: cells of one sheet. It moves with them; once they are deleted it is InvalidReference. */
export class RangeModel {
  readonly workbook: WorkbookModel;
  readonly #at: { area: Area | null; readonly sheet: SheetModel };

  constructor(workbook: WorkbookModel, sheet: SheetModel, area: Area) {
    this.workbook = workbook;
    this.#at = { area: areaAt(area.row, area.column, area.rows, area.columns), sheet };
    workbook.movers.add(new WeakRef(this.#at));
  }

  get sheet(): SheetModel {
    return this.#at.sheet;
  }

  get area(): Area {
    if (this.#at.area === null) throw invalidReference();
    return this.#at.area;
  }

  /** Another range on the same sheet; InvalidArgument where it would leave the sheet. */
  to(area: Area): RangeModel {
    return new RangeModel(this.workbook, this.sheet, area);
  }
}
