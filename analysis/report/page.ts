import { type Markup, markup, trustedMarkup } from "./markup.ts";
import { PAGE_STYLE } from "./page-style.ts";

/**
 * A page that stands alone in one file: style, fonts and pictures inside, no script. Its content policy forbids scripts,
 * forms and every connection, and allows the one style by its hash, so nothing that slipped into the text could act.
 * Without font faces it is set in the reader's own sans serif; `moreStyle` comes after the style of all pages.
 */
export async function standalonePage(title: string, body: Markup, fontFaces: string, moreStyle = ""): Promise<string> {
  const style = `${fontFaces}${PAGE_STYLE}${moreStyle}`;
  const hash = await sha256(style);
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trustedMarkup(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
