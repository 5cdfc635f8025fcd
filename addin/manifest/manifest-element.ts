/** An element of the manifest with its place in the text, as the XML reader gives it. */
export interface ManifestElement {
  /** The name without its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly ManifestAttribute[];
  readonly children: readonly ManifestElement[];
  /** All text directly inside. */
  readonly text: string;
  /** Where its start tag begins in the text. */
  readonly start: number;
}

interface ManifestAttribute {
  readonly local: string;
  /** The namespace, "" where the attribute has no prefix. */
  readonly uri: string;
  readonly value: string;
}

/** An element and the elements around it, the outermost first. */
export interface PlacedElement {
  readonly element: ManifestElement;
  readonly ancestors: readonly ManifestElement[];
}

export const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** The value of an attribute without a prefix. */
export function attributeOf(element: ManifestElement, name: string): string | undefined {
  return element.attributes.find(({ local, uri }) => local === name && uri === "")?.value;
}

/** What xsi:type says, such as "ExecuteFunction". */
export function typeOf(element: ManifestElement): string | undefined {
  return element.attributes.find(({ local, uri }) => local === "type" && uri === XSI)?.value;
}

/** An element and all inside it, in the order of the text. */
export function everyElement(
  element: ManifestElement,
  ancestors: readonly ManifestElement[] = [],
): readonly PlacedElement[] {
  const inside = [...ancestors, element];
  return [{ element, ancestors }, ...element.children.flatMap((child) => everyElement(child, inside))];
}

/** All elements at a path of names below an element: `elementsAt(root, "Hosts", "Host")`. */
export function elementsAt(element: ManifestElement, ...path: readonly string[]): readonly ManifestElement[] {
  let found: readonly ManifestElement[] = [element];
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}
