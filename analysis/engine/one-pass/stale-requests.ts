import { countedLedger } from "../../../sca/ledger/ledger-records.ts";
import { isBlank, textIn } from "../../../sca/ledger/ledger-row.ts";
import { tidyId } from "../../../sca/ledger/tidy-text.ts";
import type { LedgerContent, TableContent } from "../../../sca/ledger/workbook-plan.ts";
import type { CaseRecord } from "../../../sca/measures/case-record.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { tableOfRecords } from "../../files/reading/ledger-folder.ts";
import type { PlainText } from "../plain-text.ts";
import type { CountedRequests } from "./counted-requests.ts";
import type { NumberColumn } from "./number-column.ts";
import { eachRow } from "./row-bytes.ts";

const TABLES = ["Cases", "AuthorizationPeriods", "ServiceLines"];
/** More rows than these are for an engine that keeps them elsewhere. */
const MOST_ROWS = 100_000;

/** Requests that were reckoned anew. */
export interface StaleRequests {
  readonly cases: readonly CaseRecord[];
  /** The authorizations that lines without an outcome name, and how often. */
  readonly named: ReadonlyMap<string, number>;
}

/**
 * The requests whose calculated columns a program left blank or the day changes, as the ledger's own code reckons them:
 * their rows are read once more. Null where there are too many of them for that.
 */
export function staleRecords(
  files: ReadonlyMap<string, PlainText>,
  rest: LedgerContent,
  requests: CountedRequests,
  stale: NumberColumn<Uint8Array>,
  asOf: CalendarDate,
): StaleRequests | null {
  const tables = new Map<string, TableContent>(rest.tables);
  let rows = 0;
  for (const table of TABLES) {
    const plain = files.get(table);
    if (plain === undefined) continue;
    const idAt = plain.headings.indexOf("Case id");
    const records: string[][] = [];
    eachRow(plain, (row) => {
      if (rows > MOST_ROWS || !row.cell(idAt)) return;
      const plain = requests.ids.codeOf(row);
      const code = plain > 0 ? plain : requests.ids.codeOfText(tidyId(row.text()));
      if (stale.at(code) === 0 || !requests.isCounted(code)) return;
      records.push(row.texts());
      rows += 1;
    });
    tables.set(table, tableOfRecords(table, [plain.found, ...records]));
  }
  if (rows > MOST_ROWS) return null;
  const counted = countedLedger({ ...rest, tables }, asOf);
  const named = new Map<string, number>();
  for (const line of counted?.rows.lines ?? []) {
    const id = isBlank(line.get("Outcome that applies")) ? textIn(line, "Period id") : "";
    if (id !== "") named.set(id, (named.get(id) ?? 0) + 1);
  }
  return { cases: counted?.records.cases ?? [], named };
}
