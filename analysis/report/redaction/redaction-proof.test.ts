import { beforeAll, describe, expect, it } from "vitest";
import { partsOfPackage, withBytes, withPart } from "../../testing/package-parts.ts";
import { PRIVATE, PRIVATE_AS_OF, privateLedger } from "../../testing/private-ledger.ts";
import { RATE_TABLE } from "../../testing/report-fixture.ts";
import { tinyPdf } from "../../testing/tiny-pdf.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { docxReport } from "../formats/docx.ts";
import { htmlReport } from "../formats/html.ts";
import { pptxReport } from "../formats/pptx.ts";
import type { FinishedFile } from "../formats/report-files.ts";
import type { ReportFormat } from "../formats/report-format.ts";
import { xlsxReport } from "../formats/xlsx.ts";
import { fileParts } from "./file-parts.ts";
import { privateValues } from "./private-values.ts";
import { proofJson, proofText } from "./proof-text.ts";
import { type RedactionProof, redactionProof } from "./redaction-proof.ts";

const LETTER: ReportDocument = {
  title: "Proposal for a contract: Harbor Recovery and Aetna",
  over: "Proposal",
  about: "March 16, 2026",
  edition: "payer",
  isLetter: true,
  sections: [
    {
      heading: "Your place in our admissions",
      startsPage: false,
      blocks: [
        {
          kind: "paragraph",
          text: ["You granted ", { strong: "40 of 61" }, " requests. Will you answer by April 15, 2026?"],
        },
        RATE_TABLE,
        {
          kind: "chart",
          title: "Dollars agreed by quarter",
          alternative: "Dollars agreed: $42,000 and $61,500.",
          spec: { description: "", mark: "bar", data: { values: [] }, encoding: {} },
          bars: {
            names: ["2025 Q1", "2025 Q2"],
            series: [{ name: "Agreed", values: [42_000, 61_500] }],
            format: "dollars",
          },
          table: { ...RATE_TABLE, caption: "The same figures" },
        },
      ],
    },
  ],
  notes: [],
};

const content = privateLedger();
const values = privateValues(content, "Aetna");
const files = new Map<ReportFormat, Uint8Array>();
beforeAll(async () => {
  const undrawn = async () => null;
  files.set("html", new TextEncoder().encode(await htmlReport(LETTER)));
  files.set("docx", await docxReport(LETTER, PRIVATE_AS_OF, undrawn));
  files.set("pptx", await pptxReport(LETTER, PRIVATE_AS_OF, undrawn));
  files.set("xlsx", xlsxReport(LETTER, PRIVATE_AS_OF));
  files.set("pdf", tinyPdf({ title: LETTER.title, lines: [LETTER.title, "You granted 40 of 61 requests."] }));
});

const fileOf = (format: ReportFormat, bytes = files.get(format) ?? expect.fail(format)): FinishedFile => ({
  name: `letter.${format}`,
  format,
  bytes,
});

function proofOf(planted: FinishedFile, twin: FinishedFile | null = fileOf(planted.format)): RedactionProof {
  return redactionProof({
    parts: fileParts(planted),
    twin: twin && fileParts(twin),
    values,
    ownFigures: { dollars: [212.5], percents: [118] },
    document: LETTER,
    ownDays: [PRIVATE_AS_OF],
  });
}

