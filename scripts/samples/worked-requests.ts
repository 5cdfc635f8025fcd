import { shuffledNumbers } from "../../analysis/testing/shuffled-numbers.ts";
import type { Outcome } from "../../sca/tracker/tracked-case.ts";
import { addBusinessDays } from "../../sca/values/business-days.ts";
import { addDays, type CalendarDate, calendarDate, daysBetween } from "../../sca/values/calendar-date.ts";

/** The day that the worked ledger is kept for. */
export const WORKED_AS_OF: CalendarDate = dayOf(2026, 9, 30);

/** One invented request with all that a year of use left of it. */
export interface WorkedRequest {
  readonly patient: string;
  readonly dob: CalendarDate;
  readonly memberId: string;
  readonly payer: PayerHabits;
  readonly service: ServiceHabits;
  readonly trigger: string;
  readonly submitted: CalendarDate;
  readonly decided: CalendarDate | null;
  readonly outcome: Outcome;
  readonly denialReason: string;
  readonly unitsRequested: number;
  /** As the tracker writes it; blank where nothing was agreed. */
  readonly rateText: string;
  /** The agreed rate in the ledger's form, and the dollars of one unit that it comes to. */
  readonly rate: number;
  readonly dollars: number;
  readonly periods: readonly WorkedPeriod[];
  /** Numbers for what hangs on the request, the same in every run. */
  readonly pick: (below: number) => number;
}

/** One authorization. */
export interface WorkedPeriod {
  readonly number: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly units: number;
  readonly used: number;
}

/** How an invented payer answers. */
export interface PayerHabits {
  readonly name: string;
  readonly prefix: string;
  readonly requests: number;
  /** Of a hundred requests by reason: granted. */
  readonly grants: Readonly<Record<string, number>>;
  /** Business days from request to answer: the least, and how many more at most. */
  readonly days: readonly [least: number, more: number];
  /** Its rates over the usual ones. */
  readonly level: number;
  readonly funding: readonly string[];
  readonly reasons: readonly string[];
}

/** A service as the practice bills it. */
export interface ServiceHabits {
  readonly level: string;
  readonly code: string;
  readonly unit: string;
  readonly billed: number;
  readonly usual: number;
  readonly ask: number;
  readonly units: number;
  readonly perWeek: number;
  /** Compared with by hand, where Medicare states nothing for a day of it: invented. */
  readonly ownBenchmark: number | null;
  /** In percent of Medicare rather than in dollars. */
  readonly percent: number | null;
}

const TRIGGERS = ["gap", "continuity", "specialty", "distance", "avoids higher level"];

export const PAYERS: readonly PayerHabits[] = [
  {
    name: "Aetna",
    prefix: "W",
    requests: 34,
    grants: { gap: 92, continuity: 85, specialty: 55, distance: 70, "avoids higher level": 75 },
    days: [3, 6],
    level: 1.08,
    funding: ["Fully insured", "Self-funded"],
    reasons: ["In-network provider available", "Not medically necessary"],
  },
  {
    name: "UnitedHealthcare",
    prefix: "9",
    requests: 31,
    grants: { gap: 75, continuity: 60, specialty: 35, distance: 45, "avoids higher level": 50 },
    days: [6, 12],
    level: 0.94,
    funding: ["Self-funded", "Self-funded", "Fully insured"],
    reasons: ["In-network provider available", "Not medically necessary", "No out-of-network benefits"],
  },
  {
    name: "Cigna",
    prefix: "U",
    requests: 15,
    grants: { gap: 60, continuity: 70, specialty: 40, distance: 50, "avoids higher level": 55 },
    days: [8, 14],
    level: 1,
    funding: ["Fully insured"],
    reasons: ["In-network provider available", "Late request"],
  },
  {
    name: "Humana",
    prefix: "H",
    requests: 11,
    grants: { gap: 85, continuity: 80, specialty: 60, distance: 75, "avoids higher level": 60 },
    days: [2, 4],
    level: 1.02,
    funding: ["Medicare Advantage", "Fully insured"],
    reasons: ["Not medically necessary"],
  },
];

const FIGURES = { billed: 0, usual: 0, ask: 0, units: 0, perWeek: 0 };
const SERVICES: readonly ServiceHabits[] = [
  service("OP", "90837", "session", { billed: 260, usual: 195, ask: 240, units: 16, perWeek: 1 }),
  service("IOP", "H0015", "day", { billed: 550, usual: 360, ask: 450, units: 24, perWeek: 3 }, 310),
  service("PHP", "H0035", "day", { billed: 900, usual: 540, ask: 680, units: 20, perWeek: 5 }, 455.25),
  service("OP", "90834", "session", { billed: 190, usual: 140, ask: 175, units: 20, perWeek: 1 }),
  service("OP", "99214", "visit", { billed: 280, usual: 0, ask: 170, units: 6, perWeek: 1 }, null, 140),
  service("OP", "90847", "session", { billed: 230, usual: 0, ask: 165, units: 12, perWeek: 1 }, null, 130),
];

function service(
  level: string,
  code: string,
  unit: string,
  figures: typeof FIGURES,
  ownBenchmark: number | null = null,
  percent: number | null = null,
): ServiceHabits {
  return { level, code, unit, ...figures, ownBenchmark, percent };
}

