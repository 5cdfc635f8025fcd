import { runQueries, stagePart, writeSmallTables } from "../../../analysis/engine/count-part.ts";
import { inDatabase } from "../../../analysis/engine/duckdb-database.ts";
import { openFolder } from "../../../analysis/engine/folder-tables.ts";
import { MEASURE_QUERIES, REQUEST_QUERIES } from "../../../analysis/engine/measure-queries.ts";
import { STAGED_TABLES } from "../../../analysis/engine/staged-tables.ts";
import { LeftOutList } from "../../../sca/ledger/left-out.ts";
import { approvalRate } from "../../../sca/measures/approval-rate.ts";
import { unitYield } from "../../../sca/measures/unit-yield.ts";
import { BENCH_AS_OF } from "../large-ledger.ts";
import { printResult } from "./pipeline-result.ts";

/** The queries that the shared figures rest on, and the columns that these read. */
const WANTED = new Set(
  "business_calendar case_facts period_rows line_rows stale_cases period_facts reckoned_lines line_facts approval_counts multiples unit_sums".split(
    " ",
  ),
);
const READ = new Set(
  "case_key payer outcome submitted decided asked units_requested units_authorized is_priced stated_outcome stated_question stated_units stated_expected stated_medicare stated_multiple".split(
    " ",
  ),
);
const TABLES = STAGED_TABLES.map((table) => ({
  ...table,
  columns: table.columns.map((column) => ({ ...column, isLeft: !READ.has(column.name) })),
}));

const folder = process.argv[2] ?? "";
await inDatabase(async (connection) => {
  const opened = await openFolder(connection, folder, new LeftOutList());
  const read = new Map([...opened.read].filter(([table]) => table === "Cases" || table === "ServiceLines"));
  await writeSmallTables(connection, new Set(), [], []);
  await stagePart(connection, { ...opened, read }, { at: 0, of: 1 }, BENCH_AS_OF, new LeftOutList(), TABLES);
  const terms = { asOf: BENCH_AS_OF, countOwn: false, baselinePercent: 0, higherDayRate: null };
  await runQueries(
    connection,
    [...REQUEST_QUERIES, ...MEASURE_QUERIES].filter(({ name }) => WANTED.has(name)),
    terms,
  );
  const found = await connection.runAndReadAll(
    `SELECT a.*, m.agreed_cents, m.medicare_cents, m.median, m.low, m.high, m.lines_compared, u.authorized, u.requested, u.lines_told
     FROM approval_counts a JOIN multiples m ON m.scope_key = a.scope_key JOIN unit_sums u ON u.scope_key = a.scope_key
     WHERE a.scope_key <> 'all' ORDER BY a.payer`,
  );
  printResult(
    found.getRowObjects().map((row) => {
      const at = (name: string): number => Number(row[name]);
      const approval = approvalRate.value({
        approved: at("approved"),
        partiallyApproved: at("partially_approved"),
        approvedOnAppeal: at("approved_on_appeal"),
        denied: at("denied"),
        pending: at("pending"),
        withdrawn: at("withdrawn"),
        asked: at("asked"),
        notStated: at("not_stated"),
      });
      const units = unitYield.value({
        authorized: at("authorized"),
        requested: at("requested"),
        lines: at("lines_told"),
      });
      return {
        payer: String(row["payer"]),
        requests: at("requests"),
        decided: approval.decided,
        approvalRate: approval.rate ?? 0,
        approvalLow: approval.interval?.low ?? 0,
        approvalHigh: approval.interval?.high ?? 0,
        multipleWeighted: at("agreed_cents") / at("medicare_cents"),
        multipleMedian: at("median"),
        multipleLow: at("low"),
        multipleHigh: at("high"),
        multipleLines: at("lines_compared"),
        unitYield: units.share ?? 0,
      };
    }),
  );
});
