import { contentOf, day, madeUpCase, typed, understood } from "../../sca/ledger/made-up-cases.ts";
import { planLedger } from "../../sca/ledger/plan-ledger.ts";
import type { LedgerContent, PlanValue } from "../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";

/** For tests: the day of the ledger with private values. */
export const PRIVATE_AS_OF: CalendarDate = day("2026-03-16");

/** For tests: what stands in that ledger of one patient, a value of each class. */
export const PRIVATE = {
  name: "Marisol Quintanilla-Reyes",
  nameWord: "Quintanilla",
  birth: day("1987-07-23"),
  memberId: "W2044-18830",
  groupNumber: "0811209",
  authNumber: "AU-77120-4458",
  reference: "REF 550-91-7720",
  claimNumber: "24F0098213",
  submitted: day("2026-01-14"),
  phone: "(312) 555-0143",
  email: "m.quintanilla@mail.example",
  note: "her mother drives her in from Joliet every single morning",
  otherPayer: "Meridian Harbor Health",
  alias: "MHH Plan",
} as const;

/** For tests: a ledger of 24 requests to one payer and one to another, with a value of every private class. */
export function privateLedger(): LedgerContent {
  const cases = Array.from({ length: 24 }, (_, index) =>
    madeUpCase({
      patient: index === 0 ? PRIVATE.name : `Person Beta${String.fromCharCode(65 + index)}`,
      payer: "Aetna",
      outcome: index % 6 === 5 ? "denied" : "approved",
      submitted: index === 0 ? PRIVATE.submitted : day(`2025-1${index % 3}-${10 + (index % 15)}`),
      periods: [{ authStart: day("2026-01-20"), authEnd: day("2026-02-20"), unitsAuthorized: 12 }],
      source: { sheet: "Mine", rows: [index + 2] },
    }),
  );
  const other = madeUpCase({
    patient: "Person Gamma",
    payer: PRIVATE.otherPayer,
    source: { sheet: "Mine", rows: [90] },
  });
  let content = contentOf(planLedger(understood([...cases, other]), { asOf: PRIVATE_AS_OF }));
  const id = cellOf(content, "Cases", "Case id", ({ Patient }) => Patient === PRIVATE.name);
  const period = cellOf(content, "AuthorizationPeriods", "Period id", (row) => row["Case id"] === id);
  for (const [heading, value] of [
    ["Date of birth", { day: PRIVATE.birth }],
    ["Member id", PRIVATE.memberId],
    ["Group number", PRIVATE.groupNumber],
    ["Confirmation reference", PRIVATE.reference],
    ["Notes", `${PRIVATE.note}; call ${PRIVATE.phone} or ${PRIVATE.email}`],
  ] as const) {
    content = typed(content, "Cases", id, heading, value);
  }
  content = typed(content, "AuthorizationPeriods", period, "Auth number", PRIVATE.authNumber);
  content = typed(content, "Payers", PRIVATE.otherPayer, "Aliases", PRIVATE.alias);
  const headings = ["Case id", "Claim number", "Date of service", "Code", "Units", "Paid"];
  const claims = {
    name: "Claims",
    sheet: "Claims",
    headings,
    rows: [[id, PRIVATE.claimNumber, { day: PRIVATE_AS_OF }, "90837", 1, 150]],
  };
  return { ...content, tables: new Map(content.tables).set("Claims", claims) };
}

function cellOf(
  content: LedgerContent,
  table: string,
  heading: string,
  isWanted: (row: Readonly<Record<string, PlanValue>>) => boolean,
): string {
  const { headings, rows } = content.tables.get(table) ?? { headings: [], rows: [] };
  for (const row of rows) {
    const named = Object.fromEntries(headings.map((name, at) => [name, row[at] ?? null]));
    if (isWanted(named)) return String(named[heading]);
  }
  throw new Error(`no such row in ${table}`);
}
