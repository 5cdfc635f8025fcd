import { overlap, sameArea, without } from "../model/area.ts";
import type { RangeModel } from "../model/range.ts";
import type { Validation } from "../model/sheet.ts";
import { invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import type { HostType } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";

const KINDS = ["custom", "date", "decimal", "list", "textLength", "time", "wholeNumber"];
const NO_ALERT = { message: "", showAlert: true, style: "Stop", title: "" };
const NO_PROMPT = { message: "", showPrompt: true, title: "" };
/** "Excel specifications and limits" and the validation dialog: a list typed into the rule holds 255 characters. */
const LONGEST_LIST = 255;

/** The one validation of exactly this area, made where there is none; cells that had another lose it. */
function edit({ workbook, sheet, area }: RangeModel): Validation {
  workbook.assertEditable(sheet, area, "allowFormatCells");
  let found = sheet.validations.find((validation) => sameArea(validation.area, area));
  if (found === undefined) {
    const whole = sheet.validationOf(area);
    const start = { rule: {}, prompt: NO_PROMPT, errorAlert: NO_ALERT, ignoreBlanks: true };
    found = { ...(whole ?? start), area };
    sheet.validations = [...outside(sheet.validations, area), found];
  }
  return found;
}

/** The validations without those of an area: one that only reaches into it keeps the rest. */
function outside(validations: readonly Validation[], area: RangeModel["area"]): Validation[] {
  return validations.flatMap((other) => without(other.area, area).map((part) => ({ ...other, area: part })));
}

function ruleOf(value: WireValue): { readonly [kind: string]: WireValue } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidArgument();
  const rule = value as { readonly [kind: string]: WireValue };
  const kinds = Object.keys(rule).filter((kind) => rule[kind] !== null);
  const [kind = ""] = kinds;
  if (kinds.length !== 1 || !KINDS.includes(kind)) throw invalidArgument();
  const source = kind === "list" ? (rule["list"] as { readonly source?: WireValue }).source : null;
  if (typeof source === "string" && !source.startsWith("=") && source.length > LONGEST_LIST) throw invalidArgument();
  if (kind === "list" && typeof source !== "string") throw new NotModelled("a list validation whose source is a Range");
  return rule;
}

function typeOf(rule: { readonly [kind: string]: WireValue }): string {
  const [kind] = Object.keys(rule);
  return kind === undefined ? "None" : kind.charAt(0).toUpperCase() + kind.slice(1);
}

/**
 * `Excel.DataValidation` (ExcelApi 1.8). The rule has one kind. Where some cells of the range have none, the type is
 * MixedCriteria, where they have different ones Inconsistent; what the rule, prompt and alert are then is null here.
 */
export const DATA_VALIDATION: HostType<RangeModel> = {
  name: "DataValidation",
  scalars: {
    errorAlert: {
      get: (range) => read(range, ({ errorAlert }) => errorAlert, NO_ALERT),
      set: (range, value) => {
        edit(range).errorAlert = value;
      },
    },
    ignoreBlanks: {
      get: (range) => read(range, ({ ignoreBlanks }) => ignoreBlanks, true),
      set: (range, value) => {
        edit(range).ignoreBlanks = value === true;
      },
    },
    prompt: {
      get: (range) => read(range, ({ prompt }) => prompt, NO_PROMPT),
      set: (range, value) => {
        edit(range).prompt = value;
      },
    },
    rule: {
      get: (range) => read(range, ({ rule }) => rule, {}),
      set: (range, value) => {
        const rule = ruleOf(value);
        edit(range).rule = rule;
      },
    },
    type: { get: (range) => mixture(range) ?? typeOf(range.sheet.validationOf(range.area)?.rule ?? {}) },
  },
  methods: {
    clear: ({ workbook, sheet, area }) => {
      workbook.assertEditable(sheet, area, "allowFormatCells");
      sheet.validations = outside(sheet.validations, area);
    },
  },
};

/** "Inconsistent" or "MixedCriteria" for cells that differ in their validation (`Excel.DataValidationType`); else null. */
function mixture({ sheet, area }: RangeModel): string | null {
  if (sheet.validationOf(area) !== undefined) return null;
  const parts = sheet.validations.flatMap((other) => overlap(other.area, area) ?? []);
  if (parts.length === 0) return null;
  const covered = parts.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return covered < area.rows * area.columns ? "MixedCriteria" : "Inconsistent";
}

function read(range: RangeModel, member: (validation: Validation) => WireValue, otherwise: WireValue): WireValue {
  if (mixture(range) !== null) return null;
  const whole = range.sheet.validationOf(range.area);
  return whole === undefined ? otherwise : member(whole);
}
