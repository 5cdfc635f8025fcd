import { useState } from "react";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";

/** Writes answers into the Review table, one at a time. */
export interface Answering {
  /** Why the last answer does not stand in the sheet, where it was one to this question. */
  problemOf(questionId: string): string | null;
  readonly isBusy: boolean;
  /** Resolves to true once the answer stands in the sheet; false where it does not, which `problemOf` then tells. */
  write(questionId: string, answer: string, holds: string): Promise<boolean>;
}

export function useAnswering(): Answering {
  const { workbook, say } = usePane();
  const [problem, setProblem] = useState<{ readonly key: string; readonly words: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  return {
    problemOf: (key) => (problem?.key === key ? problem.words : null),
    isBusy,
    write: async (key, answer, holds) => {
      if (isBusy) return false;
      setBusy(true);
      try {
        const cell = { table: "Review", keyHeading: "Question id", key, heading: "Answer" };
        await workbook.writeCell(cell, answer, holds === "" ? null : holds);
        setProblem(null);
        say(`Answered: ${answer}`);
        return true;
      } catch (error) {
        setProblem({ key, words: problemWords(error) });
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
