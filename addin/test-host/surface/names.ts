import { addressOfArea, quotedSheet } from "../model/area.ts";
import { formulaName } from "../model/object-name.ts";
import { RangeModel } from "../model/range.ts";
import type { DefinedName, Place, WorkbookModel } from "../model/workbook.ts";
import { invalidArgument, itemAlreadyExists, itemNotFound, NotModelled } from "../rich-api/host-error.ts";
import { collectionMethods, type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { RANGE } from "./range.ts";

interface PlacedName {
  readonly workbook: WorkbookModel;
  readonly item: DefinedName;
}

function absolute(place: Place): string {
  return `${quotedSheet(place.sheet.name)}!${addressOfArea(place.area).replace(/[A-Z]+|\d+/g, "$$$&")}`;
}

/** What a name stands for, from "=Settings!$B$2" or another formula: a place, or the formula where it is none. */
export function placeOfName(workbook: WorkbookModel, reference: string): DefinedName["refersTo"] {
  if (!reference.startsWith("=")) throw invalidArgument();
  // Several areas, "=Start!$A$1:$B$4,Start!$D$2", are kept as they are written.
  const isSeveral = reference.replace(/'(?:[^']|'')*'/g, "").includes(",");
  if (!reference.includes("!") || /[()]/.test(reference) || isSeveral) return { formula: reference };
  return workbook.place(reference, workbook.active);
}

function range({ workbook, item }: PlacedName): HostObject | null {
  return "sheet" in item.refersTo
    ? host(RANGE, new RangeModel(workbook, item.refersTo.sheet, item.refersTo.area))
    : null;
}

const NAMED_ITEM: HostType<PlacedName> = {
  name: "NamedItem",
  id: { member: "_Id", of: ({ item }) => item.name },
  scalars: {
    comment: {
      get: ({ item }) => item.comment,
      set: ({ workbook, item }, comment) => {
        workbook.assertWritable();
        item.comment = String(comment);
      },
    },
    formula: {
      get: ({ item }) => ("sheet" in item.refersTo ? `=${absolute(item.refersTo)}` : item.refersTo.formula),
      set: ({ workbook, item }, formula) => {
        if (typeof formula !== "string") throw invalidArgument();
        workbook.assertWritable();
        item.refersTo = placeOfName(workbook, formula);
      },
    },
    name: { get: ({ item }) => item.name },
    scope: { get: () => "Workbook" },
    type: {
      get: ({ item }) => {
        if ("sheet" in item.refersTo) return "Range";
        if (item.refersTo.formula === "=#REF!") return "Error";
        throw new NotModelled(`the type of the name ${item.name} (${item.refersTo.formula})`);
      },
    },
    value: {
      get: ({ item }) => {
        if ("sheet" in item.refersTo) return absolute(item.refersTo).replaceAll("$", "");
        if (item.refersTo.formula === "=#REF!") return "#REF!";
        throw new NotModelled(`the value of the name ${item.name} (${item.refersTo.formula})`);
      },
    },
    visible: {
      get: ({ item }) => item.visible,
      set: ({ workbook, item }, visible) => {
        workbook.assertWritable();
        item.visible = visible === true;
      },
    },
  },
  methods: {
    delete: ({ workbook, item }) => {
      workbook.assertWritable();
      workbook.names.splice(workbook.names.indexOf(item), 1);
    },
    getRange: (placed) => {
      const found = range(placed);
      if (found === null) throw itemNotFound();
      return found;
    },
    getRangeOrNullObject: range,
  },
};

function items(workbook: WorkbookModel): readonly HostObject[] {
  return workbook.names.map((item) => host(NAMED_ITEM, { workbook, item }));
}

function find(workbook: WorkbookModel, key: WireValue): HostObject | null {
  const item = workbook.definedName(String(key));
  return item === null ? null : host(NAMED_ITEM, { workbook, item });
}

/** `Excel.NamedItemCollection` of the workbook. A name that is taken is ItemAlreadyExists (OfficeDev/office-js issue 2875). */
export const NAMES: HostType<WorkbookModel> = {
  name: "NamedItemCollection",
  items,
  find,
  methods: {
    ...collectionMethods(items, find),
    add: (workbook, args) => {
      workbook.assertWritable();
      const name = formulaName(args.text(0));
      if (workbook.definedName(name) !== null || workbook.table(name) !== null) throw itemAlreadyExists();
      const given = args.object(1)?.as(RANGE) ?? null;
      const item: DefinedName = {
        name,
        refersTo: given === null ? placeOfName(workbook, args.text(1)) : { sheet: given.sheet, area: given.area },
        comment: args.given(2) ? args.text(2) : "",
        visible: true,
      };
      workbook.names.push(item);
      return host(NAMED_ITEM, { workbook, item });
    },
  },
};
