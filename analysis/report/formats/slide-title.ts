import type { FindingBlock, ReportSection, Text } from "../document/report-document.ts";

/** A section's finding as the title of its first slide; what else it says stands under it. */
export interface TitledSection {
  readonly title: { readonly text: Text; readonly isHint: boolean } | null;
  readonly rest: Text;
  readonly blocks: ReportSection["blocks"];
}

/** A first sentence of fewer letters may be no more than an abbreviation. */
const LEAST_SENTENCE = 40;

/** Takes the finding that a section begins with for its title: its first sentence, where it has several. */
export function titledSection({ blocks }: ReportSection): TitledSection {
  const [first, ...others] = blocks;
  if (first?.kind !== "finding") return { title: null, rest: [], blocks };
  const [text, rest] = firstSentence(first);
  return { title: { text, isHint: first.isHint }, rest, blocks: others };
}

function firstSentence({ text }: FindingBlock): [first: Text, rest: Text] {
  let before = 0;
  for (const [at, run] of text.entries()) {
    const words = typeof run === "string" ? run : run.strong;
    const end =
      typeof run === "string" ? /[.!?] (?=[A-Z])/.exec(words.slice(Math.max(0, LEAST_SENTENCE - before))) : null;
    if (end !== null) {
      const cut = Math.max(0, LEAST_SENTENCE - before) + end.index + 1;
      return [
        [...text.slice(0, at), words.slice(0, cut)],
        [words.slice(cut + 1), ...text.slice(at + 1)],
      ];
    }
    before += words.length;
  }
  return [text, []];
}
