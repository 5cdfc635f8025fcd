import { WorkbookProblem } from "../../excel/excel-workbook.ts";

/**
 * What went wrong, in words for the manager: a problem of the workbook says itself what to do, anything else is ours.
 *
 * @example problemWords(new WorkbookProblem("protected", 'The sheet "Cases" is protected. …')) is that sentence
 */
export function problemWords(error: unknown): string {
  if (error instanceof WorkbookProblem) return error.message;
  const told = error instanceof Error ? error.message : String(error);
  return `The pane met an error of its own: ${told.replace(/[.\s]+$/, "")}. Your own sheets are as they were. Try again; if it comes back, close the pane and open it anew.`;
}
