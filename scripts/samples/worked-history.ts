import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import { addDays, type CalendarDate, daysBetween } from "../../sca/values/calendar-date.ts";
import { WORKED_AS_OF, type WorkedPeriod, type WorkedRequest } from "./worked-requests.ts";

/** Cells of one row by their headings. */
export type Entry = Readonly<Record<string, PlanValue>>;

const OWNERS = ["Denise", "Marcus", "Priya"];
const PERCENT = "Percent of Medicare";
/** Claims younger than this are not answered yet. */
const ANSWERED_AFTER_DAYS = 30;
const isGranted = ({ periods }: WorkedRequest): boolean => periods.length > 0;

/** What people typed beside a request on Cases. */
export function caseEntry(request: WorkedRequest): Entry {
  const { submitted, decided, outcome, payer, pick } = request;
  const answered = addDays(submitted, 10);
  const appealed = outcome === "denied" && pick(3) > 0;
  return {
    Owner: OWNERS[pick(OWNERS.length)] ?? null,
    "Plan funding": payer.funding[pick(payer.funding.length)] ?? null,
    "Request type": request.trigger === "continuity" ? "Continuity of care" : "Single case agreement",
    Identified: { day: addDays(submitted, -1 - pick(6)) },
    Channel: ["Portal", "Fax", "Email"][pick(3)] ?? null,
    ...(outcome === "approvedOnAppeal" ? { "Appeal filed": { day: answered }, "Appeal outcome": "Overturned" } : {}),
    ...(appealed && decided !== null
      ? { "Appeal filed": { day: addDays(decided, 7) }, "Appeal outcome": pick(4) === 0 ? null : "Upheld" }
      : {}),
    ...(isGranted(request) && decided !== null
      ? {
          "Confirmation date": { day: addDays(decided, 1 + pick(4)) },
          "Confirmation reference": `L-${10_000 + pick(89_999)}`,
          "Cost sharing": pick(5) === 0 ? "Out of network" : "In network",
          "Balance billing waived": "Yes",
          "Facility and professional": "Both",
          "Claims route": "EDI",
          "Timely filing days": 90 + 30 * pick(4),
        }
      : {}),
  };
}

/** What people typed beside a code on Service lines. */
export function lineEntry({ service, unitsRequested, periods, pick }: WorkedRequest): Entry {
  const hasOwn = service.ownBenchmark !== null && pick(2) === 0;
  return {
    "Units requested": unitsRequested * Math.max(1, periods.length),
    "Billed charge": service.billed,
    "Unit basis": service.unit === "day" ? "Day" : service.unit === "visit" ? "Visit" : "Session",
    ...(hasOwn ? { "Own benchmark": service.ownBenchmark } : {}),
  };
}

/** The moves of a negotiation, from our first ask to the rate that was agreed. */
export function offerEntries(request: WorkedRequest): Entry[] {
  const { service, submitted, decided, rate, outcome, pick } = request;
  const isOpen = outcome === "pending";
  if (!isOpen && (!isGranted(request) || pick(10) < 3)) return [];
  const rounds = isOpen ? 1 : 1 + pick(3);
  const end = decided ?? WORKED_AS_OF;
  const length = Math.max(1, daysBetween(submitted, end));
  const first = to5(rate * (0.72 + pick(16) / 100));
  const model = service.percent !== null ? PERCENT : service.unit === "day" ? "Per day" : "Per unit";
  const rows: Entry[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const share = rounds === 1 ? 1 : (round - 1) / (rounds - 1);
    const asked = to5(service.ask + (rate - service.ask) * share * 0.7);
    const offered = to5(isOpen ? first : first + (rate - first) * share);
    const isLast = round === rounds;
    const said: readonly (readonly [string, number, string])[] = [
      ["Provider", round === 1 ? service.ask : asked, "Countered"],
      ["Payer", isLast && !isOpen ? rate : offered, isOpen ? "Open" : isLast ? "Accepted" : "Countered"],
    ];
    said.forEach(([side, figure, status], at) => {
      const on = addDays(submitted, Math.min(length, Math.floor((length * (2 * round - 2 + at)) / (2 * rounds - 1))));
      rows.push({
        Round: round,
        Date: { day: on },
        Side: side,
        Code: service.code,
        "Rate model": model,
        Rate: figure,
        Status: status,
        Units: request.unitsRequested,
      });
    });
  }
  return rows;
}

/** Claim lines, one a week of each authorization; `dollars` is what one unit was agreed at. */
export function claimEntries(request: WorkedRequest, dollars: number): Entry[] {
  const rows: Entry[] = [];
  request.periods.forEach((period, at) => {
    const before = request.periods[at - 1];
    const gap = before === undefined ? 0 : daysBetween(before.last, period.first) - 1;
    if (gap > 4) rows.push(claimOn(addDays(period.first, -3), period, request, dollars));
    for (let day = period.first; day <= period.last && day <= addDays(WORKED_AS_OF, -5); day = addDays(day, 7)) {
      rows.push(claimOn(day, period, request, dollars));
    }
  });
  return rows;
}

