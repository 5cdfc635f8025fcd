import { shapeOfCell } from "../columns/cell-shape.ts";
import { isTick } from "../columns/tick-columns.ts";
import type { Cell } from "../grid.ts";
import type { Outcome } from "../tracked-case.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import { readDay } from "./read-date-value.ts";

const readDecided = readDay("decided");

/** Reads a column that stands for one answer: a mark in it is that answer, a date also says when it came. */
export function readTick(draft: LineDraft, cell: Cell, outcome: Outcome, trust: number): void {
  const dated = shapeOfCell(cell) === "date";
  if (!dated && !isTick(cell.text)) return;
  claim(draft, "outcome", outcome, { cell, trust: outcome === "pending" ? Math.min(trust, 0.7) : trust });
  if (dated && outcome !== "withdrawn" && outcome !== "pending")
    readDecided(draft, { cell, text: cell.text, trust, packed: false });
}
