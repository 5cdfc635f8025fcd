import type pptxgen from "pptxgenjs";
import type { FiguresBlock, ReportBlock, ReportDocument, Text } from "../document/report-document.ts";
import type { DrawChart } from "./chart-png.ts";
import { HINT_WORDS } from "./html.ts";
import { OFFICE_COLOURS } from "./office-look.ts";
import { chartPart } from "./pptx-chart.ts";
import { tableParts } from "./pptx-table.ts";
import { SLIDE, type SlidePart } from "./slide-part.ts";

/** A slide to be made: a title that no other slide has, and its parts from top to bottom. */
export interface SlideDraft {
  readonly title: string;
  readonly parts: readonly SlidePart[];
}

const TEXT_SIZE = 16;
const NOTE_SIZE = 12;
/** A line of text, in inches. */
const LINE = 0.3;
const GAP = 0.18;

/** The slides of a report: each section begins one, and goes on over as many as it needs. */
export async function slidesOf({ sections }: ReportDocument, draw: DrawChart): Promise<SlideDraft[]> {
  const slides: SlideDraft[] = [];
  for (const { heading, blocks } of sections) {
    const parts: SlidePart[] = [];
    for (const block of blocks) parts.push(...(await partsOf(block, draw)));
    const pages = pagesOf(parts);
    pages.forEach((page, at) => {
      slides.push({ title: titleOf(heading, at), parts: page });
    });
  }
  return slides;
}

/** The small print, on slides of its own at the end. */
export function noteSlides({ notes }: ReportDocument): SlideDraft[] {
  const pages = pagesOf(notes.map((note) => textPart([runs(note)], null, NOTE_SIZE)));
  return notes.length === 0 ? [] : pages.map((parts, at) => ({ title: titleOf("Notes", at), parts }));
}

/** A number after the title, not "2 of 2": a reader who looks for small counts should find none. */
function titleOf(heading: string, at: number): string {
  return at === 0 ? heading : `${heading}, continued${at > 1 ? ` ${at}` : ""}`;
}

function pagesOf(parts: readonly SlidePart[]): SlidePart[][] {
  const pages: SlidePart[][] = [];
  let room = 0;
  for (const part of parts) {
    const page = pages.at(-1);
    if (page === undefined || part.height > room) {
      pages.push([part]);
      room = SLIDE.bottom - SLIDE.top - part.height - GAP;
    } else {
      page.push(part);
      room -= part.height + GAP;
    }
  }
  return pages.length === 0 ? [[]] : pages;
}

/** Puts a slide's parts under each other. */
export function putParts(slide: pptxgen.Slide, parts: readonly SlidePart[]): void {
  let top: number = SLIDE.top;
  for (const { height, put } of parts) {
    put(slide, top);
    top += height + GAP;
  }
}

async function partsOf(block: ReportBlock, draw: DrawChart): Promise<SlidePart[]> {
  switch (block.kind) {
    case "paragraph":
      return [textPart([runs(block.text)], null)];
    case "finding":
      return [findingPart(block.text, block.isHint)];
    case "list":
      return [textPart(block.items.map(runs), block.isNumbered ? { type: "number" } : true)];
    case "figures":
      return figureParts(block);
    case "table":
      return tableParts(block);
    case "chart":
      return [chartPart(block, block.bars === null ? await draw(block) : null), ...tableParts(block.table)].flat();
  }
}

/** A run without letters would take the number or bullet of its line with it. */
function runs(text: Text): pptxgen.TextProps[] {
  return text
    .map((run) => (typeof run === "string" ? { text: run } : { text: run.strong, options: { bold: true } }))
    .filter((run) => run.text !== "");
}

function linesOf(text: string, size: number): number {
  const across = (SLIDE.inner * 72) / (size * 0.52);
  return Math.max(1, Math.ceil(text.length / across));
}

function plain(run: readonly pptxgen.TextProps[]): string {
  return run.map(({ text }) => text ?? "").join("");
}

function textPart(
  lines: readonly (readonly pptxgen.TextProps[])[],
  bullet: true | { readonly type: "number" } | null,
  fontSize = TEXT_SIZE,
): SlidePart {
  const count = lines.reduce((sum, line) => sum + linesOf(plain(line), fontSize), 0);
  const height = (count * LINE * fontSize) / TEXT_SIZE + lines.length * 0.08;
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
    put: (slide, y) => {
      const box = { x: SLIDE.left, y, w: SLIDE.inner, h: height };
      slide.addText(all, { ...box, fontSize, color: OFFICE_COLOURS.ink, valign: "top", margin: 0, paraSpaceAfter: 5 });
    },
  };
}

function findingPart(text: Text, isHint: boolean): SlidePart {
  const hint = { text: `${HINT_WORDS} `, options: { bold: true, color: OFFICE_COLOURS.warning } };
  const all = [...(isHint ? [hint] : []), ...runs(text)];
  const height = linesOf(plain(all), 20) * 0.36 + 0.1;
  return {
    height,
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

function figureParts({ figures }: FiguresBlock): SlidePart[] {
  const across = Math.min(4, Math.max(1, figures.length));
  const width = SLIDE.inner / across;
  const rows: SlidePart[] = [];
  for (let at = 0; at < figures.length; at += across) {
    const row = figures.slice(at, at + across);
    rows.push({
      height: 1.25,
      put: (slide, y) => {
        row.forEach(({ value, label }, place) => {
          const text = [
            { text: value, options: { fontSize: 30, bold: true, color: OFFICE_COLOURS.ink, breakLine: true } },
            { text: label, options: { fontSize: 12, color: OFFICE_COLOURS.quiet } },
          ];
          const box = { x: SLIDE.left + place * width, y, w: width - 0.25, h: 1.2 };
          slide.addText(text, { ...box, valign: "top", margin: 0 });
        });
      },
    });
  }
  return rows;
}
