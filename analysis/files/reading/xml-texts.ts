import { SaxesParser } from "saxes";
import { UserProblem } from "../../user-problem.ts";

/** A piece of what an XML part says, to whoever looks for it. */
export interface XmlText {
  /** `cell` is a whole cell of a table, `number` a figure in a sheet or a chart. */
  readonly kind: "text" | "cell" | "number" | "attribute" | "comment";
  readonly text: string;
}

/** Elements whose runs are read as one: paragraphs, shared strings, sheet texts. By local name. */
const JOINED = new Set(["p", "si", "is", "rPh", "text", "title", "desc", "tspan"]);
/** Cells of a table, whose paragraphs stand apart. */
const CELLS = new Set(["tc"]);
/** Stand for a blank within a paragraph. */
const BLANKS = new Set(["br", "tab", "cr", "noBreakHyphen"]);

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/**
 * Everything that an XML part says, also where nobody sees it: texts with the runs of a paragraph joined, figures,
 * attributes, comments and instructions, entities resolved. Throws a UserProblem `xml-damaged` where it cannot be read
 * whole: what cannot be read cannot be vouched for.
 *
 * @example xmlTexts("x.xml", bytes).map(({ text }) => text)
 */
export function xmlTexts(name: string, bytes: Uint8Array): XmlText[] {
  const found: XmlText[] = [];
  const say = (kind: XmlText["kind"], text: string): void => {
    if (text.trim() !== "") found.push({ kind, text });
  };
  const open: Open[] = [];
  const isWithin = (names: ReadonlySet<string>): boolean => open.some((element) => names.has(element.name));
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("opentag", (tag) => {
    const local = localName(tag.name);
    if (BLANKS.has(local)) for (const element of open) element.text += " ";
    for (const value of Object.values(tag.attributes)) say("attribute", value);
    open.push({ name: local, attributes: tag.attributes, text: "" });
  });
  const text = (piece: string): void => {
    for (const element of open.slice(-1)) element.text += piece;
    const last = open.at(-1);
    for (const element of open) {
      if (element !== last && (JOINED.has(element.name) || CELLS.has(element.name))) element.text += piece;
    }
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("comment", (comment) => say("comment", comment));
  parser.on("processinginstruction", ({ target, body }) => say("comment", `${target} ${body}`));
  parser.on("closetag", () => {
    const element = open.pop();
    if (element === undefined) return;
    if (CELLS.has(element.name)) return say("cell", element.text);
    if (JOINED.has(element.name)) {
      for (const outer of open) if (CELLS.has(outer.name)) outer.text += " ";
      return say("text", element.text);
    }
    if (element.name === "v") return sayValue(element.text, open, say);
    if (!isWithin(JOINED)) say("text", element.text);
  });
  parser.on("doctype", () => {
    throw damaged(name);
  });
  parser.on("error", () => {
    throw damaged(name);
  });
  try {
    parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
  } catch (error) {
    throw error instanceof UserProblem ? error : damaged(name);
  }
  return found;
}

/** A value of a sheet's cell or of a chart: the place of a shared string says nothing by itself. */
function sayValue(text: string, open: readonly Open[], say: (kind: XmlText["kind"], text: string) => void): void {
  const kind = open.at(-1)?.attributes["t"];
  if (kind === "s") return;
  say(kind === "str" || open.some(({ name }) => name === "strCache") ? "text" : "number", text);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function damaged(name: string): UserProblem {
  return new UserProblem("xml-damaged", `The part ${name} cannot be read whole.`);
}
