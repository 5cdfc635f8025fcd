import { SaxesParser, type SaxesTagPlain } from "saxes";
import { type Area, areaText, overlap, parseArea } from "../../../sca/workbook/sheet-reference.ts";
import { UserProblem } from "../../user-problem.ts";
import { isOfKind, type Relationship } from "./relationships.ts";
import type { TableIdentity } from "./table-part.ts";
import { partDamaged } from "./xml-part.ts";

/** A table as an earlier run wrote it and the user may have changed it since. */
export interface EarlierTable extends TableIdentity {
  /** The part's name in the package. */
  readonly part: string;
  readonly name: string;
  readonly area: Area;
  /** Headings in lower case, in order. */
  readonly headings: readonly string[];
}

/** A cell that the user put beside what we wrote: it goes into the new sheet as it is. */
export interface LooseCell {
  readonly row: number;
  readonly column: number;
  readonly xml: string;
}

export interface SetWidth {
  readonly width: number;
  readonly hidden: boolean;
}

/** What stays of one of our sheets when a later run writes it anew. */
export interface EarlierSheet {
  /** Comments, pictures, charts: everything that is neither a table nor a link. */
  readonly relationships: readonly Relationship[];
  /** The elements that show them, by relationship id. */
  readonly drawings: readonly { readonly element: string; readonly id: string }[];
  readonly looseCells: readonly LooseCell[];
  readonly selected: boolean;
  readonly zoom: number | null;
  readonly widths: ReadonlyMap<number, SetWidth>;
  columnWidths(table: string, heading: string): SetWidth | undefined;
}

/** Elements that only point at a part: they can be written anew. In the order of the schema. */
const DRAWINGS = ["drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture"];
/** What the user put onto our sheet and we cannot carry over without harm, in words. */
const IMMOVABLE: ReadonlyMap<string, string> = new Map([
  ["oleObjects", "an embedded object"],
  ["controls", "a button or check box"],
]);

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

interface CellScan {
  readonly start: number;
  readonly area: Area;
  filled: boolean;
  /** Formulas that are stored once for several cells: they move together or not at all. */
  group: string | null;
  /** The cells of an array formula. */
  spill: Area | null;
}

/**
 * Reads what has to stay from one of our sheets. `ours` are the areas that we wrote or that our tables grew to: what stands
 * outside is the user's. Throws a UserProblem where the user put something there that cannot be kept.
 */
export function readEarlierSheet(
  xml: string,
  { name: sheet, part }: { readonly name: string; readonly part: string },
  allRelationships: readonly Relationship[],
  tables: readonly EarlierTable[],
  ours: readonly Area[],
): EarlierSheet {
  const refuse = (what: string): never => {
    throw new UserProblem(
      "ledger-sheet-changed",
      `The ledger's sheet "${sheet}" holds ${what}, which would be lost when the sheet is written anew. Move it to a sheet of its own and run again. Nothing was changed.`,
    );
  };
  const relationships = allRelationships.filter((found) => !isOfKind(found, "table") && !isOfKind(found, "hyperlink"));
  for (const found of relationships) {
    if (isOfKind(found, "pivotTable")) refuse("a pivot table");
    if (isOfKind(found, "queryTable")) refuse("a query");
    if (isOfKind(found, "slicer")) refuse("a slicer");
  }

  const looseCells: LooseCell[] = [];
  const groupsOfOurs = new Set<string>();
  const groupsOfUser = new Set<string>();
  const drawings: { element: string; id: string }[] = [];
  const widths = new Map<number, SetWidth>();
  let selected = false;
  let zoom: number | null = null;
  let cell: CellScan | null = null;
  let prefix = "";
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw partDamaged(part, new Error("a DOCTYPE is not allowed in a workbook"));
  });
  parser.on("error", (error) => {
    throw partDamaged(part, error);
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    const name = local(tag.name);
    const value = (attribute: string): string | undefined => tag.attributes[attribute];
    if (name === "worksheet") prefix = tag.name.slice(0, -"worksheet".length);
    else if (name === "sheetView") {
      selected ||= /^(1|true)$/.test(value("tabSelected") ?? "");
      zoom ??= Number(value("zoomScale") ?? 0) || null;
    } else if (name === "col") {
      const last = Math.min(Number(value("max")), Number(value("min")) + 200);
      const set = { width: Number(value("width") ?? 9), hidden: /^(1|true)$/.test(value("hidden") ?? "") };
      for (let column = Number(value("min")); column <= last; column++) widths.set(column, set);
    } else if (name === "c") {
      const area = parseArea(value("r") ?? "");
      const start = xml.lastIndexOf("<", parser.position - 1);
      cell = area && { start, area, filled: false, group: null, spill: null };
    } else if (cell && (name === "v" || name === "is" || name === "f")) {
      cell.filled = true;
      if (name === "f" && value("si") !== undefined) cell.group = value("si") ?? null;
      if (name === "f" && value("t") === "array") cell.spill = parseArea(value("ref") ?? "");
    } else if (DRAWINGS.includes(name)) {
      const id = Object.entries(tag.attributes).find(([attribute]) => local(attribute) === "id")?.[1];
      if (id !== undefined) drawings.push({ element: name, id });
    } else {
      const what = IMMOVABLE.get(name);
      if (what) refuse(what);
    }
  });
  parser.on("closetag", (tag: SaxesTagPlain) => {
    if (local(tag.name) !== "c" || !cell) return;
    const { start, area, filled, group, spill } = cell;
    cell = null;
    const isOurs = ours.some((own) => overlap(own, area));
    if (group !== null) (isOurs ? groupsOfOurs : groupsOfUser).add(group);
    if (!filled || isOurs) return;
    if (spill && ours.some((own) => overlap(own, spill))) refuse(`an array formula in ${areaText(spill)}`);
    const raw = xml.slice(start, parser.position);
    const plain = prefix === "" ? raw : raw.replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</");
    looseCells.push({ row: area.top, column: area.left, xml: plain });
  });
  parser.write(xml).close();
  for (const group of groupsOfUser)
    if (groupsOfOurs.has(group)) refuse("formulas beside a table that continue one of its columns");

  const placeOf = (table: EarlierTable, heading: string): number => {
    const index = table.headings.indexOf(heading.toLowerCase());
    return index < 0 ? -1 : table.area.left + index;
  };
  return {
    relationships,
    drawings,
    looseCells,
    selected,
    zoom,
    widths,
    columnWidths: (name, heading) => {
      const table = tables.find((found) => found.name.toLowerCase() === name.toLowerCase());
      return table && widths.get(placeOf(table, heading));
    },
  };
}
