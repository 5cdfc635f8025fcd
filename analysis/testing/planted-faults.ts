import type { CellFlaw, LedgerContent, PlanValue, TableContent } from "../../sca/ledger/workbook-plan.ts";

/** For tests: the content with one table changed. */
export function withTable(
  content: LedgerContent,
  name: string,
  change: (table: TableContent) => TableContent,
): LedgerContent {
  const table = content.tables.get(name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return { ...content, tables: new Map(content.tables).set(name, change(table)) };
}

/** For tests: the content with another value in a cell, by row from 0, and what is amiss with it. */
export function withCell(
  content: LedgerContent,
  name: string,
  row: number,
  heading: string,
  value: PlanValue,
  flaw?: Pick<CellFlaw, "kind" | "found">,
): LedgerContent {
  return withTable(content, name, (table) => {
    const at = table.headings.indexOf(heading);
    if (at < 0 || table.rows[row] === undefined) throw new Error(`${name} has no ${heading} in row ${row}`);
    const rows = table.rows.map((cells, index) =>
      index === row ? cells.map((cell, column) => (column === at ? value : cell)) : cells,
    );
    return {
      ...table,
      rows,
      flaws: [...(table.flaws ?? []), ...(flaw === undefined ? [] : [{ row, heading, ...flaw }])],
    };
  });
}

/** For tests: the content with one more row in a table; what is not given is blank. */
export function withRow(
  content: LedgerContent,
  name: string,
  cells: Readonly<Record<string, PlanValue>>,
): LedgerContent {
  return withTable(content, name, (table) => ({
    ...table,
    rows: [...table.rows, table.headings.map((heading) => cells[heading] ?? null)],
  }));
}

/** For tests: the content with a column under another name. */
export function withHeading(content: LedgerContent, name: string, from: string, to: string): LedgerContent {
  return withTable(content, name, (table) => ({
    ...table,
    headings: table.headings.map((heading) => (heading === from ? to : heading)),
  }));
}

/** For tests: the content without a column. */
export function withoutColumn(content: LedgerContent, name: string, heading: string): LedgerContent {
  return withTable(content, name, (table) => {
    const at = table.headings.indexOf(heading);
    const others = <T>(list: readonly T[]): T[] => list.filter((_, index) => index !== at);
    return { ...table, headings: others(table.headings), rows: table.rows.map(others) };
  });
}

/** For tests: the content without a table. */
export function withoutTable(content: LedgerContent, name: string): LedgerContent {
  const tables = new Map(content.tables);
  tables.delete(name);
  return { ...content, tables };
}
