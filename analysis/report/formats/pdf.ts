import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { fileFromPage } from "./chromium-page.ts";

/**
 * A report's HTML page as a tagged PDF, printed by an installed Chromium without header and footer of its own. The file's
 * own dates are set to the as-of day and the program's name takes the place of the browser's, so that the same page gives
 * the same bytes and tells nothing of the computer. Throws a UserProblem `no-print` where the browser fails.
 *
 * @example await pdfFromPage(await htmlReport(document, fontFaces()), "/usr/bin/chromium", asOf)
 */
export async function pdfFromPage(page: string, chromium: string, asOf: CalendarDate): Promise<Uint8Array> {
  const flags = ["--no-pdf-header-footer", "--generate-pdf-document-outline"];
  return withFixedProperties(await fileFromPage(chromium, page, "print-to-pdf", flags), asOf);
}

/** What stands before a length's worth of property, and what takes its place: never longer, so that no offset moves. */
function withFixedProperties(pdf: Uint8Array, asOf: CalendarDate): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const day = `D:${asOf.replaceAll("-", "")}000000+00'00'`;
  const fixed = text
    .replace(/\/(CreationDate|ModDate) \((D:[^)]{21})\)/g, (whole, name: string, found: string) =>
      found.length === day.length ? `/${name} (${day})` : whole,
    )
    .replace(
      /\/Creator \(((?:[^()\\]|\\.)*)\)/,
      (_, found: string) => `/Creator (${"SCA Ledger".padEnd(found.length).slice(0, found.length)})`,
    );
  return new Uint8Array(Buffer.from(withCountedNodes(fixed), "latin1"));
}

/** Names of a table's heads, by which its cells point to them, start at a number by chance; their order stays. */
function withCountedNodes(pdf: string): string {
  const names = [...new Set(pdf.match(/\(node\d{8}\)/g) ?? [])].sort();
  const counted = new Map(names.map((name, at) => [name, `(node${String(at + 1).padStart(8, "0")})`]));
  return pdf.replace(/\(node\d{8}\)/g, (name) => counted.get(name) ?? name);
}