const HEADING = { ledger: "l.xlsx", payer: "Aetna", asOf: PRIVATE_AS_OF };
const caseId = values.caseIds[0] ?? "";
/** A value of each class in a spelling other than the ledger's. */
const LEAKS: readonly (readonly [id: string, leak: string])[] = [
  ["names", "QUINTANILLA REYES, Marisol"],
  ["name-words", "quintanílla"],
  ["initials", "M. Q., seen 2/2/2024"],
  ["births", "23 July 87"],
  ["births", "1987/07/23"],
  ["member-ids", "w2044 18830"],
  ["member-ids", "204418830"],
  ["group-numbers", "0811-209"],
  ["auth-numbers", "AU771204458"],
  ["references", "550.91.7720"],
  ["claim-numbers", "24f 0098213"],
  ["case-ids", caseId.toUpperCase()],
  ["days", "Jan. 14th, 2026"],
  ["days", "01/14/26"],
  ["contacts", "312-555-0143"],
  ["contacts", "M.Quintanilla@Mail.Example"],
  ["notes", "mother drives her in from Joliet"],
  ["other-payers", "MERIDIAN-HARBOR HEALTH"],
  ["other-payers", "the MHH plan"],
  ["own-figures", "$212.50"],
  ["own-figures", "118% of Medicare"],
  ["own-words", "our walk-away"],
  ["small-counts", "7 of 24 requests"],
  ["small-counts", "three patients"],
];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const entities = (text: string): string =>
  [...text].map((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`).join("");
const halves = (text: string): [string, string] => {
  const middle = Math.ceil(text.length / 2);
  return [escaped(text.slice(0, middle)), escaped(text.slice(middle))];
};
const html = (change: (page: string) => string): FinishedFile =>
  fileOf("html", new TextEncoder().encode(change(new TextDecoder().decode(files.get("html")))));
const office = (format: ReportFormat, part: string, change: (xml: string) => string): FinishedFile =>
  fileOf(format, withPart(files.get(format) ?? expect.fail(format), part, change));
const sheet = (leaks: readonly string[]): string =>
  `<worksheet><sheetData><row r="1">${each(leaks, (leak) => `<c t="inlineStr"><is><t>${escaped(leak)}</t></is></c>`)}</row></sheetData></worksheet>`;
const word = (leak: string): string => {
  const [first, second] = halves(leak);
  return `<w:p><w:r><w:t xml:space="preserve">${first}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${second}</w:t></w:r></w:p>`;
};
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Every place of every format where a value may slip in. */
const PLACES: Readonly<Record<string, (leaks: readonly string[]) => FinishedFile>> = {
  "html, its text as entities": (leaks) => inBody(each(leaks, (leak) => `<p>${entities(leak)}</p>`)),
  "html, split over tags": (leaks) => inBody(each(leaks, (leak) => `<p>${halves(leak).join("</b><i></i><b>")}</p>`)),
  "html, a comment": (leaks) => inBody(each(leaks, (leak) => `<!-- ${leak} -->`)),
  "html, an attribute": (leaks) => inBody(each(leaks, (leak) => `<hr data-x="${escaped(leak)}">`)),
  "html, a style": (leaks) =>
    html((page) => page.replace("</style>", `${each(leaks, (leak) => `/* ${leak} */`)}</style>`)),
  "html, a file inside it": (leaks) =>
    inBody(each(leaks, (leak) => `<hr style="x:url(data:text/plain;base64,${Buffer.from(leak).toString("base64")})">`)),
  "docx, split runs": (leaks) =>
    office("docx", "word/document.xml", (xml) => xml.replace("<w:sectPr", `${each(leaks, word)}<w:sectPr`)),
  "docx, a header": (leaks) => office("docx", "word/header9.xml", () => `<w:hdr ${WORD}>${each(leaks, word)}</w:hdr>`),
  "docx, a comment": (leaks) =>
    office("docx", "word/comments.xml", () => `<w:comments ${WORD}>${each(leaks, word)}</w:comments>`),
  "docx, a property": (leaks) =>
    office("docx", "docProps/core.xml", (xml) =>
      xml.replace("</dc:title>", `</dc:title>${each(leaks, (leak) => `<dc:subject>${escaped(leak)}</dc:subject>`)}`),
    ),
  "pptx, speaker's notes": (leaks) =>
    office("pptx", "ppt/notesSlides/notesSlide1.xml", (xml) =>
      xml.replace("<a:p>", `${each(leaks, (leak) => `<a:p><a:r><a:t>${escaped(leak)}</a:t></a:r></a:p>`)}<a:p>`),
    ),
  "pptx, words of a picture": (leaks) =>
    office("pptx", "ppt/slides/slide2.xml", (xml) =>
      xml.replace("</p:spTree>", `${each(leaks, (leak) => `<p:cNvPr id="9" descr="${escaped(leak)}"/>`)}</p:spTree>`),
    ),
  "pptx, the workbook of a chart": (leaks) => {
    const part = "ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx";
    const planted = (book: Uint8Array): Uint8Array => withPart(book, "xl/worksheets/sheet2.xml", () => sheet(leaks));
    return fileOf("pptx", withBytes(files.get("pptx") ?? expect.fail("pptx"), part, planted));
  },
  "xlsx, a hidden sheet": (leaks) => {
    const listed = withPart(files.get("xlsx") ?? expect.fail("xlsx"), "xl/workbook.xml", (xml) =>
      xml.replace("</sheets>", '<sheet name="x" sheetId="99" state="veryHidden" r:id="rId99"/></sheets>'),
    );
    return fileOf(
      "xlsx",
      withPart(listed, "xl/worksheets/sheet99.xml", () => sheet(leaks)),
    );
  },
  "xlsx, a comment": (leaks) =>
    office("xlsx", "xl/comments1.xml", () => {
      const text = (leak: string): string => `<text><r><t>${halves(leak).join("</t></r><r><t>")}</t></r></text>`;
      return `<comments><commentList><comment ref="A1">${each(leaks, text)}</comment></commentList></comments>`;
    }),
  "xlsx, a name": (leaks) =>
    office("xlsx", "xl/workbook.xml", (xml) =>
      xml.replace(
        "<definedNames>",
        `<definedNames>${each(leaks, (leak) => `<definedName name="x" comment="${escaped(leak)}">1</definedName>`)}`,
      ),
    ),
  "pdf, the page": (leaks) => pdf({ lines: [LETTER.title, ...leaks] }),
  "pdf, words of a picture": (leaks) => pdf({ alternative: plainLatin(leaks.join(" / ")) }),
  "pdf, a property": (leaks) => pdf({ author: leaks.join(" / ") }),
};

const each = (leaks: readonly string[], plant: (leak: string) => string): string => leaks.map(plant).join("");
const inBody = (planted: string): FinishedFile => html((page) => page.replace("</main>", `${planted}</main>`));
const pdf = (more: Partial<Parameters<typeof tinyPdf>[0]>): FinishedFile =>
  fileOf("pdf", tinyPdf({ title: LETTER.title, lines: [LETTER.title], ...more }));

function plainLatin(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

const metIn = (proof: RedactionProof): string[] =>
  proof.classes.filter(({ met }) => met.some(({ isChance }) => !isChance)).map(({ id }) => id);

describe("the proof about a payer's edition", () => {
  it.each(["html", "pdf", "docx", "pptx", "xlsx"] as const)("finds nothing in a clean letter as %s", (format) => {
    const proof = proofOf(fileOf(format));
    expect(proof.classes.flatMap(({ id, met }) => met.map(({ part }) => [id, part]))).toEqual([]);
    expect(proof).toMatchObject({ isClean: true, dependent: [], unread: [] });
  });

  it("has values to look for in every class", () => {
    for (const { id, searched } of proofOf(fileOf("xlsx")).classes) expect([id, searched]).not.toEqual([id, 0]);
  });

  it.each(Object.entries(PLACES))("finds a value of every class in %s", (_, plant) => {
    const proof = proofOf(plant(LEAKS.map(([, leak]) => leak)));
    expect(metIn(proof).sort()).toEqual([...new Set(LEAKS.map(([id]) => id))].sort());
    expect(proof.isClean).toBe(false);
    expect(proofText(proof, HEADING)).toContain("REFUSED");
  });

  it.each(LEAKS)("finds one of the %s by itself: %s", (id, leak) => {
    const proof = proofOf((PLACES["xlsx, a hidden sheet"] ?? expect.fail())([leak]));
    expect(metIn(proof)).toContain(id);
  });

  it("finds a count of 1 to 10 alone in a cell, and a day as a spreadsheet's number", () => {
    const put = (value: number) =>
      office("xlsx", "xl/worksheets/sheet2.xml", (xml) =>
        xml.replace("</sheetData>", `<row r="40"><c r="A40"><v>${value}</v></c></row></sheetData>`),
      );
    expect(metIn(proofOf(put(7)))).toContain("small-counts");
    expect(metIn(proofOf(put(46_036)))).toContain("days");
    expect(metIn(proofOf(put(9)))).not.toContain("small-counts");
  });

  it("takes a word of the letter for chance only where the part is the same without any patient", () => {
    const named = { ...values, names: [...values.names, "Will Harbor"] };
    const run = (twin: FinishedFile | null, page = fileOf("html")): RedactionProof =>
      redactionProof({
        ...{ parts: fileParts(page), twin: twin && fileParts(twin), values: named, document: LETTER },
        ...{ ownFigures: { dollars: [], percents: [] }, ownDays: [PRIVATE_AS_OF] },
      });
    const chance = run(fileOf("html"));
    expect(chance.isClean).toBe(true);
    expect(chance.classes.find(({ id }) => id === "name-words")?.met[0]?.isChance).toBe(true);
    expect(proofText(chance, HEADING)).toContain("met, also a word of the letter");
    expect(run(null).isClean).toBe(false);
    expect(
      run(
        fileOf("html"),
        html((page) => page.replace("</main>", "<p>Will</p></main>")),
      ).isClean,
    ).toBe(false);
  });

  it("refuses what reads otherwise when patients are replaced, though no value was met", () => {
    const proof = proofOf(html((page) => page.replace("You granted", "You kindly granted")));
    expect(metIn(proof)).toEqual([]);
    expect(proof.dependent).toEqual([{ file: "letter.html", part: "text of the page" }]);
    expect(proof.isClean).toBe(false);
  });

  it("refuses a file in which it does not find what is there, and says so of one that it cannot read", () => {
    const empty = fileOf("pdf", tinyPdf({ title: "x", lines: ["nothing"] }));
    expect(proofOf(empty, empty)).toMatchObject({ unread: ["letter.pdf"], isClean: false });
    const locked = new TextDecoder("latin1")
      .decode(tinyPdf({ title: "x", lines: ["x"] }))
      .replace("/FlateDecode", "/LZWDecode");
    expect(() => fileParts(fileOf("pdf", new Uint8Array(Buffer.from(locked, "latin1"))))).toThrow("cannot be searched");
    expect(() => fileParts(office("docx", "word/document.xml", () => "<w:p>"))).toThrow("cannot be read whole");
  });

  it("quotes no value, in words or for programs", () => {
    for (const plant of Object.values(PLACES)) {
      const proof = proofOf(plant([...LEAKS.map(([, leak]) => leak), PRIVATE.name]));
      for (const text of [proofText(proof, HEADING), proofJson(proof, HEADING)]) {
        expect(text).not.toMatch(/quintan|marisol|18830|0811209|4458|7720|0098213|joliet|meridian|212[.]50|1987/i);
      }
    }
  });
});

describe("other payers' names", () => {
  it("count as words where the payer's own name contains them", () => {
    const own = privateValues(content, `${PRIVATE.otherPayer} of Ohio`);
    expect(own.otherPayerNames).toEqual(["Aetna"]);
    expect(own.otherPayers).toContain(PRIVATE.otherPayer);
    expect(values.otherPayerNames).toEqual([PRIVATE.otherPayer]);
    expect(values.otherPayers).toContain(PRIVATE.alias);
  });
});

describe("the parts of an office file", () => {
  it("are all searched, those of a chart's workbook too", () => {
    const searched = new Set(fileParts(fileOf("pptx")).map(({ part }) => part));
    for (const name of partsOfPackage(files.get("pptx") ?? expect.fail()).keys()) {
      if (!name.endsWith(".xlsx")) expect(searched).toContain(name);
    }
    expect(searched).toContain("ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx > xl/sharedStrings.xml");
  });
});
