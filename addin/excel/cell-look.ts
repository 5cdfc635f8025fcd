/** What is told of a cell's looks: colours as Excel gives them ("#RRGGBB", white and black where none was chosen). */
export interface CellLook {
  readonly fill?: string;
  readonly ink?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struckOut?: boolean;
  /** Where a link leads: an address, "#" and a place of this workbook, or both. */
  readonly link?: string;
}

/** The parts of a look that whole rows and columns can share. */
export const LOOK_PARTS = ["fill", "ink", "bold", "italic", "struckOut"] as const;

export type LookPart = (typeof LOOK_PARTS)[number];

/** A part as cells share it; null where they differ ("For properties that are not consistent …, null will be returned"). */
export type SharedPart = string | boolean | null;

type Format = Excel.CellPropertiesFormat;

const READ: { readonly [Part in LookPart]: (format: Format) => string | boolean | null | undefined } = {
  fill: ({ fill }) => fill?.color,
  ink: ({ font }) => font?.color,
  bold: ({ font }) => font?.bold,
  italic: ({ font }) => font?.italic,
  struckOut: ({ font }) => font?.strikethrough,
};

/** What cells of a row, a column or one cell alone share of a part. Nothing said counts as differing: it is looked at closer. */
export function sharedPart(properties: { readonly format?: Format } | undefined, part: LookPart): SharedPart {
  const value = READ[part](properties?.format ?? {});
  return value === undefined || value === "" ? null : value;
}

/** The options that ask for some parts and no others. */
export function formatOptions(parts: ReadonlySet<LookPart>): Excel.CellPropertiesFormatLoadOptions {
  const font: Excel.CellPropertiesFontLoadOptions = {
    ...(parts.has("ink") ? { color: true } : {}),
    ...(parts.has("bold") ? { bold: true } : {}),
    ...(parts.has("italic") ? { italic: true } : {}),
    ...(parts.has("struckOut") ? { strikethrough: true } : {}),
  };
  return {
    ...(parts.has("fill") ? { fill: { color: true } } : {}),
    ...(Object.keys(font).length > 0 ? { font } : {}),
  };
}

/** Where a cell's link leads; "" where it has none. */
export function linkOf({ hyperlink }: Excel.CellProperties): string {
  if (hyperlink === undefined || hyperlink === null) return "";
  return `${hyperlink.address ?? ""}${hyperlink.documentReference ? `#${hyperlink.documentReference}` : ""}`;
}
