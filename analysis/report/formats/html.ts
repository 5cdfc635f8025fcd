import { svgFromSpec } from "../../charts/svg-from-spec.ts";
import type {
  ChartBlock,
  ReportBlock,
  ReportDocument,
  ReportSection,
  TableBlock,
  TableCell,
  TableColumn,
  Text,
} from "../document/report-document.ts";
import { type Markup, markup, trustedMarkup } from "../markup.ts";
import { standalonePage } from "../page.ts";
import { reportStyle } from "./report-style.ts";

/** How every format says that a sentence rests on few answers. */
export const HINT_WORDS = "Hint, not a finding:";

/**
 * A report as one HTML file without script: style, fonts and pictures inside, a content policy that allows nothing else.
 * One h1, an h2 a section, each picture with its words for a screen reader and its figures in a table. On paper exhibits
 * begin a page, notes stand with the last section, and feet carry title and page. The same document gives the same bytes; `fontFaces` is style text, without
 * it the page is set in the reader's own typeface.
 *
 * @example await htmlReport(document, fontFaces())
 */
export async function htmlReport(document: ReportDocument, fontFaces = ""): Promise<string> {
  const sections: Markup[] = [];
  for (const section of document.sections) sections.push(await sectionMarkup(section));
  const body = markup`<div class="${document.isLetter ? "letter" : "report"}">
<header>
<p class="over">${document.over}</p>
<h1>${document.title}</h1>
<p class="about">${document.about}</p>
</header>
<main>
${sections.slice(0, -1)}<div class="closing">
${sections.slice(-1)}${document.notes.length === 0 ? "" : markup`<footer>${document.notes.map(paragraph)}</footer>`}
</div>
</main>
</div>`;
  return standalonePage(document.title, body, fontFaces, reportStyle(document.title, document.isLetter));
}

async function sectionMarkup({ heading, startsPage, blocks }: ReportSection): Promise<Markup> {
  const parts: Markup[] = [];
  for (const block of blocks) parts.push(await blockMarkup(block));
  return markup`<section${trustedMarkup(startsPage ? ' class="exhibit"' : "")}>
<h2>${heading}</h2>
${parts}</section>
`;
}

export async function blockMarkup(block: ReportBlock): Promise<Markup> {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.text);
    case "finding":
      return markup`<p class="finding">${block.isHint ? markup`<span class="hint">${HINT_WORDS}</span> ` : ""}${words(block.text)}</p>
`;
    case "list": {
      const items = block.items.map((item) => markup`<li>${words(item)}</li>`);
      return block.isNumbered
        ? markup`<ol>${items}</ol>
`
        : markup`<ul>${items}</ul>
`;
    }
    case "figures":
      return markup`<dl class="key">${block.figures.map(({ value, label }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
`;
    case "table":
      return tableMarkup(block);
    case "chart":
      return chartMarkup(block);
  }
}

function paragraph(text: Text): Markup {
  return markup`<p>${words(text)}</p>
`;
}

function words(text: Text): Markup {
  return markup`${text.map((run) => (typeof run === "string" ? run : markup`<strong>${run.strong}</strong>`))}`;
}

async function chartMarkup({ title, alternative, spec, table }: ChartBlock): Promise<Markup> {
  const { svg } = await svgFromSpec({ ...spec, description: alternative });
  return markup`<h3>${title}</h3>
<figure>${trustedMarkup(svg)}</figure>
${tableMarkup(table)}`;
}

function tableMarkup({ caption, columns, rows, total }: TableBlock): Markup {
  return markup`<div class="scroll" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ heading, align }) => markup`<th scope="col"${look(align)}>${heading}</th>`)}</tr></thead>
<tbody>${rows.map((row) => rowMarkup(row, columns))}</tbody>
${total === null ? "" : markup`<tfoot>${rowMarkup(total, columns)}</tfoot>`}
</table></div>
`;
}

function rowMarkup(row: readonly TableCell[], columns: readonly TableColumn[]): Markup {
  const [name, ...cells] = row;
  const rest = cells.map(({ text }, at) => markup`<td${look(columns[at + 1]?.align)}>${text}</td>`);
  return markup`<tr><th scope="row">${name?.text ?? ""}</th>${rest}</tr>
`;
}

function look(align: TableColumn["align"] | undefined): Markup {
  return trustedMarkup(align === "words" ? ' class="words"' : "");
}
