import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { ReportDocument } from "../document/report-document.ts";
import type { DrawChart } from "./chart-png.ts";
import { docxReport } from "./docx.ts";
import { htmlReport } from "./html.ts";
import { pdfFromPage } from "./pdf.ts";
import { pptxReport } from "./pptx.ts";
import { REPORT_FORMATS, type ReportFormat } from "./report-format.ts";
import { xlsxReport } from "./xlsx.ts";

/** A file as it would be handed over. */
export interface FinishedFile {
  /** Its name without a folder. */
  readonly name: string;
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
}

/** What making files takes from the machine. */
export interface ReportTools {
  readonly fontFaces: string;
  readonly draw: DrawChart;
  /** The browser to print with; null for none: then there is no PDF. */
  readonly chromium: string | null;
}

/** One report in the wanted formats, in the order of the formats; without a browser all but the PDF. */
export async function reportFiles(
  document: ReportDocument,
  {
    name,
    formats,
    asOf,
  }: { readonly name: string; readonly formats: readonly ReportFormat[]; readonly asOf: CalendarDate },
  { fontFaces, draw, chromium }: ReportTools,
): Promise<FinishedFile[]> {
  const files: FinishedFile[] = [];
  const page = await htmlReport(document, fontFaces);
  for (const format of REPORT_FORMATS.filter((one) => formats.includes(one))) {
    const bytes = await bytesOf(format);
    if (bytes !== null) files.push({ name: `${name}.${format}`, format, bytes });
  }
  return files;

  async function bytesOf(format: ReportFormat): Promise<Uint8Array | null> {
    switch (format) {
      case "html":
        return new TextEncoder().encode(page);
      case "pdf":
        return chromium === null ? null : pdfFromPage(page, chromium, asOf);
      case "docx":
        return docxReport(document, asOf, draw);
      case "pptx":
        return pptxReport(document, asOf, draw);
      case "xlsx":
        return xlsxReport(document, asOf);
    }
  }
}
