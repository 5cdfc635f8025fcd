import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import type { LineDraft } from "./line-draft.ts";
import { readLineKind } from "./line-kind.ts";
import { entryDayOf } from "./resolve-dates.ts";

/**
 * Takes up a cell whose column tells of the line itself rather than of a field of the case: its number, its kind, whether
 * it is an example, the parts of a name that are joined later. False for every other meaning.
 *
 * @example a cell "0250" in a column of case numbers makes it the line's case number
 */
export function readLineMark(draft: LineDraft, meaning: Meaning, cell: Cell, column: FieldColumn | null): boolean {
  switch (meaning) {
    case "caseNumber":
      draft.caseNumber = cell.text.trim();
      return true;
    case "parentCase":
      draft.parentCase = cell.text.trim();
      return true;
    case "entryDate":
      draft.entryDay = entryDayOf(draft, cell);
      draft.kept.add(cell);
      return true;
    case "lineKind":
      readLineKind(draft, cell.text);
      draft.kept.add(cell);
      return true;
    case "testFlag":
      if (/^\s*(?:true|yes|y|x|1|test)\s*$/i.test(cell.text)) draft.marks.example = true;
      draft.kept.add(cell);
      return true;
    case "duplicateOf":
      if (!/^\s*(?:no|n|false|0)\s*$/i.test(cell.text)) draft.marks.duplicate = true;
      draft.kept.add(cell);
      return true;
    case "networkStatus":
      if (
        /^\s*(?:inn|in|par|in[- ]net(?:work)?|yes)\s*$/i.test(cell.text) &&
        /oon|out/i.test(column?.text ?? "") === false
      )
        draft.marks.notSca = true;
      draft.kept.add(cell);
      return true;
    case "patientMiddle":
      draft.middleName = cell.text.trim();
      return true;
    case "patientSuffix":
      draft.nameSuffix = cell.text.trim();
      return true;
    case "patientFirst":
      draft.firstName = cell.text.trim();
      draft.nameCells.push(cell);
      return true;
    case "patientLast":
      draft.lastName = cell.text.trim();
      draft.nameCells.push(cell);
      return true;
    case "modifier":
      draft.modifierText = cell.text;
      return true;
    case "appealOutcome":
      draft.appeal = { ...draft.appeal, outcome: cell.text, cell };
      draft.kept.add(cell);
      return true;
    case "appealDecided":
      draft.appeal = { ...draft.appeal, decided: cell };
      draft.kept.add(cell);
      return true;
    default:
      return false;
  }
}
