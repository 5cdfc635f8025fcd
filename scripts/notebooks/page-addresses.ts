/**
 * Addresses that stand in a page as names and are never loaded: XML namespaces, the name of the chart language, and where
 * a library's messages send a developer.
 */
const NAMES: readonly RegExp[] = [
  /^http:\/\/www\.w3\.org\/(?:1998\/Math\/MathML|1999\/(?:xhtml|xlink)|2000\/(?:svg|xmlns\/)|XML\/1998\/namespace)$/,
  /^https:\/\/vega\.github\.io\/schema\/vega(?:-lite)?\/v\d+\.json$/,
  /^https:\/\/github\.com\/vega\/vega-lite\/issues\/\d+$/,
];

const ADDRESS = /\b(?:https?|wss?):\/\/[^\s"'`<>)\\]*/g;
/** An address without its protocol, which a browser completes: src="//host", url(//host), @import "//host". */
const BARE =
  /(?:\b(?:src|href|srcset|poster|action|data)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)(\/\/[\w.-]+[^\s"'`<>)]*)/gi;

/**
 * Every address outside the file that a page names, apart from those that are names by definition; none may be left in a
 * page that loads nothing.
 *
 * @example outsideAddresses('<img src="https://example.org/a.png">') is ["https://example.org/a.png"]
 */
export function outsideAddresses(html: string): readonly string[] {
  const found = [
    ...[...html.matchAll(ADDRESS)].map(([address]) => address),
    ...[...html.matchAll(BARE)].map(([, address = ""]) => address),
  ];
  return [...new Set(found)].filter((address) => !NAMES.some((name) => name.test(address)));
}
