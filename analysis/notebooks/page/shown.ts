import type { ReportBlock } from "../../report/document/report-document.ts";
import { blockMarkup } from "../../report/formats/html.ts";

/**
 * Paragraphs, findings, figures, tables and charts as they look in a report, for a cell to display. What is wider than a
 * narrow screen scrolls by itself, by keyboard too.
 *
 * @example display(await shown(measuredTable("By payer", measured(ledger, SLICES.payer), ["decided"])))
 */
export async function shown(...blocks: readonly ReportBlock[]): Promise<HTMLElement> {
  const place = document.createElement("div");
  for (const block of blocks) place.insertAdjacentHTML("beforeend", (await blockMarkup(block)).html);
  for (const figure of place.querySelectorAll("figure")) {
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    scroll.tabIndex = 0;
    scroll.append(...figure.childNodes);
    figure.append(scroll);
  }
  return place;
}
