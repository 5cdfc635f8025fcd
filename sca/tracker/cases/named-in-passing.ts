import { foldWord } from "../people/given-names.ts";
import { type CaseLines, valueOn } from "./case-lines.ts";

/**
 * The earlier case whose patient's family name stands in a cell that is no full name: "gorecki ext" after "Gorecki, Stan".
 * Undefined where no patient, or more than one, is named.
 */
export function caseNamedIn(text: string, cases: readonly CaseLines[]): CaseLines | undefined {
  const words = new Set(
    text
      .split(/[^\p{L}'’-]+/u)
      .map(foldWord)
      .filter((word) => word.length >= 4),
  );
  const fitting = cases.filter((one) => {
    const [head] = one.lines;
    const name = head === undefined ? undefined : valueOn(head, "patient");
    const family = name
      ?.replace(/\s+(?:jr|sr|[iv]+)\.?$/i, "")
      .split(" ")
      .pop();
    return family !== undefined && words.has(foldWord(family));
  });
  const people = new Set(fitting.map((one) => one.lines[0] && valueOn(one.lines[0], "patient")));
  return people.size === 1 ? fitting[fitting.length - 1] : undefined;
}
