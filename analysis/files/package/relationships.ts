import { readPartXml } from "./part-xml.ts";
import type { ZipPackage } from "./zip-package.ts";

/** How one part of a package points to another, or out of it. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address ("worksheet", "sharedStrings"): the same in every edition of the standard. */
  readonly kind: string;
  /** The part's name in the package without a leading slash; the address as written where the target is external. */
  readonly target: string;
  readonly external: boolean;
}

const LIMIT = 64 * 2 ** 20;

/** A target as a part name: relative to the folder of the part that points, or absolute with a leading slash. */
function resolveTarget(source: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const segments = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

/** The name of the part that holds a part's relationships; "" stands for the whole package. */
export function relationshipsPartOf(source: string): string {
  const slash = source.lastIndexOf("/");
  return `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`;
}

/**
 * The relationships of a part, or of the whole package for "". None where the package has no such list.
 *
 * @example relationshipsOf(pkg, "xl/workbook.xml").find((to) => to.kind === "styles")?.target is "xl/styles.xml"
 */
export function relationshipsOf(pkg: ZipPackage, source: string): readonly Relationship[] {
  const entry = pkg.find(relationshipsPartOf(source));
  if (entry === undefined) return [];
  const found: Relationship[] = [];
  readPartXml(entry, LIMIT, {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      const type = attributes["Type"] ?? "";
      found.push({
        id: attributes["Id"] ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        target: external ? target : resolveTarget(source, target),
        external,
      });
    },
  });
  return found;
}
