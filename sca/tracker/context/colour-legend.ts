import type { Cell } from "../grid.ts";
import type { Outcome } from "../tracked-case.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";

const COLOUR_WORD =
  /^\s*(?:light |dark |pale )?(?:green|yellow|red|orange|purple|blue|gr[ae]y|pink|white|tan|teal|lavender|peach|no (?:color|colour|fill)|blank)\s*$/i;

/** What a fill stands for: the outcome, and whether the letter is there, where the key says that too. */
export interface ColourMeaning {
  readonly outcome: Outcome;
  readonly written?: boolean;
}

/**
 * What fills stand for, from lines that are no cases: a coloured cell beside a text, or a coloured text that is itself an
 * answer. Fills that explain nothing, or two answers, are left out.
 *
 * @example a green cell with "LOA signed both sides, in chart" makes green { outcome: "approved", written: true }
 */
export function colourLegend(
  lines: Iterable<{ readonly cells: readonly Cell[]; readonly fills: ReadonlyMap<number, string> }>,
): Map<string, ColourMeaning> {
  const found = new Map<string, ColourMeaning[]>();
  for (const { cells, fills } of lines) {
    if (cells.length === 0 || cells.length > 12) continue;
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    for (const [column, fill] of fills) {
      const own = byColumn.get(column);
      const beside = byColumn.get(column + 1) ?? byColumn.get(column + 2);
      const text =
        own && !COLOUR_WORD.test(own.text)
          ? own.text
          : beside && !fills.has(beside.column)
            ? beside.text
            : COLOUR_WORD.test(own?.text ?? "")
              ? beside?.text
              : undefined;
      if (text === undefined || text.length > 90) continue;
      const answer = readOutcome(text.replace(/^[^=]*=\s*/, ""));
      if (!answer || answer.confidence < 0.5) continue;
      found.set(fill, [
        ...(found.get(fill) ?? []),
        { outcome: answer.outcome, ...(answer.written === undefined ? {} : { written: answer.written }) },
      ]);
    }
  }
  const legend = new Map<string, ColourMeaning>();
  for (const [fill, meanings] of found) {
    const [first] = meanings;
    if (!first || meanings.some((meaning) => meaning.outcome !== first.outcome)) continue;
    const letters = new Set(meanings.map((meaning) => meaning.written));
    legend.set(fill, letters.size === 1 ? first : { outcome: first.outcome });
  }
  return legend;
}
