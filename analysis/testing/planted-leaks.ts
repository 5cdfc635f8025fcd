import type { FinishedFile } from "../report/formats/report-files.ts";
import type { ReportFormat } from "../report/formats/report-format.ts";
import { withBytes, withPart } from "./package-parts.ts";
import { tinyPdf } from "./tiny-pdf.ts";

const each = (leaks: readonly string[], plant: (leak: string) => string): string => leaks.map(plant).join("");
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const entities = (text: string): string =>
  [...text].map((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`).join("");
const halves = (text: string): [string, string] => {
  const middle = Math.ceil(text.length / 2);
  return [escaped(text.slice(0, middle)), escaped(text.slice(middle))];
};
const sheet = (leaks: readonly string[]): string =>
  `<worksheet><sheetData><row r="1">${each(leaks, (leak) => `<c t="inlineStr"><is><t>${escaped(leak)}</t></is></c>`)}</row></sheetData></worksheet>`;
const word = (leak: string): string => {
  const [first, second] = halves(leak);
  return `<w:p><w:r><w:t xml:space="preserve">${first}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${second}</w:t></w:r></w:p>`;
};
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** For tests: a letter's files by format, to be handed over as they are or with a part changed. */
export class LetterFiles {
  readonly #bytes = new Map<ReportFormat, Uint8Array>();

  set(format: ReportFormat, bytes: Uint8Array): void {
    this.#bytes.set(format, bytes);
  }

  bytes(format: ReportFormat): Uint8Array {
    const bytes = this.#bytes.get(format);
    if (bytes === undefined) throw new Error(`no ${format}`);
    return bytes;
  }

  file(format: ReportFormat, bytes = this.bytes(format)): FinishedFile {
    return { name: `letter.${format}`, format, bytes };
  }

  html(change: (page: string) => string): FinishedFile {
    return this.file("html", new TextEncoder().encode(change(new TextDecoder().decode(this.bytes("html")))));
  }

  office(format: ReportFormat, part: string, change: (xml: string) => string): FinishedFile {
    return this.file(format, withPart(this.bytes(format), part, change));
  }
}

/** For tests: every place of every format where values may slip in, each by its name. */
export function placesIn(
  letter: LetterFiles,
  title: string,
): Readonly<Record<string, (leaks: readonly string[]) => FinishedFile>> {
  const inBody = (planted: string): FinishedFile => letter.html((page) => page.replace("</main>", `${planted}</main>`));
  const pdf = (more: Partial<Parameters<typeof tinyPdf>[0]>): FinishedFile =>
    letter.file("pdf", tinyPdf({ title, lines: [title], ...more }));
  return {
    "html, its text as entities": (leaks) => inBody(each(leaks, (leak) => `<p>${entities(leak)}</p>`)),
    "html, split over tags": (leaks) => inBody(each(leaks, (leak) => `<p>${halves(leak).join("</b><i></i><b>")}</p>`)),
    "html, a comment": (leaks) => inBody(each(leaks, (leak) => `<!-- ${leak} -->`)),
    "html, an attribute": (leaks) => inBody(each(leaks, (leak) => `<hr data-x="${escaped(leak)}">`)),
    "html, a style": (leaks) =>
      letter.html((page) => page.replace("</style>", `${each(leaks, (leak) => `/* ${leak} */`)}</style>`)),
    "html, a file inside it": (leaks) =>
      inBody(
        each(leaks, (leak) => `<hr style="x:url(data:text/plain;base64,${Buffer.from(leak).toString("base64")})">`),
      ),
    "docx, split runs": (leaks) =>
      letter.office("docx", "word/document.xml", (xml) => xml.replace("<w:sectPr", `${each(leaks, word)}<w:sectPr`)),
    "docx, a header": (leaks) =>
      letter.office("docx", "word/header9.xml", () => `<w:hdr ${WORD}>${each(leaks, word)}</w:hdr>`),
    "docx, a comment": (leaks) =>
      letter.office("docx", "word/comments.xml", () => `<w:comments ${WORD}>${each(leaks, word)}</w:comments>`),
    "docx, a property": (leaks) =>
      letter.office("docx", "docProps/core.xml", (xml) =>
        xml.replace("</dc:title>", `</dc:title>${each(leaks, (leak) => `<dc:subject>${escaped(leak)}</dc:subject>`)}`),
      ),
    "pptx, speaker's notes": (leaks) =>
      letter.office("pptx", "ppt/notesSlides/notesSlide1.xml", (xml) =>
        xml.replace("<a:p>", `${each(leaks, (leak) => `<a:p><a:r><a:t>${escaped(leak)}</a:t></a:r></a:p>`)}<a:p>`),
      ),
    "pptx, words of a picture": (leaks) =>
      letter.office("pptx", "ppt/slides/slide2.xml", (xml) =>
        xml.replace("</p:spTree>", `${each(leaks, (leak) => `<p:cNvPr id="9" descr="${escaped(leak)}"/>`)}</p:spTree>`),
      ),
    "pptx, the workbook of a chart": (leaks) => {
      const part = "ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx";
      const planted = (book: Uint8Array): Uint8Array => withPart(book, "xl/worksheets/sheet2.xml", () => sheet(leaks));
      return letter.file("pptx", withBytes(letter.bytes("pptx"), part, planted));
    },
    "xlsx, a hidden sheet": (leaks) => {
      const listed = withPart(letter.bytes("xlsx"), "xl/workbook.xml", (xml) =>
        xml.replace("</sheets>", '<sheet name="x" sheetId="99" state="veryHidden" r:id="rId99"/></sheets>'),
      );
      return letter.file(
        "xlsx",
        withPart(listed, "xl/worksheets/sheet99.xml", () => sheet(leaks)),
      );
    },
    "xlsx, a comment": (leaks) =>
      letter.office("xlsx", "xl/comments1.xml", () => {
        const text = (leak: string): string => `<text><r><t>${halves(leak).join("</t></r><r><t>")}</t></r></text>`;
        return `<comments><commentList><comment ref="A1">${each(leaks, text)}</comment></commentList></comments>`;
      }),
    "xlsx, a name": (leaks) =>
      letter.office("xlsx", "xl/workbook.xml", (xml) =>
        xml.replace(
          "<definedNames>",
          `<definedNames>${each(leaks, (leak) => `<definedName name="x" comment="${escaped(leak)}">1</definedName>`)}`,
        ),
      ),
    "pdf, the page": (leaks) => pdf({ lines: [title, ...leaks] }),
    "pdf, words of a picture": (leaks) => pdf({ alternative: plainLatin(leaks.join(" / ")) }),
    "pdf, a property": (leaks) => pdf({ author: leaks.join(" / ") }),
  };
}

function plainLatin(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}
