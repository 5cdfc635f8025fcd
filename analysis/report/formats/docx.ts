import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { settledPackage } from "../../files/writing/settled-package.ts";
import type { ReportDocument } from "../document/report-document.ts";
import type { DrawChart } from "./chart-png.ts";
import { type DocxChild, docxBlock, LISTS, runs, TEXT_WIDTH } from "./docx-blocks.ts";
import { docxStyles, STYLE } from "./docx-styles.ts";
import { MADE_BY, OFFICE_COLOURS } from "./office-look.ts";

const INCH = 1440;

/**
 * A report as a Word document: heading styles, native tables whose heads repeat, page numbers in the foot, bars as charts
 * that Word draws from an embedded table, other charts as SVG with a PNG beside it, each with its words for a screen
 * reader. Where `draw` has no picture the chart's table stands alone. The same document and day give the same bytes; no
 * person stands in its properties.
 *
 * @example await docxReport(document, asOf, chartPictures(findChromium(), fontFaces()))
 */
export async function docxReport(document: ReportDocument, asOf: CalendarDate, draw: DrawChart): Promise<Uint8Array> {
  const children: DocxChild[] = [
    new Paragraph({ style: STYLE.over, children: [new TextRun(document.over)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(document.title)] }),
    new Paragraph({ style: STYLE.about, children: [new TextRun(document.about)] }),
  ];
  let lists = 0;
  for (const { heading, startsPage, blocks } of document.sections) {
    children.push(
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        pageBreakBefore: startsPage,
        children: [new TextRun(heading)],
      }),
    );
    for (const block of blocks) children.push(...(await docxBlock(block, draw, lists++)));
  }
  document.notes.forEach((note, at) => {
    const border = { top: { style: "single", size: 6, space: 6, color: OFFICE_COLOURS.line } } as const;
    const rule = at === 0 ? { border, spacing: { before: 360 } } : {};
    children.push(new Paragraph({ style: STYLE.note, ...rule, children: runs(note) }));
  });
  const file = new Document({
    title: document.title,
    creator: MADE_BY,
    lastModifiedBy: MADE_BY,
    description: "",
    styles: docxStyles(document.isLetter),
    numbering: {
      config: [listOf(LISTS.numbered, LevelFormat.DECIMAL, "%1."), listOf(LISTS.bullets, LevelFormat.BULLET, "•")],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 8.5 * INCH, height: 11 * INCH },
            margin: { top: INCH, bottom: INCH, left: INCH, right: INCH },
          },
        },
        footers: { default: foot(document.title) },
        children,
      },
    ],
  });
  return settledPackage(new Uint8Array(await Packer.toBuffer(file)), { asOf, maker: MADE_BY });
}

function listOf(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const paragraph = { indent: { left: 460, hanging: 300 }, spacing: { after: 60 } };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph } }] };
}

function foot(title: string): Footer {
  const page = new TextRun({ children: ["\t", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];
  return new Footer({
    children: [new Paragraph({ style: STYLE.note, tabStops, children: [new TextRun(title), page] })],
  });
}
