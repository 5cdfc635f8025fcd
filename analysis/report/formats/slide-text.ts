import type pptxgen from "pptxgenjs";
import type { FiguresBlock, ListBlock, Text } from "../document/report-document.ts";
import { HINT_WORDS } from "./html.ts";
import { OFFICE_COLOURS } from "./office-look.ts";
import { type SizedPart, SLIDE, type SlidePart, SMALLEST_READ } from "./slide-part.ts";

/** A list leaves room for the line that leads to it. */
const MOST_OF_A_SLIDE = (SLIDE.bottom - SLIDE.top) * 0.9;

/** How a line of a list begins. */
type Bullet = true | { readonly type: "number"; readonly numberStartAt: number } | null;

/** Runs of a text as the library takes them. One without letters would take the number or bullet of its line with it. */
export function runs(text: Text): pptxgen.TextProps[] {
  return text
    .map((run) => (typeof run === "string" ? { text: run } : { text: run.strong, options: { bold: true } }))
    .filter((run) => run.text !== "");
}

/** The runs of a finding: one that is no more than a hint says so first. */
export function findingRuns(text: Text, isHint: boolean): pptxgen.TextProps[] {
  const hint = { text: `${HINT_WORDS} `, options: { bold: true, color: OFFICE_COLOURS.warning } };
  return [...(isHint ? [hint] : []), ...runs(text)];
}

/** How many lines a text takes across a slide, rather one too many; `size` in points, `letter` over the size. */
export function linesOf(text: string, size: number, letter = 0.52): number {
  const across = (SLIDE.inner * 72) / (size * letter);
  return Math.max(1, Math.ceil(text.length / across));
}

/** The letters of runs without their weight. */
export function plain(run: readonly pptxgen.TextProps[]): string {
  return run.map(({ text }) => text ?? "").join("");
}

/** Paragraphs, or the lines of a list, of a size in points. */
export function textPart(texts: readonly Text[], bullet: Bullet, fontSize: number): SlidePart {
  const lines = texts.map(runs);
  const count = lines.reduce((sum, line) => sum + linesOf(plain(line), fontSize), 0);
  const height = (count * fontSize * 1.25) / 72 + lines.length * 0.08;
  const all = lines.flatMap((line) =>
    line.map(
      (run, at): pptxgen.TextProps => ({
        ...run,
        options: {
          ...run.options,
          ...(at === 0 && bullet !== null ? { bullet, indentLevel: 0 } : {}),
          breakLine: at === line.length - 1,
        },
      }),
    ),
  );
  return {
    height,
    caption: null,
    put: (slide, y) => {
      const box = { x: SLIDE.left, y, w: SLIDE.inner, h: height };
      slide.addText(all, { ...box, fontSize, color: OFFICE_COLOURS.ink, valign: "top", margin: 0, paraSpaceAfter: 5 });
    },
  };
}

/** The items of a list, in pieces where they are more than a slide has room for. */
export function listParts({ items, isNumbered }: ListBlock, sizeOf: (size: number) => number): SizedPart[] {
  const pieces: Text[][] = [[]];
  for (const item of items) {
    const piece = pieces.at(-1) ?? [];
    const isFull = textPart([...piece, item], true, SMALLEST_READ).height > MOST_OF_A_SLIDE;
    if (isFull && piece.length > 0) pieces.push([item]);
    else piece.push(item);
  }
  return pieces.map((piece, at) => {
    const numberStartAt = 1 + pieces.slice(0, at).reduce((sum, { length }) => sum + length, 0);
    const bullet: Bullet = isNumbered ? { type: "number", numberStartAt } : true;
    return (size) => textPart(piece, bullet, sizeOf(size));
  });
}

/** A finding within a slide, behind a bar. */
export function findingPart(text: Text, isHint: boolean): SlidePart {
  const all = findingRuns(text, isHint);
  const height = linesOf(plain(all), 20) * 0.36 + 0.1;
  return {
    height,
    caption: null,
    put: (slide, y) => {
      const bar = { x: SLIDE.left, y, w: 0.05, h: height };
      slide.addShape("rect", { ...bar, fill: { color: OFFICE_COLOURS.accent } });
      slide.addText(all, {
        ...{ x: SLIDE.left + 0.2, y, w: SLIDE.inner - 0.2, h: height },
        ...{ fontSize: 20, color: OFFICE_COLOURS.ink, valign: "middle", margin: 0 },
      });
    },
  };
}

/** Large figures, four in a row, each over what it is. */
export function figureParts({ figures }: FiguresBlock): SizedPart[] {
  const across = Math.min(4, Math.max(1, figures.length));
  const width = SLIDE.inner / across;
  const rows: SizedPart[] = [];
  for (let at = 0; at < figures.length; at += across) {
    const row = figures.slice(at, at + across);
    rows.push((size) => {
      const height = size * 0.13;
      const put = (slide: pptxgen.Slide, y: number): void => {
        row.forEach(({ value, label }, place) => {
          const text = [
            { text: value, options: { fontSize: size * 2.2, bold: true, color: OFFICE_COLOURS.ink, breakLine: true } },
            { text: label, options: { fontSize: size - 2, color: OFFICE_COLOURS.quiet } },
          ];
          const box = { x: SLIDE.left + place * width, y, w: width - 0.3, h: height };
          slide.addText(text, { ...box, valign: "top", margin: 0 });
        });
      };
      return { height, caption: null, put };
    });
  }
  return rows;
}
