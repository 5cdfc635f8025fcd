import { trackerFromBytes } from "../../analysis/files/reading/read-tracker.ts";
import { newLedger } from "../../analysis/files/writing/new-ledger.ts";
import { readLibrary } from "../../analysis/medicare/library-folder.ts";
import { type LedgerOptions, planLedger } from "../../sca/ledger/plan-ledger.ts";
import {
  AS_OF_SET,
  CARE_KIND,
  COST_PER_UNIT,
  HIGHER_DAY_RATE,
  LOCALITY,
  PLAN_STATE,
  REVENUE_BASELINE,
} from "../../sca/ledger/settings.ts";
import type { LedgerContent, PlanValue, TableContent, WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import { medicarePricing } from "../../sca/measures/medicare-pricing.ts";
import { understandTracker } from "../../sca/tracker/understand.ts";
import {
  attemptEntries,
  caseEntry,
  claimEntries,
  type Entry,
  followUpEntries,
  lineEntry,
  offerEntries,
} from "./worked-history.ts";
import { PAYERS, WORKED_AS_OF, type WorkedRequest, workedRequests } from "./worked-requests.ts";
import { workedTracker } from "./worked-tracker.ts";

const TRACKER = "SCA list.csv";

/** What the practice states on Settings: where it is, its usual payment out of network, its cost, the dearer level of care. */
const STATED: readonly (readonly [name: string, value: PlanValue])[] = [
  [AS_OF_SET, { day: WORKED_AS_OF }],
  [LOCALITY, "12302-01"],
  [PLAN_STATE, "MD"],
  [CARE_KIND, "Behavioral health"],
  [REVENUE_BASELINE, 45],
  [HIGHER_DAY_RATE, 1150],
  [COST_PER_UNIT, 118.5],
];

/**
 * The worked ledger: an invented practice's list of requests, understood and planned as any other, then what people typed
 * into the ledger over a year, planned once more. Priced by the starter set of Medicare's rates in `medicareFolder`.
 */
export async function workedLedger(medicareFolder: string): Promise<Uint8Array> {
  const medicare = medicarePricing(await readLibrary(medicareFolder));
  const requests = workedRequests();
  const tracker = trackerFromBytes(new TextEncoder().encode(workedTracker(requests)), TRACKER);
  const [grid] = tracker.grids;
  if (grid === undefined || medicare === undefined) throw new Error("the invented list or the starter set is empty");
  const understanding = understandTracker(tracker, { asOf: WORKED_AS_OF });
  if (understanding.cases.length !== requests.length || understanding.questions.length > 0) {
    throw new Error("the invented list is not understood as it was meant");
  }
  const options: LedgerOptions = { asOf: WORKED_AS_OF, medicare, trackerSheet: "SCA list", takenNames: ["SCA list"] };
  const first = { tables: new Map(), named: new Map(STATED) };
  const planned = contentOf(planLedger(understanding, { ...options, previous: first }));
  const priced = contentOf(planLedger(understanding, { ...options, previous: withTyped(planned, requests) }));
  return newLedger(
    { name: TRACKER, grid },
    planLedger(understanding, { ...options, previous: withHistory(priced, requests) }),
  );
}

/** The content with what people typed into the rows that the first run made. */
function withTyped(content: LedgerContent, requests: readonly WorkedRequest[]): LedgerContent {
  const byId = requestsById(content, requests);
  const entryOf =
    (entry: (request: WorkedRequest) => Entry) =>
    (row: ReadonlyMap<string, PlanValue>): Entry => {
      const request = byId.get(String(row.get("Case id")));
      return request === undefined ? {} : entry(request);
    };
  const payers = new Map(PAYERS.map((payer) => [payer.name, payer]));
  const tables = new Map(content.tables);
  typeInto(tables, "Cases", entryOf(caseEntry));
  typeInto(tables, "ServiceLines", entryOf(lineEntry));
  typeInto(tables, "Payers", (row) => {
    const days = payers.get(String(row.get("Payer")))?.days[1] ?? 0;
    return {
      "Reauth lead": 5 + Math.round(days / 3),
      "Follow up every": 3,
      "Escalate after": 10 + days,
      "Required channel": days > 8 ? "Portal" : "Fax",
      "Rate policy": "Negotiable",
    };
  });
  return { named: new Map(STATED), tables };
}

/** The content with offers, contacts, access attempts and claims beside the requests. */
function withHistory(content: LedgerContent, requests: readonly WorkedRequest[]): LedgerContent {
  const tables = new Map(content.tables);
  const dollars = agreedDollars(content);
  const add = (name: string, entriesOf: (request: WorkedRequest, id: string) => readonly Entry[]): void => {
    const entries = [...requestsById(content, requests)].flatMap(([id, request]) =>
      entriesOf(request, id).map((entry): Entry => ({ "Case id": id, ...entry })),
    );
    const headings = [...new Set(entries.flatMap((entry) => Object.keys(entry)))];
    const rows = entries.map((entry) => headings.map((heading) => entry[heading] ?? null));
    tables.set(name, { name, sheet: name, headings, rows });
  };
  add("Offers", offerEntries);
  add("FollowUps", followUpEntries);
  add("AccessAttempts", attemptEntries);
  add("Claims", (request, id) => claimEntries(request, dollars.get(id) ?? request.dollars));
  return { named: new Map(STATED), tables };
}

/** What one unit was agreed at, by case: a percent of Medicare as the ledger's sheet prices it. */
function agreedDollars(content: LedgerContent): Map<string, number> {
  const known = new Map<string, number>();
  for (const row of rowsOf(content.tables.get("ServiceLines"))) {
    const [rate, medicare] = [row.get("Rate that applies"), row.get("Medicare rate")];
    if (row.get("Model that applies") !== "Percent of Medicare") continue;
    if (typeof rate !== "number" || typeof medicare !== "number") continue;
    known.set(String(row.get("Case id")), Math.round(rate * medicare) / 100);
  }
  return known;
}

function requestsById(content: LedgerContent, requests: readonly WorkedRequest[]): Map<string, WorkedRequest> {
  const byPatient = new Map(requests.map((request) => [request.patient, request]));
  return new Map(
    rowsOf(content.tables.get("Cases")).flatMap((row) => {
      const request = byPatient.get(String(row.get("Patient")));
      return request === undefined ? [] : [[String(row.get("Case id")), request] as const];
    }),
  );
}

function rowsOf(table: TableContent | undefined): Map<string, PlanValue>[] {
  const { headings, rows } = table ?? { headings: [], rows: [] };
  return rows.map((row) => new Map(headings.map((heading, at) => [heading, row[at] ?? null])));
}

function typeInto(
  tables: Map<string, TableContent>,
  name: string,
  entryOf: (row: ReadonlyMap<string, PlanValue>) => Entry,
): void {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`the plan has no table ${name}`);
  const rows = rowsOf(table).map((row) => {
    const typed = new Map([...row, ...Object.entries(entryOf(row))]);
    return table.headings.map((heading) => typed.get(heading) ?? null);
  });
  tables.set(name, { ...table, rows });
}

/** What a workbook holds once the plan was written to it. */
function contentOf(plan: WorkbookPlan): LedgerContent {
  const tables = plan.sheets.flatMap((sheet) =>
    sheet.tables.map((table): TableContent => {
      const rows = table.rows.map((row) =>
        row.map((value): PlanValue => (typeof value === "object" && value !== null && "error" in value ? null : value)),
      );
      return { name: table.name, sheet: sheet.name, headings: table.columns.map(({ heading }) => heading), rows };
    }),
  );
  return { tables: new Map(tables.map((table) => [table.name, table])), named: new Map(STATED) };
}
