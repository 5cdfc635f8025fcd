import { overlap, without } from "../model/area.ts";
import type { RangeModel } from "../model/range.ts";
import type { Condition } from "../model/sheet.ts";
import { invalidArgument, invalidOperation, NotModelled } from "../rich-api/host-error.ts";
import { collectionMethods, type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { type BagShape, bagType, type SettingBag } from "./setting-bag.ts";

interface PlacedCondition {
  readonly range: RangeModel;
  readonly condition: Condition;
}

const FORMAT: BagShape = {
  type: "ConditionalRangeFormat",
  scalars: { numberFormat: null },
  inner: {
    fill: { type: "ConditionalRangeFill", scalars: { color: null } },
    font: {
      type: "ConditionalRangeFont",
      scalars: { bold: null, color: null, italic: null, strikethrough: null, underline: null },
    },
  },
};

/** The kinds of conditional format that are kept, by the member that speaks of them. */
const KINDS: { readonly [member: string]: { readonly type: string; readonly shape: BagShape } } = {
  cellValue: {
    type: "CellValue",
    shape: { type: "CellValueConditionalFormat", scalars: { rule: null }, inner: { format: FORMAT } },
  },
  custom: {
    type: "Custom",
    shape: {
      type: "CustomConditionalFormat",
      scalars: {},
      inner: { format: FORMAT, rule: { type: "ConditionalFormatRule", scalars: { formula: "" } } },
    },
  },
  textComparison: {
    type: "ContainsText",
    shape: { type: "TextConditionalFormat", scalars: { rule: null }, inner: { format: FORMAT } },
  },
};

const KIND_TYPES = new Map(
  Object.entries(KINDS).map(([member, { type, shape }]) => [member, { type, bag: bagType(shape, `${member}.`) }]),
);

function kind(member: string): (placed: PlacedCondition) => HostObject {
  return ({ range, condition }) => {
    const found = KIND_TYPES.get(member);
    if (found === undefined || condition.type !== found.type) throw invalidOperation();
    const bag: SettingBag = {
      settings: condition.settings,
      check: () => range.workbook.assertEditable(range.sheet, condition.area, "allowFormatCells"),
    };
    return host(found.bag, bag);
  };
}

const CONDITIONAL_FORMAT: HostType<PlacedCondition> = {
  name: "ConditionalFormat",
  id: { member: "Id", of: ({ condition }) => condition.id },
  scalars: {
    id: { get: ({ condition }) => condition.id },
    priority: { get: ({ range, condition }) => range.sheet.conditions.indexOf(condition), set: reorder },
    stopIfTrue: {
      get: ({ condition }) => condition.stopIfTrue,
      set: ({ condition }, value) => {
        condition.stopIfTrue = value === true;
      },
    },
    type: { get: ({ condition }) => condition.type },
  },
  navigations: {
    cellValue: kind("cellValue"),
    custom: kind("custom"),
    textComparison: kind("textComparison"),
  },
  methods: {
    delete: ({ range, condition }) => {
      range.workbook.assertEditable(range.sheet, condition.area, "allowFormatCells");
      range.sheet.conditions = range.sheet.conditions.filter((other) => other !== condition);
    },
  },
};

function reorder({ range: { sheet }, condition }: PlacedCondition, priority: WireValue): void {
  if (typeof priority !== "number" || priority < 0 || priority >= sheet.conditions.length) throw invalidArgument();
  const others = sheet.conditions.filter((other) => other !== condition);
  sheet.conditions = [...others.slice(0, priority), condition, ...others.slice(priority)];
}

function items(range: RangeModel): readonly HostObject[] {
  return range.sheet.conditions
    .filter(({ area }) => overlap(area, range.area) !== null)
    .map((condition) => host(CONDITIONAL_FORMAT, { range, condition }));
}

function find(range: RangeModel, key: WireValue): HostObject | null {
  return items(range).find((item) => item.id()?.value === key) ?? null;
}

/** `Excel.ConditionalFormatCollection` (ExcelApi 1.6): "Adds a new conditional format to the collection at the first/top priority". */
export const CONDITIONAL_FORMATS: HostType<RangeModel> = {
  name: "ConditionalFormatCollection",
  items,
  find,
  methods: {
    ...collectionMethods(items, find),
    add: (range, args) => {
      const type = args.text(0);
      if (!Object.values(KINDS).some((known) => known.type === type)) {
        throw new NotModelled(`ConditionalFormatCollection.add("${type}")`);
      }
      range.workbook.assertEditable(range.sheet, range.area, "allowFormatCells");
      const condition: Condition = {
        id: range.workbook.newId(),
        area: range.area,
        type,
        stopIfTrue: false,
        settings: new Map(),
      };
      range.sheet.conditions.unshift(condition);
      return host(CONDITIONAL_FORMAT, { range, condition });
    },
    clearAll: ({ workbook, sheet, area }) => {
      workbook.assertEditable(sheet, area, "allowFormatCells");
      sheet.conditions = sheet.conditions.flatMap((condition) =>
        without(condition.area, area).map((part, at) => {
          const id = at === 0 ? condition.id : workbook.newId();
          return { ...condition, id, area: part, settings: new Map(condition.settings) };
        }),
      );
    },
  },
};
