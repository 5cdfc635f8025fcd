import { plainText } from "./ledger-row.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import type { LeftOutList } from "./left-out.ts";
import { NAME_PREFIX, namedValue, type ReadTable } from "./read-ledger.ts";
import { HIGHER_DAY_RATE, REVENUE_BASELINE, SETTINGS } from "./settings.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

/** Every ledger has these tables; the others come when they are first needed. */
const ALWAYS_THERE = ["Cases", "AuthorizationPeriods", "ServiceLines"];
const COUNTED = [...ALWAYS_THERE, "Offers", "Claims", "AccessAttempts"];

/** Tells tables that measures count by and that are gone, or lack the column that tells their rows apart. */
export function tellTables(content: LedgerContent, read: ReadonlyMap<string, ReadTable>, leftOut: LeftOutList): void {
  for (const name of COUNTED) {
    if (read.has(name)) continue;
    if (content.tables.has(name) || content.tables.has(`${NAME_PREFIX}${name}`)) {
      leftOut.add("no-key", name, keyOf(name), "");
    } else if (ALWAYS_THERE.includes(name)) leftOut.add("no-table", name, "", "");
  }
  for (const stranger of content.strangers ?? []) leftOut.add("not-a-table", stranger, "", "");
}

/** The heading of the column that tells a table's rows apart. @example keyOf("Cases") is "Case id" */
export function keyOf(name: string): string {
  return LEDGER_TABLES.find((table) => table.name === name)?.columns[0]?.heading ?? "";
}

/** Tells settings that measures rest on where what stands in the cell is not what counts. */
export function tellSettings(
  content: LedgerContent,
  values: ReadonlyMap<string, PlanValue>,
  leftOut: LeftOutList,
): void {
  for (const name of [REVENUE_BASELINE, HIGHER_DAY_RATE]) {
    const typed = namedValue(content, name);
    if (typed === null || typed === "") continue;
    const label = SETTINGS.find((setting) => setting.name === name)?.label ?? name;
    const isCounted = typeof typed === "number" && values.get(name) === typed && typed >= 0;
    if (!isCounted) leftOut.add("not-a-setting", "Settings", label, plainText(typed));
    else if (name === REVENUE_BASELINE && typed > 0 && typed < 1) {
      leftOut.add("small-percent", "Settings", label, plainText(typed));
    }
  }
}
