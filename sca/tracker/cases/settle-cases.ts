import type { LineFacts } from "../claims/line-facts.ts";
import { rowsOf } from "../layout/join-heads.ts";
import type { ShareTold } from "../share-told.ts";
import type { NotCase } from "../tracked-case.ts";
import { type BuiltCase, buildCase } from "./build-case.ts";
import type { CaseLines } from "./case-lines.ts";
import { checkCase } from "./check-case.ts";
import { groupLines } from "./group-lines.ts";
import { mergeCopies } from "./merge-copies.ts";

export interface SheetFacts {
  readonly sheet: string | null;
  readonly columnwise: boolean;
  readonly facts: readonly LineFacts[];
}

/** Groups all lines into cases, builds and checks each, and makes one of copies of a case on several sheets. */
export function settleCases(
  sheets: readonly SheetFacts[],
  told: ShareTold = () => {},
): { cases: BuiltCase[]; notCases: NotCase[] } {
  const lines = sheets.reduce((sum, { facts }) => sum + facts.length, 0);
  let settled = 0;
  const settledLine = (): void => told(++settled / lines);
  const groups: CaseLines[] = [];
  const notCases: NotCase[] = [];
  for (const { sheet, columnwise, facts } of sheets) {
    const usable = facts.filter((line) => {
      const kind = line.marks.example
        ? "example"
        : line.marks.duplicate
          ? "duplicate"
          : line.marks.notSca
            ? "notSca"
            : null;
      if (kind !== null && line.record.block === null) notCases.push({ sheet, rows: [line.record.at], kind });
      return kind === null || line.record.block !== null;
    });
    groups.push(...groupLines(sheet, columnwise, usable, groups, settledLine));
  }
  const built: BuiltCase[] = [];
  for (const group of groups) {
    const one = buildCase(group);
    const { tracked } = one;
    if (tracked.patient === undefined && tracked.memberId === undefined && !tracked.review.includes("patient")) {
      notCases.push({
        sheet: group.sheet,
        rows: group.lines.flatMap((line) => rowsOf(line.facts.record)),
        kind: "note",
      });
      continue;
    }
    built.push(checkCase(one, group));
  }
  const cases = mergeCopies(built);
  // A number until the ledger gives the id: questions name their case by it.
  cases.forEach((one, index) => {
    one.tracked.id = `case ${index + 1}`;
  });
  return { cases, notCases };
}
