import { beforeAll, describe, expect, it } from "vitest";
import { partsOfPackage } from "../../testing/package-parts.ts";
import { LetterFiles, placesIn } from "../../testing/planted-leaks.ts";
import { PRIVATE, PRIVATE_AS_OF, privateLedger } from "../../testing/private-ledger.ts";
import { RATE_TABLE } from "../../testing/report-fixture.ts";
import { tinyPdf } from "../../testing/tiny-pdf.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { docxReport } from "../formats/docx.ts";
import { htmlReport } from "../formats/html.ts";
import { pptxReport } from "../formats/pptx.ts";
import type { FinishedFile } from "../formats/report-files.ts";
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
const files = new LetterFiles();
beforeAll(async () => {
  const undrawn = async () => null;
  files.set("html", new TextEncoder().encode(await htmlReport(LETTER)));
  files.set("docx", await docxReport(LETTER, PRIVATE_AS_OF, undrawn));
  files.set("pptx", await pptxReport(LETTER, PRIVATE_AS_OF, undrawn));
  files.set("xlsx", xlsxReport(LETTER, PRIVATE_AS_OF));
  files.set("pdf", tinyPdf({ title: LETTER.title, lines: [LETTER.title, "You granted 40 of 61 requests."] }));
});

function proofOf(planted: FinishedFile, twin: FinishedFile | null = files.file(planted.format)): RedactionProof {
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

const PLACES = placesIn(files, LETTER.title);

const metIn = (proof: RedactionProof): string[] =>
  proof.classes.filter(({ met }) => met.some(({ isChance }) => !isChance)).map(({ id }) => id);

describe("the proof about a payer's edition", () => {
  it.each(["html", "pdf", "docx", "pptx", "xlsx"] as const)("finds nothing in a clean letter as %s", (format) => {
    const proof = proofOf(files.file(format));
    expect(proof.classes.flatMap(({ id, met }) => met.map(({ part }) => [id, part]))).toEqual([]);
    expect(proof).toMatchObject({ isClean: true, dependent: [], unread: [] });
  });

  it("has values to look for in every class", () => {
    for (const { id, searched } of proofOf(files.file("xlsx")).classes) expect([id, searched]).not.toEqual([id, 0]);
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
      files.office("xlsx", "xl/worksheets/sheet2.xml", (xml) =>
        xml.replace("</sheetData>", `<row r="40"><c r="A40"><v>${value}</v></c></row></sheetData>`),
      );
    expect(metIn(proofOf(put(7)))).toContain("small-counts");
    expect(metIn(proofOf(put(46_036)))).toContain("days");
    expect(metIn(proofOf(put(9)))).not.toContain("small-counts");
  });

  it("takes a word of the letter for chance only where the part is the same without any patient", () => {
    const named = { ...values, names: [...values.names, "Will Harbor"] };
    const run = (twin: FinishedFile | null, page = files.file("html")): RedactionProof =>
      redactionProof({
        ...{ parts: fileParts(page), twin: twin && fileParts(twin), values: named, document: LETTER },
        ...{ ownFigures: { dollars: [], percents: [] }, ownDays: [PRIVATE_AS_OF] },
      });
    const chance = run(files.file("html"));
    expect(chance.isClean).toBe(true);
    expect(chance.classes.find(({ id }) => id === "name-words")?.met[0]?.isChance).toBe(true);
    expect(proofText(chance, HEADING)).toContain("met, also a word of the letter");
    expect(run(null).isClean).toBe(false);
    expect(
      run(
        files.file("html"),
        files.html((page) => page.replace("</main>", "<p>Will</p></main>")),
      ).isClean,
    ).toBe(false);
  });

  it("refuses what reads otherwise when patients are replaced, though no value was met", () => {
    const proof = proofOf(files.html((page) => page.replace("You granted", "You kindly granted")));
    expect(metIn(proof)).toEqual([]);
    expect(proof.dependent).toEqual([{ file: "letter.html", part: "text of the page" }]);
    expect(proof.isClean).toBe(false);
  });

  it("refuses a file in which it does not find what is there, and says so of one that it cannot read", () => {
    const empty = files.file("pdf", tinyPdf({ title: "x", lines: ["nothing"] }));
    expect(proofOf(empty, empty)).toMatchObject({ unread: ["letter.pdf"], isClean: false });
    const locked = new TextDecoder("latin1")
      .decode(tinyPdf({ title: "x", lines: ["x"] }))
      .replace("/FlateDecode", "/LZWDecode");
    expect(() => fileParts(files.file("pdf", new Uint8Array(Buffer.from(locked, "latin1"))))).toThrow(
      "cannot be searched",
    );
    expect(() => fileParts(files.office("docx", "word/document.xml", () => "<w:p>"))).toThrow("cannot be read whole");
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
    const searched = new Set(fileParts(files.file("pptx")).map(({ part }) => part));
    for (const name of partsOfPackage(files.bytes("pptx")).keys()) {
      if (!name.endsWith(".xlsx")) expect(searched).toContain(name);
    }
    expect(searched).toContain("ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx > xl/sharedStrings.xml");
  });
});
