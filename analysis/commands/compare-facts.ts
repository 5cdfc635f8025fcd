import type { AgreedBefore, CounterEvidence } from "../../sca/rates/counter-reasons.ts";
import {
  type Floor,
  type FloorPer,
  floorFrom,
  floorFromCost,
  isNoFloor,
  type Margin,
  type StaffRole,
} from "../../sca/rates/floor.ts";
import { bandOf, DEFAULT_BANDS, type NegotiationBands } from "../../sca/rates/negotiation-bands.ts";
import { type PayerPolicy, readPayerPolicy } from "../../sca/rates/payer-policy.ts";
import { readUnitBasis } from "../../sca/rates/unit-basis.ts";
import { type Cents, parseMoney } from "../../sca/values/money.ts";
import { type Arguments, UsageProblem } from "./arguments.ts";

/** A number above 0 that an option states; null where it is not given. Throws a UsageProblem. */
export function numberOf(given: Arguments, option: string, from = 0): number | null {
  const text = given.text(option);
  if (text === undefined) return null;
  const number = /^\d{1,9}(?:\.\d{1,6})?$/.test(text.trim().replace(/ ?%$/, "")) ? Number.parseFloat(text) : Number.NaN;
  if (!(number >= from))
    throw new UsageProblem(`--${option} "${text}" is no number of ${from} or more. Write it as 12 or 12.5.`);
  return number;
}

function dollarsIn(given: Arguments, option: string): Cents | null {
  const text = given.text(option);
  return text === undefined ? null : moneyIn(text, option);
}

function moneyIn(text: string, option: string): Cents {
  const cents = parseMoney(text);
  if (cents === null || cents <= 0)
    throw new UsageProblem(`--${option} "${text}" is no amount of dollars above 0. Write it as 162.50.`);
  return cents;
}

const inDollars = (cents: Cents | null): number => (cents === null ? 0 : Number(`${cents}e-2`));

/** The floor that the command line states: a cost, or its staff, overhead and facility. Null where it states neither. */
export function floorIn(given: Arguments, staffWords: readonly string[]): Floor | null {
  const cost = dollarsIn(given, "floor-cost");
  const overhead = dollarsIn(given, "overhead");
  const facility = dollarsIn(given, "facility");
  const isByParts = staffWords.length > 0 || overhead !== null || facility !== null;
  if (cost === null && !isByParts) {
    const alone = ["margin", "margin-on", "floor-per"].find((option) => given.text(option) !== undefined);
    if (alone !== undefined)
      throw new UsageProblem(`--${alone} needs a cost: --floor-cost, or --staff, --overhead and --facility.`);
    return null;
  }
  if (cost !== null && isByParts) {
    throw new UsageProblem("Give the cost as --floor-cost, or by --staff, --overhead and --facility, not both.");
  }
  const on = given.text("margin-on") ?? "price";
  if (on !== "price" && on !== "cost") throw new UsageProblem(`--margin-on "${on}" is not known. Write price or cost.`);
  const margin: Margin = { percent: numberOf(given, "margin") ?? 0, on };
  const perText = given.text("floor-per") ?? "day";
  const per: FloorPer | null = /^(?:per )?case$/i.test(perText.trim()) ? "case" : readUnitBasis(perText);
  if (per === null)
    throw new UsageProblem(`--floor-per "${perText}" is not known. Write day, session, visit, hour, unit or case.`);
  const floor =
    cost !== null
      ? floorFromCost(per, inDollars(cost), margin)
      : floorFrom({
          per,
          staff: staffWords.map(staffRole),
          overhead: inDollars(overhead),
          facility: inDollars(facility),
          margin,
        });
  if (isNoFloor(floor)) throw new UsageProblem(floor.sentence);
  return floor;
}

/** "therapist, 60, 3, 8": role, dollars an hour, hours, and how many patients share them. */
function staffRole(words: string): StaffRole {
  const [role = "", hourly = "", hours = "", together = "1", ...rest] = words.split(/[,;]/).map((word) => word.trim());
  const numbers = [hourly.replace(/^\$/, ""), hours, together].map((text) =>
    /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN,
  );
  const [hourlyCost = Number.NaN, hoursNumber = Number.NaN, patientsTogether = Number.NaN] = numbers;
  if (role === "" || rest.length > 0 || numbers.some((number) => Number.isNaN(number))) {
    throw new UsageProblem(
      `--staff "${words}" is not read. Write role, dollars an hour, hours, patients together: "therapist, 60, 3, 8".`,
    );
  }
  return { role, hourlyCost, hours: hoursNumber, patientsTogether };
}

