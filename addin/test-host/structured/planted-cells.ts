import { inflateEntry, openPackage } from "../../../analysis/files/package/zip-package.ts";
import { tinyWorkbook } from "../../../analysis/files/reading/tiny-workbook.ts";
import { listSheets } from "../../../analysis/files/reading/workbook-parts.ts";
import { tablesOf } from "../../../analysis/files/reading/workbook-tables.ts";
import { columnLetters } from "../../../sca/tracker/grid.ts";

/** What takes the place of a cell of a table in a file: its row counts from 0. */
export interface PlantedCell {
  readonly table: string;
  readonly row: number;
  readonly heading: string;
  /** The attributes and the inside of its element. */
  readonly type?: "e" | "str";
  readonly inside: string;
  /** Its number format; General where none is given. */
  readonly format?: string;
}

const OWN_FORMATS = 900;

/** A ledger's file with other cells in place of some, as people and other programs leave them. */
export function withPlanted(bytes: Uint8Array, planted: readonly PlantedCell[]): Uint8Array {
  const pkg = openPackage(bytes);
  const parts = new Map(
    pkg.entries.map((entry) => [entry.name, new TextDecoder().decode(inflateEntry(entry, 500_000_000))]),
  );
  const sheets = new Map(listSheets(pkg).sheets.map(({ name, entry }) => [name, entry.name]));
  const tables = tablesOf(bytes);
  let styles = parts.get("xl/styles.xml") ?? "";
  const plain = Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1] ?? "0");
  for (const [at, { table: name, row, heading, type, inside, format = "General" }] of planted.entries()) {
    const table = tables.find((found) => found.name === name);
    const sheet = sheets.get(table?.sheet ?? "");
    if (table === undefined || sheet === undefined) throw new Error(`the file has no table ${name}`);
    const column = columnLetters(table.area.left + table.headings.indexOf(heading));
    const address = `${column}${table.area.top + 1 + row}`;
    const code = format.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    styles = styles
      .replace("</numFmts>", `<numFmt numFmtId="${OWN_FORMATS + at}" formatCode="${code}"/></numFmts>`)
      .replace("</cellXfs>", `<xf numFmtId="${OWN_FORMATS + at}"/></cellXfs>`);
    const cell = `<c r="${address}" s="${plain + at}"${type === undefined ? "" : ` t="${type}"`}>${inside}</c>`;
    const before = parts.get(sheet) ?? "";
    const after = before.replace(new RegExp(`<c r="${address}"(?:[^>]*/>|.*?</c>)`, "s"), cell);
    if (before === after) throw new Error(`the file has no cell ${address} in ${name}`);
    parts.set(sheet, after);
  }
  return tinyWorkbook({ parts: { ...Object.fromEntries(parts), "xl/styles.xml": styles } });
}
