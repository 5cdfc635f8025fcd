import type { Merge } from "../../../sca/tracker/grid.ts";
import { readPartXml } from "../package/part-xml.ts";
import { relationshipsOf } from "../package/relationships.ts";
import { openPackage, type ZipPackage } from "../package/zip-package.ts";
import { areaOf } from "./cell-address.ts";
import { plainText } from "./shared-strings.ts";
import { listSheets } from "./workbook-parts.ts";

/** An Excel table as the workbook declares it. */
export interface WorkbookTable {
  readonly name: string;
  readonly sheet: string;
  /** The whole table: heading row and totals row included. */
  readonly area: Merge;
  readonly headings: readonly string[];
  /** 1, or 0 for a table whose heading row is switched off. */
  readonly headingRows: number;
  readonly totalsRows: number;
}

const LIMIT = 16 * 2 ** 20;

/** The tables of an opened workbook, sheet by sheet. */
export function tablesOfPackage(pkg: ZipPackage): readonly WorkbookTable[] {
  const tables: WorkbookTable[] = [];
  for (const sheet of listSheets(pkg).sheets) {
    for (const to of relationshipsOf(pkg, sheet.entry.name)) {
      const entry = to.kind === "table" && !to.external ? pkg.find(to.target) : undefined;
      if (entry === undefined) continue;
      const headings: string[] = [];
      let found: Omit<WorkbookTable, "headings"> | null = null;
      readPartXml(entry, LIMIT, {
        open: (name, attributes) => {
          if (name === "tableColumn") headings.push(plainText(attributes["name"] ?? ""));
          const area = name === "table" ? areaOf(attributes["ref"] ?? "") : null;
          if (area === null) return;
          found = {
            name: attributes["displayName"] ?? attributes["name"] ?? "",
            sheet: sheet.name,
            area,
            headingRows: Number(attributes["headerRowCount"] ?? "1"),
            totalsRows: Number(attributes["totalsRowCount"] ?? "0"),
          };
        },
      });
      if (found !== null) tables.push({ ...(found as Omit<WorkbookTable, "headings">), headings });
    }
  }
  return tables;
}

/**
 * The Excel tables of an .xlsx or .xlsm workbook. Throws a UserProblem where the bytes are no such workbook.
 *
 * @example tablesOf(bytes).find((table) => table.name === "Cases")?.sheet
 */
export function tablesOf(bytes: Uint8Array): readonly WorkbookTable[] {
  return tablesOfPackage(openPackage(bytes));
}
