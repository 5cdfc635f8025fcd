import { type IStylesOptions, LineRuleType } from "docx";
import { OFFICE_COLOURS, OFFICE_FONT } from "./office-look.ts";

/** Paragraph styles of our own, beside Word's headings. Sizes are in half points, spaces in twentieths of a point. */
export const STYLE = {
  over: "Over",
  about: "About",
  finding: "Finding",
  caption: "TableCaption",
  picture: "Picture",
  cell: "TableText",
  figure: "LargeFigure",
  figureLabel: "FigureLabel",
  note: "SmallPrint",
} as const;

const BODY = "Normal";

/** The styles of a report or, smaller and closer, of a letter. */
export function docxStyles(isLetter: boolean): IStylesOptions {
  const { ink, quiet, accent } = OFFICE_COLOURS;
  const text = { font: OFFICE_FONT, color: ink };
  const heading = { ...text, bold: true };
  return {
    default: {
      document: {
        run: { ...text, size: isLetter ? 21 : 20, language: { value: "en-US" } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { ...heading, size: isLetter ? 28 : 40 },
        paragraph: { spacing: { before: 0, after: 60 }, keepNext: true },
      },
      heading1: {
        run: { ...heading, size: isLetter ? 24 : 28 },
        paragraph: { spacing: { before: isLetter ? 240 : 360, after: 80 }, keepNext: true, keepLines: true },
      },
      heading2: {
        run: { ...heading, size: 22 },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true, keepLines: true },
      },
      listParagraph: { run: text, paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      own(
        STYLE.over,
        "Over",
        { ...text, size: 18, bold: true, allCaps: true, characterSpacing: 12, color: accent },
        20,
      ),
      own(STYLE.about, "About", { ...text, color: quiet }, 200),
      {
        ...own(STYLE.finding, "Finding", { ...text, size: 23 }, 160),
        paragraph: {
          spacing: { before: 120, after: 160 },
          indent: { left: 200 },
          border: { left: { style: "single", size: 18, space: 8, color: accent } },
          keepLines: true,
        },
      },
      { ...own(STYLE.caption, "Table caption", { ...text, bold: true, size: 19 }, 60), ...NEXT },
      own(STYLE.picture, "Picture", text, 80),
      own(STYLE.cell, "Table text", { ...text, size: 18 }, 0, 240),
      own(STYLE.figure, "Large figure", { ...text, bold: true, size: 34 }, 0, 240),
      own(STYLE.figureLabel, "Figure label", { ...text, size: 17, color: quiet }, 0, 240),
      own(STYLE.note, "Small print", { ...text, size: 17, color: quiet }, 60),
    ],
  };
}

const NEXT = { paragraph: { keepNext: true, spacing: { before: 200, after: 60 } } } as const;

function own(id: string, name: string, run: object, after: number, line = 264) {
  return { id, name, basedOn: BODY, run, paragraph: { spacing: { after, line, lineRule: LineRuleType.AUTO } } };
}
