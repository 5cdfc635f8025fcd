import { strToU8, type Zippable, zipSync } from "fflate";

/** Parts of a workbook for tests: what is not given is as Excel writes it, as small as can be. */
export interface TinyParts {
  /** What stands inside `<worksheet>`, by sheet name. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  /** What stands inside `<sst>`. */
  readonly strings?: string;
  /** What stands inside `<workbook>` before and after the list of sheets. */
  readonly before?: string;
  readonly after?: string;
  /** Further parts, or other text for the parts above, by name; null leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A list of relationships, given as [id, kind, target]. */
export function relationships(...list: readonly (readonly [string, string, string, external?: "External"])[]): string {
  const all = list.map(
    ([id, kind, target, mode]) =>
      `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"${mode === undefined ? "" : ' TargetMode="External"'}/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE_REL}">${all.join("")}</Relationships>`;
}

/** The bytes of a small .xlsx workbook. */
export function tinyWorkbook({
  sheets = {},
  styles,
  strings,
  before = "",
  after = "",
  parts = {},
}: TinyParts): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": relationships(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)
      .join("")}</sheets>${after}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ...names.map((_, at): [string, string, string] => [`s${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`]),
      ["styles", "styles", "styles.xml"],
      ["strings", "sharedStrings", "sharedStrings.xml"],
    ),
  };
  for (const [at, name] of names.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${sheets[name]}</worksheet>`;
  }
  if (styles !== undefined) files["xl/styles.xml"] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  if (strings !== undefined) files["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${strings}</sst>`;
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries({ ...files, ...parts })) {
    if (content !== null) zippable[name] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(zippable);
}

/** Rows of cells' XML as the sheet's data. */
export function sheetData(...rows: readonly string[]): string {
  return `<sheetData>${rows.join("")}</sheetData>`;
}
