import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { trackerFromBytes } from "../../files/reading/read-tracker.ts";
import { partsOfPackage } from "../../testing/package-parts.ts";
import { LETTER_FIXTURE, RATE_TABLE, REPORT_FIXTURE } from "../../testing/report-fixture.ts";
import type { DrawChart } from "./chart-png.ts";
import { docxReport } from "./docx.ts";
import { columnWidths } from "./office-look.ts";
import { pptxReport } from "./pptx.ts";
import { xlsxReport } from "./xlsx.ts";

const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");
/** A picture of one pixel, so that no browser is needed. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);
const drawn: DrawChart = async ({ alternative }) => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="90"><title>${alternative.length}</title></svg>`,
  png: PIXEL,
  width: 600,
  height: 90,
});
const undrawn: DrawChart = async () => null;
const text = (parts: ReadonlyMap<string, string>, name: string): string => parts.get(name) ?? expect.fail(name);

describe("a report in Word", () => {
  it("has heading styles, tables whose heads repeat, page numbers and its language", async () => {
    const parts = partsOfPackage(await docxReport(REPORT_FIXTURE, AS_OF, drawn));
    const body = text(parts, "word/document.xml");
    expect(body.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(REPORT_FIXTURE.sections.length);
    expect(body.match(/w:pStyle w:val="Title"/g)).toHaveLength(1);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(text(parts, "word/styles.xml")).toContain('<w:lang w:val="en-US"/>');
    expect(text(parts, "word/footer1.xml")).toContain("NUMPAGES");
    expect(body).toContain("so is &lt;b&gt;this&lt;/b&gt;");
  });

  it("draws bars itself, with words for a screen reader, and takes pictures as SVG with a PNG beside it", async () => {
    const parts = partsOfPackage(await docxReport(REPORT_FIXTURE, AS_OF, drawn));
    const body = text(parts, "word/document.xml");
    expect(body).toContain('descr="Dollars agreed: $42,000 in the first quarter of 2025');
    expect(body).toContain('descr="Approval by reason: gap in the network');
    expect(text(parts, "word/charts/chart1.xml")).toContain("<c:v>61500</c:v>");
    expect([...parts.keys()].filter((name) => name.includes("media/")).sort()).toEqual([
      "word/media/image1.png",
      "word/media/image1.svg",
    ]);
  });

  it("lets the table stand alone where there is nothing to draw a picture with", async () => {
    const parts = partsOfPackage(await docxReport(REPORT_FIXTURE, AS_OF, undrawn));
    expect([...parts.keys()].filter((name) => name.includes("media/"))).toEqual([]);
    expect(text(parts, "word/document.xml")).toContain("Approval by reason, with 95% intervals");
  });
});

describe("a report in PowerPoint", () => {
  it("has a title on each slide, charts with their figures behind them, and widths that hold the figures", async () => {
    const parts = partsOfPackage(await pptxReport(REPORT_FIXTURE, AS_OF, drawn));
    const slides = [...parts].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(6);
    for (const [, slide] of slides) expect(slide).toMatch(/<p:ph\s[^>]*type="title"/);
    const whole = slides.map(([, slide]) => slide).join("");
    expect(whole).toContain('descr="Dollars agreed: $42,000 in the first quarter of 2025');
    expect(whole).toContain('<a:tblPr firstRow="1"/>');
    expect(text(parts, "ppt/charts/chart1.xml")).toContain("<c:v>61500</c:v>");
    expect(parts.has("ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx")).toBe(true);
  });

  it("leaves no paragraph, value or number of a part that PowerPoint would want to repair", async () => {
    for (const [name, slide] of partsOfPackage(await pptxReport(REPORT_FIXTURE, AS_OF, drawn))) {
      if (!name.startsWith("ppt/")) continue;
      expect(slide).not.toMatch(/<\/a:r><a:pPr/);
      expect(slide).not.toContain("<c:v></c:v>");
      if (!name.includes("slides/slide")) continue;
      const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("the exhibits of a report in Excel", () => {
  const bytes = xlsxReport(REPORT_FIXTURE, AS_OF);
  const { grids } = trackerFromBytes(bytes, "exhibits.xlsx");

  it("have a sheet for each table, none hidden, and figures as numbers", () => {
    expect(grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ["About", false],
      ["Approval by reason", false],
      ["Dollars agreed by quarter", false],
      ["Agreed rates by code family", false],
    ]);
    const cells = grids[3]?.rows[3]?.cells ?? [];
    expect(cells.map(({ number, text: words }) => number ?? words)).toEqual([
      "Intensive outpatient program",
      24,
      184_800.25,
      0.857,
      "no benchmark",
      9,
      "=SUM(A1) is text, and so is <b>this</b>",
    ]);
    expect(cells.every(({ formula }) => formula === undefined)).toBe(true);
  });

  it("keep the headings in view and print them on each page", () => {
    const parts = partsOfPackage(bytes);
    expect(text(parts, "xl/workbook.xml")).toContain("'Agreed rates by code family'!$4:$4");
    expect(text(parts, "xl/worksheets/sheet4.xml")).toMatch(/ySplit="4"[^>]*state="frozen"/);
  });
});

describe("every office file of a report", () => {
  const makers = {
    docx: (run: DrawChart) => docxReport(LETTER_FIXTURE, AS_OF, run),
    pptx: (run: DrawChart) => pptxReport(LETTER_FIXTURE, AS_OF, run),
    xlsx: async () => xlsxReport(LETTER_FIXTURE, AS_OF),
  };

  it.each(Object.entries(makers))("%s is the same to the byte, whatever was made before it", async (_, make) => {
    const first = Buffer.from(await make(drawn));
    expect(Buffer.from(await make(drawn)).equals(first)).toBe(true);
  });

  it.each(Object.entries(makers))(
    "%s names a program and the report's day in its properties, no person",
    async (_, make) => {
      const core = text(partsOfPackage(await make(drawn)), "docProps/core.xml");
      expect([...core.matchAll(/<(dc:creator|cp:lastModifiedBy)>([^<]*)/g)].map(([, , who]) => who)).toEqual([
        "SCA Ledger",
        "SCA Ledger",
      ]);
      expect([...core.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].map(([time]) => time)).toEqual([
        "2026-03-16T00:00:00Z",
        "2026-03-16T00:00:00Z",
      ]);
    },
  );
});

describe("the widths of a table's columns", () => {
  it("fill the width and leave no figure too little room", () => {
    const widths = columnWidths(RATE_TABLE, 9360, 102);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9360);
    expect(widths[2]).toBeGreaterThanOrEqual("$236,840".length * 102);
    expect(widths[0]).toBeGreaterThan(widths[3] ?? 0);
  });
});
