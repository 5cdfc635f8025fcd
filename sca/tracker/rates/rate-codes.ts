import type { CodeMention } from "../codes/code-mention.ts";

interface Tied {
  readonly start: number;
  readonly end: number;
  readonly role: string;
  code?: string;
  codeEnding?: string;
}

const NEAR =
  /^[\s:=@(–—-]{0,6}(?:at|for|is|@|rate|to be|pays|paid at|was|now|of)?[\s:=@($–—-]{0,4}(?:[a-z' ]{0,24}?(?:said|asked|offered|countered|got|wants?|agreed|settled)\s(?:at|on)?\s?)?["':)]{0,3}\s?$/i;
const PARTS = /[;\n|]|,(?!\d{3}(?!\d))|\s(?:&|and|\+|\/)\s|\.\s/g;

function partsOf(text: string): number[] {
  return [0, ...[...text.matchAll(PARTS)].map((match) => match.index + match[0].length), text.length];
}

/**
 * Gives each figure the code it is for, where the text pairs them: "90791 $150, 90837 $120" or "$150 90791, $120 90837".
 * A part of the text with one code and one figure pairs them; several codes with one figure do not.
 */
export function tieCodes(text: string, codes: readonly CodeMention[], figures: readonly Tied[]): void {
  if (figures.length > 0) tieEndings(text, codes, figures);
  if (codes.length === 0 || figures.length === 0) return;
  const borders = partsOf(text);
  let codeAt = 0;
  let figureAt = 0;
  for (let part = 1; part < borders.length; part += 1) {
    const end = borders[part] ?? text.length;
    const inCodes: CodeMention[] = [];
    const inFigures: Tied[] = [];
    for (let code = codes[codeAt]; code !== undefined && code.start < end; code = codes[++codeAt]) inCodes.push(code);
    for (let figure = figures[figureAt]; figure !== undefined && figure.start < end; figure = figures[++figureAt]) {
      inFigures.push(figure);
    }
    const [code] = inCodes;
    if (code !== undefined && inCodes.length === 1) {
      // Two prices after one code are an ask and an answer; the part ends where the code's sentence does.
      for (const figure of inFigures) if (!code.range) figure.code = code.code;
    } else if (inCodes.length > 1 && inCodes.length === inFigures.length) {
      inCodes.forEach((one, at) => {
        const figure = inFigures[at];
        const next = inFigures[at + 1];
        const later = inCodes[at + 1];
        if (figure === undefined || one.range) return;
        const codeFirst = one.start < figure.start && (later === undefined || figure.start < later.start);
        const rateFirst = figure.start < one.start && (next === undefined || one.start < next.start);
        const [from, to] = codeFirst ? [one.end, figure.start] : [figure.end, one.start];
        if ((codeFirst || rateFirst) && NEAR.test(text.slice(from, to))) figure.code = one.code;
      });
    }
  }
}

/** "53 $16, 55 $28": figures behind the last two digits of codes that the case has elsewhere. */
function tieEndings(text: string, codes: readonly CodeMention[], figures: readonly Tied[]): void {
  if (codes.length > 0) return;
  for (const figure of figures) {
    const match = /(?:^|[\s,;/|(])(?:'|x)?(\d{2})\s?(?:[:=@-]|at)?\s?$/.exec(
      text.slice(Math.max(0, figure.start - 8), figure.start),
    );
    const money = /^\$|^\d+\.\d{2}/.test(text.slice(figure.start, figure.end));
    if (match?.[1] !== undefined && money) figure.codeEnding = match[1];
  }
}
