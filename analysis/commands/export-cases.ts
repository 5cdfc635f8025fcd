import type { NotCase, Question, TrackedCase, Understanding } from "../../sca/tracker/tracked-case.ts";

/** The cases of a tracker for other programs. */
export interface CaseExport {
  readonly format: "sca-import/1";
  readonly file: string;
  readonly cases: readonly Omit<TrackedCase, "notes">[];
  readonly notCases: readonly NotCase[];
  /** What a person has to settle; the same questions stand in the ledger's Review table. */
  readonly questions: readonly Question[];
}

/**
 * The export of what was understood. Only what the tracker states: a field that it does not state is absent.
 *
 * @example JSON.stringify(exportCases(understanding))
 */
export function exportCases({ file, cases, notCases, questions }: Understanding): CaseExport {
  return {
    format: "sca-import/1",
    file,
    cases: cases.map(({ notes: _, ...rest }) => rest),
    notCases,
    questions,
  };
}

/** The export as the text of a file. */
export function exportText(understanding: Understanding): string {
  return `${JSON.stringify(exportCases(understanding), null, 2)}\n`;
}
