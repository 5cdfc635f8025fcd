import { contentOf, day, madeUpCase, typed, understood } from "../../sca/ledger/made-up-cases.ts";
import { madeUpMedicare } from "../../sca/ledger/made-up-rates.ts";
import { planLedger } from "../../sca/ledger/plan-ledger.ts";
import type { LedgerContent, PlanValue, WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import { MODEL_WORDS } from "../../sca/tracker/review/code-words.ts";
import { OUTCOMES, RATE_MODELS, type TrackedCase } from "../../sca/tracker/tracked-case.ts";
import { addDays, type CalendarDate } from "../../sca/values/calendar-date.ts";
import { newLedger } from "../files/writing/new-ledger.ts";
import { shuffledNumbers } from "./shuffled-numbers.ts";

/** For tests: the day that the generated ledger is planned for. */
export const MEASURED_AS_OF: CalendarDate = day("2026-03-11");

const PAYERS = ["Aetna", "Cigna", 'O\'Hara & Sons "Health"', "UnitedHealthcare"];
const CODES = ["90837", "90834", "H0015", "97110"];

function casesOf(count: number, pick: (below: number) => number): TrackedCase[] {
  return Array.from({ length: count }, (_, index) => {
    const submitted = addDays(day("2025-10-01"), pick(150));
    const outcome = [...OUTCOMES, "approved", "approved", "denied", undefined][pick(10)] as TrackedCase["outcome"];
    const isOpen = outcome === undefined || outcome === "pending";
    const model = RATE_MODELS[pick(RATE_MODELS.length)] ?? "perUnit";
    const starts = addDays(submitted, 4 + pick(20));
    const services = Array.from({ length: pick(3) }, (__, at) => ({
      code: CODES[(index + at) % CODES.length] ?? "90837",
      units: 4 + pick(30),
      ...(pick(2) === 0 ? { unitsUsed: pick(5) } : {}),
    }));
    const {
      payer: _payer,
      outcome: _outcome,
      ...bare
    } = madeUpCase({
      patient: `Patient ${String.fromCharCode(65 + (index % 26))} Number${index}`,
      source: { sheet: "Mine", rows: [index + 2] },
    });
    return {
      ...bare,
      ...(pick(15) === 0 ? {} : { payer: PAYERS[pick(PAYERS.length)] ?? "Aetna" }),
      ...(outcome === undefined ? {} : { outcome }),
      submitted,
      ...(isOpen || pick(12) === 0 ? {} : { decided: addDays(submitted, pick(30) - 1) }),
      model,
      rate: model.startsWith("percentOf") ? 60 + pick(120) : 80.25 + pick(400),
      services,
      periods: [
        {
          authStart: starts,
          authEnd: addDays(starts, 10 + pick(50)),
          unitsAuthorized: 8 + pick(20),
          ...(pick(2) === 0 ? { unitsUsed: pick(8) } : {}),
        },
      ],
      ...(pick(20) === 0 ? { review: ["outcome"] } : {}),
    };
  });
}

function columnOf(content: LedgerContent, table: string, heading: string): PlanValue[] {
  const found = content.tables.get(table);
  const at = found?.headings.indexOf(heading) ?? -1;
  return (found?.rows ?? []).map((row) => row[at] ?? null);
}

function withRows(content: LedgerContent, name: string, headings: string[], rows: PlanValue[][]): LedgerContent {
  return { ...content, tables: new Map(content.tables).set(name, { name, sheet: name, headings, rows }) };
}

/** For tests: a ledger of made-up requests with offers, claims, benchmarks and figures that people typed. */
export function measuredLedger(count: number, seed: number): WorkbookPlan {
  const pick = shuffledNumbers(seed);
  const cases = casesOf(count, pick);
  const options = { asOf: MEASURED_AS_OF, medicare: madeUpMedicare() };
  let content = contentOf(planLedger(understood(cases), options));
  for (const [at, key] of columnOf(content, "ServiceLines", "Line id").entries()) {
    if (at > 400) break;
    if (at % 2 === 0) content = typed(content, "ServiceLines", String(key), "Units requested", 10 + pick(30));
    if (at % 3 === 0) content = typed(content, "ServiceLines", String(key), "Billed charge", 210.5 + at);
    if (at % 5 === 0) content = typed(content, "ServiceLines", String(key), "Unit basis", "Visit");
    if (at % 9 === 0) content = typed(content, "ServiceLines", String(key), "Own benchmark", 99.995);
  }
  const ids = columnOf(content, "Cases", "Case id");
  const lineCases = columnOf(content, "ServiceLines", "Case id");
  const lineCodes = columnOf(content, "ServiceLines", "Code");
  const offers = Array.from({ length: count * 2 }, (_, at): PlanValue[] => {
    const line = pick(lineCases.length);
    const [id, code] = at % 4 === 0 ? [ids[pick(ids.length)], null] : [lineCases[line], lineCodes[line]];
    const model = MODEL_WORDS.words[pick(MODEL_WORDS.words.length)] ?? null;
    const rate = model?.startsWith("Percent") === true ? 60 + pick(150) : 90.5 + pick(300);
    const on = addDays(day("2025-10-05"), pick(170));
    const side = ["Payer", "Provider", "Provider", null][pick(4)] ?? null;
    return [id ?? null, 1 + pick(3), { day: on }, side, code ?? null, model, pick(12) === 0 ? null : rate];
  });
  const claims = Array.from({ length: count * 3 }, (): PlanValue[] => {
    const line = pick(lineCases.length);
    const expected = pick(3) === 0 ? null : 100 + pick(200) + 0.25;
    const paid = [expected ?? 150, expected ?? 162.375, 120.1, 0, null, -40][pick(6)] ?? null;
    const on = addDays(day("2025-10-15"), pick(170));
    return [lineCases[line] ?? null, { day: on }, lineCodes[line] ?? null, 1 + pick(3), paid, expected];
  });
  const sides = ["Case id", "Round", "Date", "Side", "Code", "Rate model", "Rate"];
  content = withRows(content, "Offers", sides, offers);
  content = withRows(content, "Claims", ["Case id", "Date of service", "Code", "Units", "Paid", "Expected"], claims);
  const named = new Map(content.named).set("RevenueBaseline", 35).set("HigherLevelDayRate", 1200);
  return planLedger(understood(cases), { ...options, previous: { ...content, named } });
}

/** For tests: the workbook of a plan. */
export function workbookOf(plan: WorkbookPlan): Uint8Array {
  const grid = { sheet: null, hidden: false, hiddenColumns: [], rows: [], merges: [] };
  return newLedger({ name: "Mine", grid }, plan);
}
