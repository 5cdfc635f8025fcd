import type { ColumnPlan, ConditionPlan, Look } from "./workbook-plan.ts";

/** Where a column's values come from: the tracker, the people who keep the ledger, a formula, or the ledger itself. */
export type ColumnOrigin = "tracker" | "you" | "formula" | "ledger";

/** A column of the ledger as it is declared: how it looks, where its values come from, and what it means. */
export interface LedgerColumn extends ColumnPlan {
  readonly origin: ColumnOrigin;
  /** One sentence for the data dictionary on the Start sheet. */
  readonly about: string;
}

/** A table of the ledger as it is declared. */
export interface LedgerTable {
  readonly name: string;
  /** The sheet it stands on, unless the user has one of that name. */
  readonly sheet: string;
  readonly about: string;
  readonly columns: readonly LedgerColumn[];
  readonly conditions: readonly ConditionPlan[];
}

type ColumnExtras = Omit<ColumnPlan, "heading" | "look" | "width" | "formula">;

function column(origin: ColumnOrigin) {
  return (heading: string, look: Look, width: number, about: string, extras: ColumnExtras = {}): LedgerColumn => ({
    heading,
    look,
    width,
    ...extras,
    ...defaultAcceptance(look),
    origin,
    about,
  });
}

function defaultAcceptance(look: Look): { accepts?: "day" | "number" } {
  if (look === "date" || look === "inputDate") return { accepts: "day" };
  if (look === "money" || look === "rate" || look === "whole" || look === "decimal") return { accepts: "number" };
  return {};
}

/** A column filled from the tracker, that the user may correct. */
export const tracked = column("tracker");
/** A column that the user fills. */
export const entered = column("you");
/** A column that the ledger keeps for itself: keys and sources. */
export const kept = column("ledger");

/** A calculated column. */
export function calculated(
  heading: string,
  look: Look,
  width: number,
  formula: string,
  about: string,
  hint?: string,
): LedgerColumn {
  return { heading, look, width, formula, origin: "formula", about, ...(hint === undefined ? {} : { hint }) };
}

/** This row's cell of a column, as Excel writes it in files. */
export function thisRow(table: string): (heading: string) => string {
  return (heading) => `${table}[[#This Row],[${heading}]]`;
}

/** Looks up a cell of the row whose `keyColumn` equals `key`; blank cells come back as 0, a missing row as #N/A. */
export function lookUp(table: string, heading: string, keyColumn: string, key: string): string {
  return `INDEX(${table}[${heading}],MATCH(${key},${table}[${keyColumn}],0))`;
}
