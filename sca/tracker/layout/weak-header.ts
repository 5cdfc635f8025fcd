import { DATA_SHAPES, shapeOfCell } from "../columns/cell-shape.ts";
import { headingLikeness } from "./header-lines.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

const LOOKED_AT = 12;
const LEAST_BELOW = 3;

function isShortText(line: SheetLine): boolean {
  for (const cell of line.cells.values()) {
    if (cell.kind !== "text" || cell.text.trim().length > 32 || /\d{3,}|[.!]\s/.test(cell.text)) return false;
    if (DATA_SHAPES.has(shapeOfCell(cell))) return false;
  }
  return true;
}

/** Whether a cell holds what headings never do: figures, dates, ids or running text. */
function isData(line: SheetLine, position: number): boolean {
  const cell = line.cells.get(position);
  return cell !== undefined && (DATA_SHAPES.has(shapeOfCell(cell)) || cell.text.length > 45 || /\d/.test(cell.text));
}

/**
 * The line that heads a table whose headings are mostly no known words ("when | mom / baby | what happened so far"), or
 * null: short texts without figures, over lines that fill the same columns with data. Only for sheets without any other header.
 */
export function weakHeader(lines: SheetLines): number | null {
  for (const [index, line] of lines.lines.slice(0, LOOKED_AT).entries()) {
    if (line.cells.size < 2 || line.carried.size > 0 || !isShortText(line)) continue;
    const positions = [...line.cells.keys()];
    const below = lines.lines.slice(index + 1, index + 25).filter((other) => other.cells.size >= 2);
    if (below.length < LEAST_BELOW) continue;
    const covered = below.filter((other) =>
      [...other.cells.keys()].every((position) => positions.includes(position)),
    ).length;
    const columnsOfData = positions.filter(
      (position) => below.filter((other) => isData(other, position)).length >= below.length * 0.6,
    ).length;
    const known = [...line.cells.values()].some((cell) => headingLikeness(cell).score >= 0.4);
    if (
      covered >= below.length * 0.8 &&
      columnsOfData >= Math.max(1, Math.floor(positions.length / 2)) &&
      (known || columnsOfData === positions.length)
    )
      return line.at;
  }
  return null;
}
