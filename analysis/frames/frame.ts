import { type ColumnTable, escape as plainFunction, table as tableOf } from "arquero";

/** What a column may hold beside null: texts (codes and ids among them), numbers, answers of yes and no, or records. */
export type ColumnKind = "text" | "number" | "flag" | "record";

/** The kind that each column of a row must have. */
export type ColumnKinds<Row> = {
  readonly [Name in keyof Row]-?: NonNullable<Row[Name]> extends string
    ? "text"
    : NonNullable<Row[Name]> extends number
      ? "number"
      : NonNullable<Row[Name]> extends boolean
        ? "flag"
        : "record";
};

/**
 * An arquero table whose columns are known by name and type. arquero itself answers a column that is not there with
 * undefined, takes null for 0 in arithmetic, joins by the wrong columns without a word, and groups by several columns so that
 * names with quotes and strokes in them run together; here a column that is not
 * there does not compile or throws a sentence, what is not known is null wherever it is read, and a text column takes no
 * number, so that code 01992 stays what it is.
 */
export class Frame<Row extends object> {
  /** What it is a table of, for messages. */
  readonly name: string;
  readonly kinds: ColumnKinds<Row>;
  /** The arquero table, for its verbs. What comes out of them is arquero's again, without what is promised here. */
  readonly table: ColumnTable;

  private constructor(name: string, kinds: ColumnKinds<Row>, table: ColumnTable) {
    this.name = name;
    this.kinds = kinds;
    this.table = table;
  }

  /**
   * A frame of rows. Throws an Error that names row and column where a value is not of the column's kind.
   *
   * @example Frame.of("claims", { code: "text", paid: "number" }, [{ code: "01992", paid: null }]).size is 1
   */
  static of<Row extends object>(name: string, kinds: ColumnKinds<Row>, rows: readonly Row[]): Frame<Row> {
    const columns = namesIn(kinds).map((column) => [
      column,
      rows.map((row, at) => checked(row[column], kinds[column], `${name}, ${column}, row ${at + 1}`)),
    ]);
    return new Frame(name, kinds, tableOf(Object.fromEntries(columns)));
  }

  get size(): number {
    return this.table.numRows();
  }

  /** The values of a column, in order. Throws an Error where the frame has no such column. */
  column<Name extends keyof Row & string>(name: Name): Row[Name][] {
    this.#require(name);
    return [...this.table.array(name)] as Row[Name][];
  }

  /** The rows, in order. */
  rows(): Row[] {
    return this.table.objects() as Row[];
  }

  /** The rows for which a test holds. */
  where(test: (row: Row) => boolean): Frame<Row> {
    return new Frame(this.name, this.kinds, this.table.filter(plainFunction((row: Row) => test(row))).reify());
  }

  #require(name: string): void {
    const known: readonly string[] = namesIn(this.kinds);
    if (known.includes(name)) return;
    throw new Error(`The table of ${this.name} has no column ${name}. Its columns: ${known.join(", ")}.`);
  }
}

function namesIn<Row extends object>(kinds: ColumnKinds<Row>): (keyof Row & string)[] {
  return Object.keys(kinds) as (keyof Row & string)[];
}

const TYPES: Readonly<Record<ColumnKind, string>> = {
  text: "string",
  number: "number",
  flag: "boolean",
  record: "object",
};

/** The value as it may stand in a column: null for what is not known. */
function checked<Value>(value: Value, kind: ColumnKind, where: string): Value | null {
  if (value === undefined || value === null) return null;
  const isOfKind = typeof value === TYPES[kind] && (kind !== "number" || Number.isFinite(value));
  if (!isOfKind) throw new Error(`${where} holds ${String(value)}, where a ${kind} belongs.`);
  return value;
}
