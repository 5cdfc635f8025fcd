import { stateNameOf } from "./contractor-states.ts";
import { contractorNumber } from "./locality-number.ts";

/** A row of the county list as printed. */
export interface PrintedArea {
  readonly mac: string;
  readonly locality: string;
  readonly state: string;
  readonly area: string;
  counties: string;
  readonly line: number;
  /** The row reaches the edge of the page, where CMS's txt cuts long lists. */
  readonly isFullWidth: boolean;
}

/** Where the columns of the txt begin, and its width where it cuts. */
interface CountyColumns {
  readonly state: number;
  readonly area: number;
  readonly counties: number;
  readonly edge: number | null;
}

const ROW = /^\s*(\d{4,5})\s+(\d{1,2})(?=\s)/;

/**
 * The columns of the txt: its headings run into each other, so the columns are where all rows begin behind two blanks.
 * Null where there are not five.
 */
export function countyColumns(lines: readonly string[]): CountyColumns | null {
  const rows = lines.filter((line) => ROW.test(line)).map((line) => line.trimEnd());
  const isFilled: boolean[] = [];
  for (const row of rows) for (let at = 0; at < row.length; at++) if (row[at] !== " ") isFilled[at] = true;
  const starts: number[] = [];
  for (let at = 0; at < isFilled.length; at++) {
    if (isFilled[at] === true && isFilled[at - 1] !== true && isFilled[at - 2] !== true) starts.push(at);
  }
  const [, , state, area, counties] = starts;
  if (starts.length !== 5 || state === undefined || area === undefined || counties === undefined) return null;
  const longest = Math.max(...rows.map((row) => row.length));
  const atEdge = rows.filter((row) => row.length >= longest - 1).length;
  return { state, area, counties, edge: atEdge >= 3 ? longest - 1 : null };
}

/** One row of the txt; null for a line that is none. */
export function areaOfLine(line: string, columns: CountyColumns): Omit<PrintedArea, "line"> | null {
  const match = ROW.exec(line);
  if (match === null) return null;
  return {
    mac: match[1] ?? "",
    locality: match[2] ?? "",
    state: line.slice(columns.state, columns.area).trim(),
    area: line.slice(columns.area, columns.counties).trim(),
    counties: line.slice(columns.counties).trim(),
    isFullWidth: columns.edge !== null && line.trimEnd().length >= columns.edge,
  };
}

/** A county that is listed last at the edge of the page may be half a name. */
function wholeNames(counties: string): string {
  const comma = Math.max(counties.lastIndexOf(","), counties.lastIndexOf(";"));
  return comma < 0 ? "" : counties.slice(0, comma).trim();
}

function stateOf(row: PrintedArea): string {
  const mac = contractorNumber(row.mac);
  return (mac === null ? null : stateNameOf(mac, row.locality)) ?? row.mac;
}

/**
 * The rows without what a cut list would make a wrong answer of: of a list at the edge only the whole names are kept, and
 * in its state no row holds for "all other counties", which would take in those that were cut away.
 */
export function withoutCutLists(rows: readonly PrintedArea[]): readonly PrintedArea[] {
  const cutStates = new Set(rows.filter((row) => row.isFullWidth).map(stateOf));
  return rows.map((row) => {
    if (/\b(?:OTHER|EXCEPT)\b/i.test(row.counties) && cutStates.has(stateOf(row))) return { ...row, counties: "" };
    return row.isFullWidth ? { ...row, counties: wholeNames(row.counties) } : row;
  });
}
