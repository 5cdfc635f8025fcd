import { attributeOf, type XmlElement } from "./xml-element.ts";
import type { XmlPart } from "./xml-part.ts";
import { attributeText } from "./xml-text.ts";

export const CONTENT_TYPES_PART = "[Content_Types].xml";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const CONTENT_TYPE = {
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  table: `${SPREADSHEET}.table+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  relationships: "application/vnd.openxmlformats-package.relationships+xml",
} as const;

/** The list that says what each part is. */
export class ContentTypes {
  readonly #part: XmlPart;
  readonly #overrides: ReadonlyMap<string, XmlElement>;
  readonly #added = new Map<string, string>();

  constructor(part: XmlPart) {
    this.#part = part;
    this.#overrides = new Map(
      part.root.children
        .filter(({ name }) => name === "Override")
        .map((element) => [keyOf(attributeOf(element, "PartName") ?? ""), element]),
    );
  }

  /** Says what a part is. Nothing changes where the list says so already. */
  declare(part: string, type: string): void {
    const element = this.#overrides.get(keyOf(part));
    if (element) this.#part.setAttribute(element, "ContentType", type);
    else this.#added.set(part, type);
  }

  remove(part: string): void {
    const element = this.#overrides.get(keyOf(part));
    if (element) this.#part.remove(element);
  }

  finish(): void {
    const rels = this.#part.root.children.some(
      (child) => child.name === "Default" && attributeOf(child, "Extension")?.toLowerCase() === "rels",
    );
    const lines = [...this.#added].map(
      ([part, type]) => `<Override PartName="/${attributeText(part)}" ContentType="${type}"/>`,
    );
    if (!rels) lines.unshift(`<Default Extension="rels" ContentType="${CONTENT_TYPE.relationships}"/>`);
    if (lines.length > 0) this.#part.insert([], this.#part.prefixed(lines.join("")));
  }
}

function keyOf(part: string): string {
  return part.replace(/^\//, "").toLowerCase();
}
