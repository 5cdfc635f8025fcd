import type { BuiltCase } from "../cases/build-case.ts";
import type { SheetFacts } from "../cases/settle-cases.ts";
import { ANSWER_TRUST, type Claim, type FieldName } from "../claims/claim.ts";
import { LINE_FIELDS } from "../claims/line-fields.ts";
import type { DateOrder } from "../dates/date-order.ts";
import type { Answers } from "./answers.ts";
import { answeredKeys, choicesOf, questionPlace } from "./questions.ts";
import { readAnswer } from "./read-answer.ts";

/**
 * Puts the manager's answers into the lines that were asked about, as claims that outweigh all others. Says whether any
 * was put in: then the cases have to be settled once more. An answer that cannot be read as a value of its field, or was
 * given for another text of the cell, changes nothing, and its question stays open.
 */
export function applyAnswers(
  sheets: readonly SheetFacts[],
  cases: readonly BuiltCase[],
  answers: Answers,
  order: DateOrder,
): boolean {
  if (answers.byKey.size === 0) return false;
  let applied = false;
  for (const built of cases) {
    for (const doubt of built.doubts) {
      const place = questionPlace(built, doubt);
      const [answer] = answeredKeys(place.id, doubt, answers);
      if (answer === undefined) continue;
      const value = readAnswer(answer, doubt.field, choicesOf(doubt), order);
      if (value === undefined) continue;
      for (const sheet of sheets) {
        if (sheet.sheet !== place.sheet) continue;
        for (const line of sheet.facts) {
          if (
            !line.record.values.some((own) => own.cell.row === doubt.cell.row && own.cell.column === doubt.cell.column)
          )
            continue;
          if (LINE_FIELDS.includes(doubt.field as FieldName)) {
            const claim = {
              field: doubt.field,
              value,
              trust: ANSWER_TRUST,
              cell: doubt.cell,
              origin: "column",
            } as Claim;
            line.claims.push(claim);
            applied = true;
          }
          for (const service of line.services) {
            const at = service.doubts.findIndex((own) => own.field === doubt.field);
            if (at < 0) continue;
            service.doubts.splice(at, 1);
            if (doubt.field !== "code" && value !== null) Object.assign(service, { [doubt.field]: value });
            applied = true;
          }
        }
      }
    }
  }
  return applied;
}
