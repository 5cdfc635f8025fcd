import { knownHeadings } from "./known-headings.ts";
import { dayIn, plainText, textIn } from "./ledger-row.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import type { LeftOutList } from "./left-out.ts";
import { NAME_PREFIX, namedValue, type ReadTable } from "./read-ledger.ts";
import { AS_OF_SET, HIGHER_DAY_RATE, REVENUE_BASELINE, SETTINGS } from "./settings.ts";
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
      continue;
    }
    const like = tableLike(content, name);
    if (like !== null) leftOut.add("other-name", name, "", like);
    else if (content.bare?.includes(name) === true) leftOut.add("bare-sheet", name, "", "");
    else if (ALWAYS_THERE.includes(name)) leftOut.add("no-table", name, "", "");
  }
  for (const row of read.get("Holidays")?.rows ?? []) {
    const typed = textIn(row, "Day");
    if (typed !== "" && dayIn(row, "Day") === null) leftOut.add("not-a-day", "Holidays", "Day", typed);
  }
  for (const stranger of content.strangers ?? []) leftOut.add("not-a-table", stranger, "", "");
}

/** So many of the ledger's headings tell one of its tables from a list of the user's own. */
const TELLING = 4;

/** A table under another name that has the columns of one of the ledger's, which is missing; null where there is none. */
export function tableLike({ tables }: LedgerContent, name: string): string | null {
  const declared = LEDGER_TABLES.find((table) => table.name === name)?.columns ?? [];
  const own = new Set(LEDGER_TABLES.flatMap((table) => [table.name, `${NAME_PREFIX}${table.name}`]));
  const known = new Set(declared.map(({ heading }) => heading));
  for (const table of tables.values()) {
    if (own.has(table.name)) continue;
    const headings = knownHeadings(table.headings, declared);
    const shared = headings.filter((heading) => known.has(heading)).length;
    if (headings.includes(keyOf(name)) && shared >= TELLING && shared * 2 >= known.size) return table.name;
  }
  return null;
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
  // A workbook has names of the user's own; a file of settings has none.
  for (const name of content.strangers === undefined ? [] : content.named.keys()) {
    const isHeading = /^(?:name|setting)s?$/i.test(name);
    if (!isHeading && !SETTINGS.some((setting) => setting.name === name)) {
      leftOut.add("unknown-setting", "Settings", name, "");
    }
  }
  for (const name of content.repeated ?? []) {
    leftOut.add("same-setting", "Settings", labelOf(name), plainText(namedValue(content, name)));
  }
  const day = namedValue(content, AS_OF_SET);
  if (day !== null && day !== "" && values.get(AS_OF_SET) === null) {
    leftOut.add("not-a-setting", "Settings", labelOf(AS_OF_SET), plainText(day));
  }
  for (const name of [REVENUE_BASELINE, HIGHER_DAY_RATE]) {
    const typed = namedValue(content, name);
    if (typed === null || typed === "") continue;
    const label = labelOf(name);
    const isCounted = typeof typed === "number" && values.get(name) === typed && typed >= 0;
    if (!isCounted) leftOut.add("not-a-setting", "Settings", label, plainText(typed));
    else if (name === REVENUE_BASELINE && typed > 0 && typed < 1) {
      leftOut.add("small-percent", "Settings", label, plainText(typed));
    }
  }
}

function labelOf(name: string): string {
  return SETTINGS.find((setting) => setting.name === name)?.label ?? name;
}
