import type { ColumnMeaning } from "../columns/column-meaning.ts";
import type { Cell } from "../grid.ts";
import type { FieldColumn, RecordLine } from "../layout/sheet-layout.ts";
import { nameByShape } from "../people/name-by-shape.ts";
import { readPatientName } from "../people/patient-name.ts";
import { matchPayer } from "../vocabulary/payers.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import { readHeadCell } from "./read-head-cell.ts";
import { READERS } from "./read-value.ts";

/** Whether this cell is where a block's heading names its patient: the first that nothing labels, where no label does. */
function namesPatient(cell: Cell, record: RecordLine, meanings: ReadonlyMap<FieldColumn, ColumnMeaning>): boolean {
  if (record.role !== "banner") return false;
  if (record.values.some((value) => value.column && meanings.get(value.column)?.meanings.includes("patient")))
    return false;
  return (
    record.values.find((value) => value.column === null && /\p{L}{2}|\p{L}\./u.test(value.cell.text))?.cell === cell
  );
}

/** A cell that no heading explains: a block's patient, a payer's name alone, or a remark. */
export function readLoose(
  draft: LineDraft,
  cell: Cell,
  record: RecordLine,
  meanings: ReadonlyMap<FieldColumn, ColumnMeaning>,
): void {
  if (namesPatient(cell, record, meanings)) {
    READERS.patient?.(draft, { cell, text: cell.text, trust: 0.9, packed: nameByShape(cell.text) === null });
    const reading = readPatientName(cell.text);
    if (reading && reading.leftover.length === 0) return;
  } else if (readHeadCell(draft, cell, record)) {
    draft.kept.add(cell);
    return;
  } else if (record.role === "banner" && !/\d/.test(cell.text)) {
    const payer = matchPayer(cell.text);
    if (payer && payer.confidence >= 0.85 && payer.how !== "as written" && !payer.ambiguous) {
      claim(draft, "payer", payer.payer, { cell, trust: 0.85, origin: "packed" });
    }
  }
  draft.rest.push({ cell, text: cell.text, trust: 0.68 });
}
