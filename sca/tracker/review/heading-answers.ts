import { addressOf } from "../grid.ts";
import { MEANINGS, type Meaning } from "../headings/meaning.ts";
import type { FieldColumn, SheetLayout } from "../layout/sheet-layout.ts";
import { placeOnSheet } from "../layout/sheet-lines.ts";
import type { Answer } from "../tracked-case.ts";

/** What the manager said that a heading means. */
export interface HeadingAnswer {
  readonly sheet: string;
  /** The cell in which the heading stood then. */
  readonly cell: string;
  /** The heading's text then; undefined where it was not kept. */
  readonly heading: string | undefined;
  readonly meaning: Meaning;
}

const QUESTION = /^heading:(.*)!([A-Z]+\d+)$/s;

/**
 * The id under which the meaning of a heading is answered.
 *
 * @example headingQuestion("Log", "J1") is "heading:Log!J1"
 */
export function headingQuestion(sheet: string, cell: string): string {
  return `heading:${sheet}!${cell}`;
}

/** True for the id of an answer about a heading. */
export function isHeadingQuestion(id: string): boolean {
  return QUESTION.test(id);
}

/** The answer as one about a heading; null for any other, and for a meaning that there is not. */
export function headingAnswer({ question, answer, found }: Answer): HeadingAnswer | null {
  const [, sheet, cell] = QUESTION.exec(question) ?? [];
  const meaning = MEANINGS.find((known) => known === answer.trim());
  if (sheet === undefined || cell === undefined || meaning === undefined) return null;
  return { sheet, cell, heading: found === undefined ? undefined : plain(found), meaning };
}

/**
 * The columns of a sheet whose heading was answered: the one at the place that was named while it says the same, else the
 * only one of the sheet that does, since rows and columns move. An answer whose heading is gone, or stands twice elsewhere,
 * holds for none.
 */
export function answeredColumns(layout: SheetLayout, answers: readonly HeadingAnswer[]): Map<FieldColumn, Meaning> {
  const answered = new Map<FieldColumn, Meaning>();
  const own = answers.filter(({ sheet }) => sheet === (layout.lines.sheet ?? ""));
  if (own.length === 0) return answered;
  const headed = [...layout.sets.values()].flat().flatMap((column) => {
    const cell = column.headingCell;
    return cell === null ? [] : [{ column, text: plain(column.text), at: addressOf(placeOnSheet(layout.lines, cell)) }];
  });
  for (const { cell, heading, meaning } of own) {
    const alike = headed.filter(({ text }) => heading === undefined || text === heading);
    const there = alike.filter(({ at }) => at === cell);
    const found = there.length > 0 ? there : heading === undefined || alike.length > 1 ? [] : alike;
    for (const { column } of found) answered.set(column, meaning);
  }
  return answered;
}

/** What a workbook keeps of a text, whichever program saved it. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