const FIRST = ["Ana", "Ben", "Cleo", "Dov", "Elif", "Finn", "Gita", "Hugo", "Ivy", "Jonas", "Kira", "Lars", "Mona"];
const LAST = ["Adler", "Boone", "Castro", "Dietz", "Eklund", "Farrow", "Grieg"];

/** All invented requests, in the order of their sending; the same in every run. */
export function workedRequests(): WorkedRequest[] {
  const pick = shuffledNumbers(20_260_930);
  const turns = PAYERS.flatMap((payer, at) => Array.from({ length: payer.requests }, () => at));
  for (let at = turns.length - 1; at > 0; at -= 1) {
    const other = pick(at + 1);
    [turns[at], turns[other]] = [turns[other] ?? 0, turns[at] ?? 0];
  }
  const start = dayOf(2025, 7, 7);
  const span = daysBetween(start, WORKED_AS_OF) - 2;
  return turns.flatMap((payerAt, at) => {
    const payer = PAYERS[payerAt];
    const habits = SERVICES[[0, 1, 2, 1, 3, 0, 2, 4, 1, 5][pick(10)] ?? 0];
    const sent = weekday(addDays(start, Math.round((span * at) / turns.length)));
    return payer === undefined || habits === undefined ? [] : [request(at, payer, habits, sent, pick)];
  });
}

function request(
  at: number,
  payer: PayerHabits,
  habits: ServiceHabits,
  submitted: CalendarDate,
  pick: (below: number) => number,
): WorkedRequest {
  const trigger = TRIGGERS[[0, 0, 0, 1, 1, 2, 2, 3, 4, 0][pick(10)] ?? 0] ?? "gap";
  const answered = addBusinessDays(submitted, payer.days[0] + pick(payer.days[1] + 1), new Set());
  const outcome = answered > WORKED_AS_OF || at % 31 === 17 ? "pending" : outcomeOf(payer, trigger, at, pick);
  const isDecided = outcome !== "pending" && outcome !== "withdrawn";
  const decided = isDecided ? (outcome === "approvedOnAppeal" ? weekday(addDays(answered, 24)) : answered) : null;
  const granted = outcome === "approved" || outcome === "partiallyApproved" || outcome === "approvedOnAppeal";
  const steps = pick(7) - 3;
  const rate =
    habits.percent === null
      ? Math.round((habits.usual * payer.level + steps * 5) / 5) * 5
      : Math.round((habits.percent * payer.level + steps * 5) / 5) * 5;
  const unitsRequested = habits.units + 2 * pick(5);
  return {
    patient: `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]}`,
    dob: addDays(dayOf(1968, 1, 1), pick(14_000)),
    memberId: `${payer.prefix}${String(100_000_000 + pick(899_999_999))}`,
    payer,
    service: habits,
    trigger,
    submitted,
    decided: decided !== null && decided > WORKED_AS_OF ? WORKED_AS_OF : decided,
    outcome,
    denialReason: outcome === "denied" ? (payer.reasons[pick(payer.reasons.length)] ?? "") : "",
    unitsRequested,
    rateText: granted ? (habits.percent === null ? `$${rate}/${habits.unit}` : `${rate}% of Medicare`) : "",
    rate,
    dollars: habits.percent === null ? rate : 0,
    periods: granted && decided !== null ? periodsOf(payer, habits, decided, outcome, unitsRequested, pick) : [],
    pick,
  };
}

function outcomeOf(payer: PayerHabits, trigger: string, at: number, pick: (below: number) => number): Outcome {
  if (at % 22 === 9) return "withdrawn";
  const draw = pick(100);
  if (draw < (payer.grants[trigger] ?? 50)) return draw % 6 === 0 ? "partiallyApproved" : "approved";
  return pick(5) === 0 ? "approvedOnAppeal" : "denied";
}

/** One to three authorizations, some with days between them that nobody covers. */
function periodsOf(
  payer: PayerHabits,
  habits: ServiceHabits,
  decided: CalendarDate,
  outcome: Outcome,
  requested: number,
  pick: (below: number) => number,
): WorkedPeriod[] {
  const count = 1 + Number(pick(3) === 0) + Number(pick(9) === 0);
  let first = weekday(addDays(decided, 1 + pick(5)));
  const periods: WorkedPeriod[] = [];
  for (let number = 1; number <= count && first < WORKED_AS_OF; number += 1) {
    const units = outcome === "partiallyApproved" ? Math.ceil(requested / 2) : requested;
    const last = addDays(first, Math.ceil((units / habits.perWeek) * 7) - 1);
    const used =
      last < WORKED_AS_OF ? units - pick(4) : Math.floor((daysBetween(first, WORKED_AS_OF) / 7) * habits.perWeek);
    periods.push({
      number: `${payer.prefix}${String(10_000_000 + pick(89_999_999))}`,
      first,
      last,
      units,
      used: Math.min(units, used),
    });
    first = weekday(addDays(last, 1 + (pick(3) === 0 ? 6 + pick(8) : 0)));
  }
  return periods;
}

function weekday(day: CalendarDate): CalendarDate {
  return addBusinessDays(addDays(day, -1), 1, new Set());
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  const found = calendarDate(year, month, day);
  if (found === null) throw new RangeError(`${year}-${month}-${day} is no day`);
  return found;
}
