import type pptxgen from "pptxgenjs";
import type { ReportBlock, ReportDocument, ReportSection } from "../document/report-document.ts";
import type { ChartPicture, DrawChart } from "./chart-png.ts";
import { OFFICE_COLOURS, plainText } from "./office-look.ts";
import { chartParts } from "./pptx-chart.ts";
import { tableParts } from "./pptx-table.ts";
import { CAPTION, GAP, pagesOf, type SizedPart, SLIDE, type SlidePart, SMALLEST_READ } from "./slide-part.ts";
import { figureParts, findingPart, findingRuns, listParts, plain, textPart } from "./slide-text.ts";
import { titledSection } from "./slide-title.ts";

/** A slide to be made: a title that no other slide has, and its parts from top to bottom. */
export interface SlideDraft {
  /** Small over the title: the section; null where the title is the section's own heading. */
  readonly over: string | null;
  readonly title: readonly pptxgen.TextProps[];
  readonly parts: readonly SlidePart[];
}

/** The picture of a chart that PowerPoint does not draw itself; null where there is none. */
type Pictures = ReadonlyMap<ReportBlock, ChartPicture | null>;

/**
 * The slides of a report. Each section begins one, whose title is its finding; a slide that goes on with a table or a
 * chart is titled by its caption.
 */
export async function slidesOf({ sections }: ReportDocument, draw: DrawChart): Promise<SlideDraft[]> {
  const slides: SlideDraft[] = [];
  const known = new Set<string>();
  for (const { heading, title, parts } of joinedShort(await Promise.all(sections.map((one) => draft(one, draw))))) {
    pagesOf(parts).forEach((page, at) => {
      const own = at === 0 && title !== null ? title : null;
      const wanted = own ?? [{ text: page[0]?.caption ?? heading }];
      const runs = known.has(plain(wanted)) ? [{ text: continued(heading, known) }] : wanted;
      known.add(plain(runs));
      slides.push({ over: plain(runs).startsWith(heading) ? null : heading, title: runs, parts: page });
    });
  }
  return slides;
}

interface SectionDraft {
  readonly heading: string;
  /** Its finding; null where it begins with none. */
  readonly title: readonly pptxgen.TextProps[] | null;
  readonly startsPage: boolean;
  readonly parts: readonly SizedPart[];
}

async function draft(section: ReportSection, draw: DrawChart): Promise<SectionDraft> {
  const { title, rest, blocks } = titledSection(section);
  const pictures = new Map<ReportBlock, ChartPicture | null>();
  for (const block of blocks) if (block.kind === "chart") pictures.set(block, block.bars ? null : await draw(block));
  const lead: ReportBlock[] = rest.length === 0 ? [] : [{ kind: "paragraph", text: rest }];
  return {
    heading: section.heading,
    title: title === null ? null : findingRuns(title.text, title.isHint),
    startsPage: section.startsPage,
    parts: partsOf([...lead, ...blocks], pictures),
  };
}

/** Sections in words alone, of a letter for one, share a slide as far as they fit, each under its own heading. */
function joinedShort(sections: readonly SectionDraft[]): SectionDraft[] {
  const joined: SectionDraft[] = [];
  for (const section of sections) {
    const before = joined.at(-1);
    const isPlain = before !== undefined && before.title === null && section.title === null && !section.startsPage;
    const both = isPlain ? [...before.parts, headed(section)].flat() : [];
    if (before === undefined || !isPlain || pagesOf(both).length > 1) joined.push(section);
    else joined[joined.length - 1] = { ...before, heading: `${before.heading} · ${section.heading}`, parts: both };
  }
  return joined;
}

function headed({ heading, parts }: SectionDraft): SizedPart[] {
  const [first, ...others] = parts;
  const head: SizedPart = (size) => textPart([[{ strong: heading }]], null, textSize(size));
  return first === undefined ? [head] : [stacked(head, first), ...others];
}

/** The small print, on slides of its own at the end. */
export function noteSlides({ notes }: ReportDocument): SlideDraft[] {
  if (notes.length === 0) return [];
  const known = new Set<string>();
  return pagesOf(
    notes.map(
      (note): SizedPart =>
        (size) =>
          textPart([note], null, Math.min(textSize(size), 16)),
    ),
  ).map((parts, at) => {
    const title = at === 0 ? "Notes" : continued("Notes", known);
    known.add(title);
    return { over: null, title: [{ text: title }], parts };
  });
}

/** A number after the title, not "2 of 2": a reader who looks for small counts should find none. */
function continued(heading: string, known: ReadonlySet<string>): string {
  let title = `${heading}, continued`;
  for (let at = 2; known.has(title); at++) title = `${heading}, continued ${at}`;
  return title;
}

/** Puts a slide's parts under each other, with a caption over each that is not the slide's title already. */
export function putParts(slide: pptxgen.Slide, { title, parts }: SlideDraft): void {
  let top: number = SLIDE.top;
  for (const [at, { height, caption, put }] of parts.entries()) {
    const isTitle = at === 0 && caption === plain(title);
    if (caption !== null && !isTitle) {
      const look = { fontSize: 14, bold: true, color: OFFICE_COLOURS.ink, margin: 0 };
      slide.addText(caption, { x: SLIDE.left, y: top, w: SLIDE.inner, h: CAPTION - 0.06, valign: "top", ...look });
    }
    put(slide, caption === null || isTitle ? top : top + CAPTION);
    top += height + GAP;
  }
}

/** A paragraph that leads to what follows stays with it. */
function partsOf(blocks: readonly ReportBlock[], pictures: Pictures): SizedPart[] {
  const parts: SizedPart[] = [];
  let lead: SizedPart | null = null;
  for (const block of blocks) {
    const [first, ...others] = partsOfBlock(block, pictures.get(block) ?? null);
    if (first === undefined) continue;
    const joined: SizedPart = lead === null ? first : stacked(lead, first);
    const leads: boolean = block.kind === "paragraph" && plainText(block.text).endsWith(":") && lead === null;
    lead = leads ? joined : null;
    if (!leads) parts.push(joined, ...others);
  }
  return lead === null ? parts : [...parts, lead];
}

function stacked(lead: SizedPart, behind: SizedPart): SizedPart {
  return (size) => {
    const [above, below] = [lead(size), behind(size)];
    const captioned = below.caption === null ? 0 : CAPTION;
    return {
      height: above.height + below.height,
      caption: null,
      put: (slide, top) => {
        above.put(slide, top);
        if (below.caption !== null) textPart([[{ strong: below.caption }]], null, 14).put(slide, top + above.height);
        below.put(slide, top + above.height + captioned);
      },
    };
  };
}

/** A paragraph in larger type than 18 is no longer read as one, and in smaller type than tables may have not at all. */
const textSize = (size: number): number => Math.max(SMALLEST_READ, Math.min(size, 18));

function partsOfBlock(block: ReportBlock, picture: ChartPicture | null): SizedPart[] {
  switch (block.kind) {
    case "paragraph":
      return [(size) => textPart([block.text], null, textSize(size))];
    case "finding":
      return [() => findingPart(block.text, block.isHint)];
    case "list":
      return listParts(block, textSize);
    case "figures":
      return figureParts(block);
    case "table":
      return tableParts(block);
    case "chart":
      return chartParts(block, picture);
  }
}
