import type { Cell } from "../grid.ts";
import type { Outcome } from "../tracked-case.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";

const COLOUR_WORD = /^\s*(?:light |dark |pale )?(?:green|yellow|red|orange|purple|blue|gr[ae]y|pink|white|tan|teal|lavender|peach|no (?:color|colour|fill)|blank)\s*$/i;

/**
 * What fills stand for, from lines that are no cases: a coloured cell beside a text, or a coloured text that is itself an
 * answer. Fills that explain nothing, or two answers, are left out.
 */
export function colourLegend(lines: Iterable<{ readonly cells: readonly Cell[]; readonly fills: ReadonlyMap<number, string> }>): Map<string, Outcome> {
  const found = new Map<string, Set<Outcome>>();
  for (const { cells, fills } of lines) {
    if (cells.length === 0 || cells.length > 12) continue;
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    for (const [column, fill] of fills) {
      const own = byColumn.get(column);
      const beside = byColumn.get(column + 1) ?? byColumn.get(column + 2);
      const text = own && !COLOUR_WORD.test(own.text) ? own.text : beside && !fills.has(beside.column) ? beside.text : COLOUR_WORD.test(own?.text ?? "") ? beside?.text : undefined;
      if (text === undefined || text.length > 90) continue;
      const outcome = readOutcome(text.replace(/^[^=]*=\s*/, ""));
      if (!outcome || outcome.confidence < 0.5) continue;
      const known = found.get(fill) ?? new Set();
      known.add(outcome.outcome);
      found.set(fill, known);
    }
  }
  return new Map([...found].filter(([, outcomes]) => outcomes.size === 1).map(([fill, outcomes]) => [fill, [...outcomes][0] as Outcome]));
}
