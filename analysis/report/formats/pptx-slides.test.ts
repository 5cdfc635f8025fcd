import { describe, expect, it } from "vitest";
import { contentOf } from "../../../sca/ledger/made-up-cases.ts";
import { MEASURED_AS_OF, measuredLedger } from "../../testing/measured-ledger.ts";
import { partsOfPackage } from "../../testing/package-parts.ts";
import { LETTER_FIXTURE, REPORT_FIXTURE } from "../../testing/report-fixture.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { internalReport } from "../editions/internal-report.ts";
import { payerReport } from "../editions/payer-report.ts";
import { leverageLedger } from "../leverage-ledger.ts";
import { pptxReport } from "./pptx.ts";

const ledger = leverageLedger(contentOf(measuredLedger(160, 11)), MEASURED_AS_OF) ?? expect.fail("a ledger");
const DECKS = [REPORT_FIXTURE, LETTER_FIXTURE, ...["Aetna", "Cigna"].map((payer) => internalReport(ledger, payer))];
const INCH = 914_400;

async function slidesOf(document: ReportDocument): Promise<string[]> {
  const parts = partsOfPackage(await pptxReport(document, MEASURED_AS_OF, async () => null));
  const slides = [...parts].flatMap(([name, xml]) => (/^ppt\/slides\/slide\d+\.xml$/.test(name) ? [xml] : []));
  return slides.map((xml) => xml.replaceAll(/<p:sp>(?:(?!<\/p:sp>).)*type="sldNum".*?<\/p:sp>/gs, ""));
}

const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<a:t>([^<]*)/g)].map(([, words = ""]) => words.replaceAll("&apos;", "'")).join("");

function titleOf(slide: string): string {
  const shapes = slide.match(/<p:sp>.*?<\/p:sp>/gs) ?? [];
  return wordsOf(shapes.find((shape) => /<p:ph\s[^>]*type="title"/.test(shape)) ?? "");
}

describe("the slides of a report", () => {
  it.each(DECKS)("keep every part on the slide, in type that is read from a chair, deck %#", async (document) => {
    for (const slide of await slidesOf(document)) {
      for (const [, y = "", height = ""] of slide.matchAll(/<a:off x="\d+" y="(\d+)"\/><a:ext cx="\d+" cy="(\d+)"/g)) {
        expect((Number(y) + Number(height)) / INCH, titleOf(slide)).toBeLessThanOrEqual(7.0);
      }
      for (const [, size] of slide.matchAll(/<a:rPr [^>]*sz="(\d+)"/g)) {
        expect(Number(size), titleOf(slide)).toBeGreaterThanOrEqual(1200);
      }
    }
  });

  it.each(DECKS)("have titles of which no two are the same, deck %#", async (document) => {
    const titles = (await slidesOf(document)).map(titleOf);
    expect(titles).not.toContain("");
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("say the finding in the title, a hint as a hint, and the section over it", async () => {
    const slides = await slidesOf(internalReport(ledger, "Cigna"));
    const approval = slides.find((slide) => /granted \d+ of \d+ decided requests/.test(titleOf(slide)));
    expect(wordsOf(approval ?? "")).toContain("How often they say yes");
    expect(slides.map(titleOf).some((title) => title.startsWith("Hint, not a finding: "))).toBe(true);
  });

  it("say everything that the report says", async () => {
    const document = internalReport(ledger, "Aetna");
    const said = (await slidesOf(document)).map(wordsOf).join(" ");
    for (const { blocks } of document.sections) {
      for (const block of blocks) {
        const table = block.kind === "chart" ? block.table : block.kind === "table" ? block : null;
        for (const row of table?.rows ?? []) for (const { text } of row) expect(said).toContain(text);
        if (block.kind !== "finding" && block.kind !== "paragraph") continue;
        const words = block.text.map((run) => (typeof run === "string" ? run : run.strong)).join("");
        for (const sentence of words.split(/(?<=[.]) (?=[A-Z])/)) expect(said).toContain(sentence);
      }
    }
  });

  it("put short sections of a letter on one slide, each under its heading", async () => {
    const { sections } = payerReport(ledger, "Aetna", {});
    const slides = await slidesOf(payerReport(ledger, "Aetna", {}));
    expect(slides.map(titleOf)[1]).toMatch(/^Who we are · Our place in your network/);
    expect(slides.length).toBeLessThan(sections.length);
    for (const { heading } of sections) expect(slides.map(wordsOf).join(" ")).toContain(heading);
  });
});
