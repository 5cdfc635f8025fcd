import type { WireValue } from "../rich-api/wire.ts";
import { type Area, covers, MOST_COLUMNS, MOST_ROWS, overlap } from "./area.ts";
import { type CellShift, shiftedArea, shiftedCell } from "./cell-shift.ts";

/** Areas of more cells than this are kept as one band instead of cell by cell. */
const BAND = 64;

interface Band {
  readonly area: Area;
  readonly value: WireValue;
}

interface Property {
  cells: Map<number, WireValue>;
  bands: Band[];
}

/**
 * How the cells of one sheet look, property by property ("fill.color", "numberFormat"). Later writes win: a band takes
 * away the single cells that it covers.
 */
export class FormatStore {
  readonly #properties = new Map<string, Property>();

  at(name: string, row: number, column: number): WireValue | undefined {
    const property = this.#properties.get(name);
    if (property === undefined) return undefined;
    const own = property.cells.size === 0 ? undefined : property.cells.get(row * MOST_COLUMNS + column);
    if (own !== undefined) return own;
    for (let at = property.bands.length - 1; at >= 0; at--) {
      const band = property.bands[at];
      if (band === undefined) continue;
      const down = row - band.area.row;
      const right = column - band.area.column;
      if (down >= 0 && down < band.area.rows && right >= 0 && right < band.area.columns) return band.value;
    }
    return undefined;
  }

  put(name: string, area: Area, value: WireValue): void {
    let property = this.#properties.get(name);
    if (property === undefined) {
      property = { cells: new Map(), bands: [] };
      this.#properties.set(name, property);
    }
    if (area.rows * area.columns <= BAND) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          property.cells.set(row * MOST_COLUMNS + column, value);
        }
      }
      return;
    }
    for (const key of property.cells.keys()) if (covers(area, cellOf(key))) property.cells.delete(key);
    property.bands = property.bands.filter((band) => !covers(area, band.area));
    property.bands.push({ area, value });
  }

  /** The value that every cell of an area has, `otherwise` where none was written; undefined where they differ. */
  uniform(name: string, area: Area, otherwise: WireValue): WireValue | undefined {
    const property = this.#properties.get(name);
    if (property === undefined) return otherwise;
    const cells = [...property.cells].filter(([key]) => covers(area, cellOf(key)));
    const seen = new Set(cells.map(([, value]) => JSON.stringify(value)));
    if (cells.length < area.rows * area.columns) {
      // Between two edges of bands nothing changes: one cell of each field stands for all.
      const bands = property.bands.map((band) => overlap(band.area, area)).filter((shared) => shared !== null);
      const rows = edges(
        area.row,
        bands.flatMap((band) => [band.row, band.row + band.rows]),
        area.row + area.rows,
      );
      const columns = edges(
        area.column,
        bands.flatMap((band) => [band.column, band.column + band.columns]),
        area.column + area.columns,
      );
      for (const [down, row] of rows.entries()) {
        for (const [right, column] of columns.entries()) {
          const field = {
            row,
            column,
            rows: (rows[down + 1] ?? area.row + area.rows) - row,
            columns: (columns[right + 1] ?? area.column + area.columns) - column,
          };
          const free = firstWithout(property.cells, field);
          if (free !== null) seen.add(JSON.stringify(this.at(name, free.row, free.column) ?? otherwise));
        }
      }
    }
    return seen.size > 1 ? undefined : (JSON.parse([...seen][0] ?? "null") as WireValue);
  }

  /** Every property that one cell was given. */
  ofCell(row: number, column: number): ReadonlyMap<string, WireValue> {
    const found = new Map<string, WireValue>();
    for (const name of this.#properties.keys()) {
      const value = this.at(name, row, column);
      if (value !== undefined) found.set(name, value);
    }
    return found;
  }

  /** Cells that were written one by one or in small areas, for the used range: formats count there. */
  *written(): Generator<Area> {
    for (const { cells, bands } of this.#properties.values()) {
      for (const key of cells.keys()) yield cellOf(key);
      for (const { area } of bands) if (area.rows < MOST_ROWS && area.columns < MOST_COLUMNS) yield area;
    }
  }

  /** Back to how an untouched cell looks; a name that ends in "." stands for all that begin so. */
  clear(area: Area, defaults: ReadonlyMap<string, WireValue>, keep: readonly string[] = []): void {
    for (const name of this.#properties.keys()) {
      if (!keep.includes(name)) this.put(name, area, defaults.get(name) ?? null);
    }
  }

  shift(shift: CellShift): void {
    for (const property of this.#properties.values()) {
      const cells = new Map<number, WireValue>();
      for (const [key, value] of property.cells) {
        const cell = cellOf(key);
        const to = shiftedCell(shift, cell.row, cell.column);
        if (to !== null) cells.set(to.row * MOST_COLUMNS + to.column, value);
      }
      property.cells = cells;
      property.bands = property.bands.flatMap((band) => {
        const area = shiftedArea(shift, band.area);
        return area === null ? [] : [{ ...band, area }];
      });
    }
  }
}

function cellOf(key: number): Area {
  return { row: Math.floor(key / MOST_COLUMNS), column: key % MOST_COLUMNS, rows: 1, columns: 1 };
}

function edges(from: number, between: readonly number[], to: number): readonly number[] {
  return [...new Set([from, ...between])].filter((edge) => edge >= from && edge < to).sort((a, b) => a - b);
}

/** The first cell of a field that has no value of its own. */
function firstWithout(cells: ReadonlyMap<number, WireValue>, field: Area): Area | null {
  for (let row = field.row; row < field.row + field.rows; row++) {
    for (let column = field.column; column < field.column + field.columns; column++) {
      const key = row * MOST_COLUMNS + column;
      if (!cells.has(key)) return cellOf(key);
    }
  }
  return null;
}
