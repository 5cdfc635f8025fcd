import pptxgen from "pptxgenjs";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { settledPackage } from "../../files/writing/settled-package.ts";
import type { ReportDocument } from "../document/report-document.ts";
import type { DrawChart } from "./chart-png.ts";
import { MADE_BY, OFFICE_COLOURS, OFFICE_FONT } from "./office-look.ts";
import { noteSlides, putParts, type SlideDraft, slidesOf } from "./pptx-slides.ts";
import { SLIDE } from "./slide-part.ts";
import { linesOf, plain } from "./slide-text.ts";

const OPENING = "SCA opening";
const CONTENT = "SCA content";

/**
 * A report as a PowerPoint deck of 16 to 9: a title on every slide, bars as charts that PowerPoint draws from an embedded
 * table, other charts as pictures, each with its words for a screen reader, and the tables as tables. Where `draw` has no
 * picture the chart's table stands alone. The same document and day give the same bytes; no person stands in its
 * properties, and nothing in speaker's notes.
 *
 * @example await pptxReport(document, asOf, chartPictures(findChromium(), fontFaces()))
 */
export async function pptxReport(document: ReportDocument, asOf: CalendarDate, draw: DrawChart): Promise<Uint8Array> {
  const deck = new pptxgen();
  deck.layout = "LAYOUT_WIDE";
  deck.title = document.title;
  deck.subject = "";
  deck.author = MADE_BY;
  deck.company = "";
  deck.revision = "1";
  deck.theme = { headFontFace: OFFICE_FONT, bodyFontFace: OFFICE_FONT };
  defineMasters(deck, document.title);

  const opening = deck.addSlide({ masterName: OPENING });
  opening.addText(document.title, { placeholder: "title" });
  const { quiet, accent } = OFFICE_COLOURS;
  const box = { x: SLIDE.left, w: SLIDE.inner, margin: 0 };
  opening.addText(document.over, { ...box, y: 2.0, h: 0.4, fontSize: 16, bold: true, color: accent });
  opening.addText(document.about, { ...box, y: 4.3, h: 0.5, fontSize: 18, color: quiet });
  for (const draft of [...(await slidesOf(document, draw)), ...noteSlides(document)]) {
    const slide = deck.addSlide({ masterName: CONTENT });
    const fontSize = titleSize(draft);
    const title = draft.title.map((run) => ({ ...run, options: { ...run.options, fontSize } }));
    slide.addText(title, { placeholder: "title" });
    if (draft.over !== null) {
      slide.addText(draft.over, { ...box, y: 0.32, h: 0.3, fontSize: 14, bold: true, color: accent });
    }
    putParts(slide, draft);
  }
  const bytes = await deck.write({ outputType: "uint8array" });
  if (!(bytes instanceof Uint8Array)) throw new Error("the deck did not come as bytes");
  return settledPackage(bytes, { asOf, maker: MADE_BY, mend });
}

/** The width of a bold letter over its size. */
const BOLD_LETTER = 0.57;

/** Two lines at most, of a long finding three. */
function titleSize({ title }: SlideDraft): number {
  return [28, 24].find((size) => linesOf(plain(title), size, BOLD_LETTER) <= 2) ?? 20;
}

function defineMasters(deck: pptxgen, title: string): void {
  const { ink, quiet, line } = OFFICE_COLOURS;
  const heading = (y: number, h: number, fontSize: number, valign: "bottom" | "middle") => ({
    placeholder: {
      options: {
        ...{ name: "title", type: "title" as const, x: SLIDE.left, y, w: SLIDE.inner, h, margin: 0 },
        ...{ fontFace: OFFICE_FONT, fontSize, bold: true, color: ink, align: "left" as const, valign },
      },
      text: "",
    },
  });
  const rule = { line: { x: SLIDE.left, y: 7.0, w: SLIDE.inner, h: 0, line: { color: line, width: 0.75 } } };
  const foot = {
    text: {
      text: title,
      options: { x: SLIDE.left, y: 7.05, w: 9, h: 0.3, fontSize: 10, color: quiet, margin: 0 },
    },
  };
  const slideNumber = {
    ...{ x: SLIDE.left + SLIDE.inner - 1, y: 7.05, w: 1, h: 0.3 },
    ...{ fontSize: 10, color: quiet, align: "right" as const, fontFace: OFFICE_FONT },
  };
  deck.defineSlideMaster({ title: OPENING, objects: [heading(2.4, 1.8, 36, "middle")] });
  deck.defineSlideMaster({ title: CONTENT, objects: [heading(0.6, 1.0, 26, "middle"), rule, foot], slideNumber });
}

/**
 * What the library leaves undone: a table's first row is its heading, a paragraph states its properties once and first, an
 * empty value is no cell at all, and every part of a slide has a number of its own.
 */
function mend(name: string, xml: string): string {
  if (/slides[/]slide\d+[.]xml$/.test(name)) {
    let count = 0;
    return xml
      .replaceAll("<a:tblPr/>", '<a:tblPr firstRow="1"/>')
      .replace(/(<\/a:r>)<a:pPr\b(?:[^>]*\/>|.*?<\/a:pPr>)/gs, "$1")
      .replace(/(<p:cNvPr id=")\d+"/g, (_, before: string) => `${before}${++count}"`);
  }
  if (/charts[/]chart\d+[.]xml$/.test(name)) return xml.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "");
  if (/worksheets[/]sheet1[.]xml$/.test(name)) return xml.replace(/<c r="[A-Z]+\d+"><v><\/v><\/c>/g, "");
  return xml;
}
