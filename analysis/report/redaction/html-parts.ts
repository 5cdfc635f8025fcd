import type { SearchedPart, SearchedUnit } from "./searched-part.ts";

/** Elements within a line: what they hold is read on with what stands beside them. */
const INLINE = new Set("a b strong em i span small sub sup tspan u code mark wbr font".split(" "));
const CELLS = new Set(["td", "th"]);
const TOKEN = /<!--([\s\S]*?)(?:-->|$)|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|<[!?]([^>]*)>|([^<]+|<)/g;
const ATTRIBUTE = /[^\s"'=<>/]+(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const DATA = /data:[\w/+.-]*;base64,([A-Za-z0-9+/=]+)/g;
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "", ensp: " ", emsp: " ", thinsp: " " },
  ...{ ndash: "–", mdash: "—", hyphen: "-", dash: "-", period: ".", comma: ",", colon: ":", sol: "/", commat: "@" },
  ...{ num: "#", lowbar: "_", zwnj: "", zwj: "", middot: "·", times: "×", rsquo: "’", lsquo: "‘" },
};

/** Everything that an HTML file says, also in comments, attributes and style; entities resolved, runs of a line joined. */
export function htmlParts(file: string, html: string): SearchedPart[] {
  const shown: SearchedUnit[] = [];
  const hidden: SearchedUnit[] = [];
  let line = "";
  let cell: string | null = null;
  let raw: string | null = null;
  const say = (units: SearchedUnit[], kind: SearchedUnit["kind"], text: string): void => {
    if (text.trim() !== "") units.push({ kind, text });
  };
  const endLine = (): void => {
    say(shown, "text", line);
    line = "";
    if (cell !== null) cell += " ";
  };
  for (const [, comment, slash, tag, attributes, declaration, text] of html.matchAll(TOKEN)) {
    if (comment !== undefined) say(hidden, "comment", decoded(comment));
    else if (declaration !== undefined) say(hidden, "comment", declaration);
    else if (text !== undefined) {
      if (raw === null) line += decoded(text);
      else for (const piece of withoutData(text)) say(hidden, "comment", piece);
      if (raw === null && cell !== null) cell += decoded(text);
    } else if (tag !== undefined) {
      const name = tag.toLowerCase();
      for (const value of attributeValues(attributes ?? "")) {
        for (const piece of withoutData(decoded(value))) say(hidden, "attribute", piece);
      }
      if (name === "style" || name === "script") raw = slash === "" ? name : null;
      if (INLINE.has(name)) continue;
      endLine();
      if (!CELLS.has(name)) continue;
      if (cell !== null) say(shown, "cell", cell);
      cell = slash === "" ? "" : null;
    }
  }
  endLine();
  return [
    { file, part: "text of the page", units: shown },
    { file, part: "attributes, comments and style", units: hidden },
  ];
}

function attributeValues(text: string): string[] {
  return [...text.matchAll(ATTRIBUTE)].flatMap(([whole, double, single, bare]) => {
    const value = double ?? single ?? bare;
    return value === undefined ? [whole] : [value];
  });
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal);
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return NAMED[String(name).toLowerCase()] ?? whole;
  });
}

/** A text without the files inside it, and what of these is text: fonts and pictures are known by their first bytes. */
function withoutData(text: string): string[] {
  const inside: string[] = [];
  const outside = text.replace(DATA, (_, base64: string) => {
    const bytes = atob(base64.replace(/=+$/, ""));
    if (!/^(?:wOF2|wOFF|\u0089PNG)/.test(bytes)) {
      inside.push(new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))));
    }
    return " ";
  });
  return [outside, ...inside];
}
