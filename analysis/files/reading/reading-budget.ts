import { UserProblem } from "../../user-problem.ts";

/**
 * What reading one file may cost, over all its sheets. A full register of a large hospital has some hundred thousand
 * cells; the limits are there for files that would fill the memory of an office computer.
 */
export class ReadingBudget {
  #cells = 5_000_000;
  #places = 30_000_000;
  #formulaLetters = 400_000_000;

  /** A cell that is kept. */
  keepCell(): void {
    if (--this.#cells < 0) throw tooLarge("more than 5 million filled cells");
  }

  /** A cell that is met, empty ones too. */
  meetCell(): void {
    if (--this.#places < 0) throw tooLarge("more than 30 million cells");
  }

  keepFormula(letters: number): void {
    this.#formulaLetters -= letters;
    if (this.#formulaLetters < 0) throw tooLarge("formulas of hundreds of megabytes");
  }
}

function tooLarge(found: string): UserProblem {
  return new UserProblem(
    "too-large",
    `The file holds ${found}. A tracker is never that large; copy the sheets with the cases into a new workbook.`,
  );
}