/** Of a hundred claim lines: paid as agreed, paid short; the rest is answered with nothing. */
const HONOUR: Readonly<Record<string, readonly [asAgreed: number, short: number]>> = {
  Aetna: [93, 4],
  UnitedHealthcare: [74, 20],
  Cigna: [86, 8],
  Humana: [96, 2],
};

function claimOn(day: CalendarDate, period: WorkedPeriod, request: WorkedRequest, dollars: number): Entry {
  const { service, payer, pick } = request;
  const units = service.perWeek;
  const expected = toCents(dollars * units);
  const [asAgreed, short] = HONOUR[payer.name] ?? [90, 5];
  const draw = pick(100);
  const answer = ((): Entry => {
    if (day > addDays(WORKED_AS_OF, -ANSWERED_AFTER_DAYS)) return { Status: "Pending" };
    if (draw < asAgreed) return paid(expected, "Paid");
    if (draw < asAgreed + short) {
      const less = toCents(expected * (0.55 + pick(30) / 100));
      return { ...paid(less, "Paid"), "Adjustment reason": "Priced at the out-of-network allowance" };
    }
    if (draw === 99) return { ...paid(-expected, "Taken back"), "Adjustment reason": "Recovered: paid twice" };
    return { ...paid(0, "Denied"), "Adjustment reason": "Authorization not on file" };
  })();
  return {
    "Claim number": `${payer.prefix}C${String(1_000_000 + pick(8_999_999))}`,
    "Date of service": { day },
    Code: service.code,
    Units: units,
    "Auth number on claim": period.number,
    Billed: service.billed * units,
    // Half of the lines: where it is blank, the agreed rate tells what was expected.
    ...(pick(2) === 0 ? { Expected: expected } : {}),
    ...answer,
  };
}

function paid(dollars: number, status: string): Entry {
  return { Allowed: dollars, Paid: dollars, Status: status };
}

const PROMISES = ["answer by Friday", "a call back from the network team", "the letter by mail", ""];

/** Calls and messages while the request was open. */
export function followUpEntries(request: WorkedRequest): Entry[] {
  const { submitted, decided, payer, pick } = request;
  const end = decided ?? WORKED_AS_OF;
  const rows: Entry[] = [];
  for (let on = addDays(submitted, 5); on < end && rows.length < 3; on = addDays(on, 6)) {
    const promised = PROMISES[pick(PROMISES.length)] ?? "";
    rows.push({
      Date: { day: on },
      Who: ["single case desk", "network exceptions", "provider line"][pick(3)] ?? null,
      Channel: ["Phone", "Portal", "Email"][pick(3)] ?? null,
      "Reference number": `${payer.prefix}R-${String(100_000 + pick(899_999))}`,
      Said: decided === null ? "with the medical director" : "in review",
      ...(promised === "" ? {} : { Promised: promised }),
      ...(decided === null ? { "Next touch": { day: addDays(on, 6) } } : {}),
    });
  }
  return rows;
}

const OFFICES = ["Alder Street Clinic", "Brookside Counseling", "Corner House Center", "Dunmore Associates", "Elmwood"];
const NOT_VIABLE: Readonly<Record<string, readonly string[]>> = {
  gap: ["No opening for new patients", "First appointment too late", "Phone not answered, three calls"],
  specialty: ["Does not treat the condition", "No program at this level of care", "First appointment too late"],
  distance: ["Too far: no transport", "Too far for three visits a week", "No opening for new patients"],
};

/** In-network offices that were tried before the request. */
export function attemptEntries({ trigger, submitted, pick }: WorkedRequest): Entry[] {
  const reasons = NOT_VIABLE[trigger];
  if (reasons === undefined) return [];
  return Array.from({ length: 2 + pick(3) }, (_, at): Entry => {
    const why = reasons[pick(reasons.length)] ?? "";
    const offersNone = why.startsWith("No ") || why.startsWith("Phone") || why.startsWith("Does");
    const far = why.startsWith("Too far") ? 38 : 4;
    return {
      Office: OFFICES[(at + pick(OFFICES.length)) % OFFICES.length] ?? null,
      Date: { day: addDays(submitted, -2 - pick(9)) },
      ...(offersNone ? {} : { "Wait offered": why.includes("late") ? 24 + pick(60) : 5 + pick(9) }),
      ...(pick(6) === 0 ? {} : { Miles: far + pick(28) + 0.5 }),
      "Why not viable": why,
    };
  });
}

function to5(figure: number): number {
  return Math.round(figure / 5) * 5;
}

function toCents(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}