/** The practice's range over Medicare, as `--band` says; null where it does not. */
export function bandsIn(given: Arguments): NegotiationBands | null {
  const text = given.text("band");
  if (text === undefined) return null;
  const [, low, high] = /^(\d+(?:\.\d+)?)\s?%?\s?(?:-|–|to)\s?(\d+(?:\.\d+)?)\s?%?$/.exec(text.trim()) ?? [];
  const band = bandOf(Number(low), Number(high), DEFAULT_BANDS.ofMedicare);
  if (band === null || low === undefined)
    throw new UsageProblem(`--band "${text}" is no range in percent of Medicare. Write it as 100-150.`);
  return { ...DEFAULT_BANDS, ofMedicare: band };
}

/** Whether the payer negotiates, as `--payer-policy` says; null where it does not. */
export function policyIn(given: Arguments): PayerPolicy | null {
  const text = given.text("payer-policy");
  if (text === undefined) return null;
  const policy = readPayerPolicy(text);
  if (policy === null)
    throw new UsageProblem(`--payer-policy "${text}" is not known. Write negotiable, or "highest in-network".`);
  return policy;
}

/** "median 155, low 150, high 210, n 3, medicare 142": what this payer agreed to before. */
export function agreedBeforeIn(given: Arguments, per: string): AgreedBefore | null {
  const text = given.text("agreed-before");
  if (text === undefined) return null;
  const parts = new Map(
    text.split(/[,;]/).map((part): [string, string] => {
      const [, name = "", value = ""] = /^\s*([a-z]+)\s*[:=]?\s*\$?([\d.,]+)\s*%?\s*$/i.exec(part) ?? [];
      return [name.toLowerCase(), value];
    }),
  );
  const n = Number(parts.get("n"));
  const medicare = parts.get("medicare");
  const isSound =
    parts.has("median") && Number.isInteger(n) && n > 0 && (medicare === undefined || Number(medicare) > 0);
  if (!isSound) {
    throw new UsageProblem(
      `--agreed-before "${text}" is not read. Write it as "median 155, low 150, high 210, n 3, medicare 142".`,
    );
  }
  const median = moneyIn(parts.get("median") ?? "", "agreed-before");
  return {
    median,
    low: parts.has("low") ? moneyIn(parts.get("low") ?? "", "agreed-before") : median,
    high: parts.has("high") ? moneyIn(parts.get("high") ?? "", "agreed-before") : median,
    n,
    percentOfMedicare: medicare === undefined ? null : Number(medicare),
    per,
  };
}

/** What the case has to argue with beside rates and costs. */
export function evidenceIn(given: Arguments): Pick<CounterEvidence, "higherLevel" | "adequacy" | "clinical"> {
  const level = given.text("higher-level");
  const [, name, amount] =
    level === undefined
      ? []
      : (/^(.*?[^\s$\d,.])\s*[:=]?\s*(\$?[\d.,]+)(?:\s*(?:\/|per|a)\s*day)?$/.exec(level.trim()) ?? []);
  if (level !== undefined && (name === undefined || amount === undefined)) {
    throw new UsageProblem(
      `--higher-level "${level}" is not read. Write the level and its dollars a day: "residential 1200".`,
    );
  }
  const called = numberOf(given, "offices-called", 1);
  const available = numberOf(given, "offices-available");
  const miles = numberOf(given, "miles");
  const wait = numberOf(given, "wait-days");
  return {
    higherLevel:
      name === undefined || amount === undefined
        ? null
        : { name: name.trim(), dayCents: moneyIn(amount, "higher-level") },
    adequacy: {
      ...(called === null ? {} : { officesCalled: called }),
      ...(available === null ? {} : { officesAvailable: available }),
      ...(miles === null ? {} : { milesToNearest: miles }),
      ...(wait === null ? {} : { daysOfWait: wait }),
    },
    clinical: given.text("clinical") ?? null,
  };
}
