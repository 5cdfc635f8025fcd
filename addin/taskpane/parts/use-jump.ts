import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";

/** Selects a cell of the workbook; what stands in the way is said. */
export function useJump(): (sheet: string, cell: string) => void {
  const { workbook, say } = usePane();
  return (sheet, cell) => {
    workbook.goTo(sheet, cell).then(
      () => say(`Selected ${sheet}, ${cell}.`),
      (error: unknown) => say(problemWords(error)),
    );
  };
}
