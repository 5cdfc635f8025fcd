import type { Tracker } from "../../../sca/tracker/grid.ts";
import { drawnGrid } from "../../../sca/tracker/testing/drawn-grid.ts";

/** An invented list of so many approved requests on the sheet "Log", as an export gives it. */
export function longList(rows: number): Tracker {
  const lines = Array.from({ length: rows }, (_, at) => [
    ...[`Ana Moss${at}`, "Aetna", `W${100_000_000 + at * 37}`, "1/6/2026", "Approved", "1/9/2026"],
    ...[`A${500_000 + at}`, "1/10/2026", "3/20/2026", "90834", "$120.00/session"],
  ]);
  const headings = ["Patient", "Payer", "Member ID", "Submitted", "Status", "Decided", "Auth Number"];
  const grid = drawnGrid([[...headings, "Auth Start", "Auth End", "Code", "Rate"], ...lines], "Log");
  return { file: "log.xlsx", grids: [grid] };
}
