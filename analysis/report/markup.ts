/** Text that is already HTML. Everything else is escaped when it is put into a page. */
export interface Markup {
  readonly html: string;
}

/** What a page template takes: markup as it is, text and numbers escaped, lists joined. */
type Part = Markup | string | number | readonly Part[];

/**
 * A piece of a page. Whatever comes from the tracker is escaped, so a cell that holds a tag shows it and never becomes one.
 *
 * @example markup`<td>${"<b>Aetna</b>"}</td>`.html is "<td>&lt;b&gt;Aetna&lt;/b&gt;</td>"
 */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: texts.map((text, index) => text + (index < parts.length ? render(parts[index] ?? "") : "")).join("") };
}

/** Markup that we made ourselves elsewhere, such as a chart. Never for text from a file. */
export function trustedMarkup(html: string): Markup {
  return { html };
}

function render(part: Part): string {
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(render).join("");
}

/** Control characters have no place in a page, except line breaks and tabs. */
function escapeText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;")
  );
}
