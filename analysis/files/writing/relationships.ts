import { attributeText } from "./xml-text.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A line of a part's .rels: which other part, or which address, it speaks of under an id. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

/** The full name of a relationship's type: `relationshipType("table")`. */
export function relationshipType(kind: string): string {
  return `${OFFICE}/${kind}`;
}

/** True for a type of that kind, under whichever of its names: "…/relationships/table". */
export function isOfKind(relationship: { readonly type: string }, kind: string): boolean {
  return relationship.type.endsWith(`/${kind}`);
}

/** One relationship as XML without a prefix. */
export function relationshipXml({ id, type, target, external }: Relationship): string {
  const mode = external ? ' TargetMode="External"' : "";
  return `<Relationship Id="${attributeText(id)}" Type="${attributeText(type)}" Target="${attributeText(target)}"${mode}/>`;
}

/** A whole .rels part. */
export function relationshipsXml(relationships: readonly Relationship[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.map(relationshipXml).join("")}</Relationships>`;
}

/** Gives ids that none of these relationships has. */
export function freshIds(taken: readonly { readonly id: string }[]): () => string {
  const ids = new Set(taken.map(({ id }) => id.toLowerCase()));
  let number = 0;
  return () => {
    do number++;
    while (ids.has(`rid${number}`));
    return `rId${number}`;
  };
}

/**
 * The part that a target means, seen from the part that names it.
 *
 * @example resolveTarget("xl/worksheets/sheet1.xml", "../tables/table1.xml") is "xl/tables/table1.xml"
 */
export function resolveTarget(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/**
 * A target that leads from one part to another.
 *
 * @example relativeTarget("xl/worksheets/sheet1.xml", "xl/tables/table1.xml") is "../tables/table1.xml"
 */
export function relativeTarget(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => ".."), ...there].join("/");
}
