import type { Tracker } from "../../../sca/tracker/grid.ts";
import { drawnGrid } from "../../../sca/tracker/testing/drawn-grid.ts";

/** A small invented log on the sheet "Log" with two dates that no calendar has, and a sheet of contacts. */
export function sampleLog(): Tracker {
  const log = drawnGrid(
    [
      ["Patient", "Payer", "Member ID", "Sent", "Answered", "Status", "Rate", "Auth #", "From", "Thru"],
      [
        "Marisol Alvarez",
        "Aetna",
        "W204418830",
        "1/5/2026",
        "1/9/2026",
        "Approved",
        "$385/day",
        "AE-7733102",
        "1/14/2026",
        "2/30/2026",
      ],
      [
        "Wes Dunmore",
        "Cigna",
        "U77120945",
        "1/6/2026",
        "1/13/2026",
        "Approved",
        "$540/day",
        "CG882140",
        "1/20/2026",
        "4/31/2026",
      ],
      ["Imani Hollis", "Humana", "H60210977", "1/7/2026", "1/19/2026", "Denied", "", "", "", ""],
    ],
    "Log",
  );
  return { file: "log.xlsx", grids: [log, { ...drawnGrid([["Fax", "555-0142"]], "Contacts"), hidden: true }] };
}
