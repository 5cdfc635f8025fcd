import { LEDGER_TABLES } from "./ledger-tables.ts";
import { NAME_PREFIX } from "./read-ledger.ts";
import { AS_OF, SETTINGS } from "./settings.ts";
import type { LedgerContent } from "./workbook-plan.ts";

/** The names under which the ledger's parts stand in this workbook, which may have sheets and tables of its own. */
export interface WorkbookNames {
  sheet(wanted: string): string;
  /** The name of a table or of a named cell. */
  name(wanted: string): string;
  /** A formula with its tables and named cells under their names in this workbook. */
  formula(formula: string): string;
}

/**
 * Chooses names that the user's own part of the workbook does not have: a table or cell whose name is taken gets "SCA_"
 * in front, and keeps it from then on; a sheet gets "SCA ". What the user calls the ledger's sheets is the writer's matter.
 *
 * @example with a user's sheet "Cases", the ledger's is "SCA Cases"
 */
export function workbookNames(takenNames: Iterable<string>, previous: LedgerContent | undefined): WorkbookNames {
  const taken = new Set([...takenNames].map(lower));
  const before = new Set([...(previous?.tables.keys() ?? []), ...(previous?.named.keys() ?? [])].map(lower));
  const sheets = new Map<string, string>();
  const sheet = (wanted: string): string => {
    const known = sheets.get(wanted);
    if (known !== undefined) return known;
    let name = taken.has(lower(wanted)) ? `SCA ${wanted}` : wanted;
    for (let number = 2; taken.has(lower(name)); number += 1) name = `SCA ${wanted} ${number}`;
    sheets.set(wanted, name);
    return name;
  };
  const renamed = new Map<string, string>();
  for (const wanted of [
    ...LEDGER_TABLES.map((table) => table.name),
    AS_OF,
    ...SETTINGS.map((setting) => setting.name),
  ]) {
    const prefixed = `${NAME_PREFIX}${wanted}`;
    if (taken.has(lower(wanted)) || before.has(lower(prefixed))) renamed.set(wanted, prefixed);
  }
  const name = (wanted: string): string => renamed.get(wanted) ?? wanted;
  return { sheet, name, formula: (formula) => (renamed.size === 0 ? formula : renameIn(formula, renamed)) };
}

function lower(text: string): string {
  return text.toLowerCase();
}

/** Words outside of quotes and brackets are names; a heading in brackets that looks like a table's name stays. */
function renameIn(formula: string, renamed: ReadonlyMap<string, string>): string {
  return formula.replace(
    /"(?:[^"]|"")*"|\[\[[^\]]*\],\[[^\]]*\]\]|\[[^\]]*\]|\{[^}]*\}|[A-Za-z_]\w*/g,
    (part) => renamed.get(part) ?? part,
  );
}
