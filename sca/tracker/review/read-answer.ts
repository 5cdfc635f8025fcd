import type { LineFields } from "../claims/claim.ts";
import type { DateOrder } from "../dates/date-order.ts";
import { findDates } from "../dates/find-dates.ts";
import { resolveDay } from "../dates/resolve-day.ts";
import { readRateBasis } from "../rates/rate-basis.ts";
import { COST_SHARINGS, OUTCOMES, RATE_MODELS, TRIGGERS } from "../tracked-case.ts";
import { readCostSharing } from "../vocabulary/cost-sharing.ts";
import { readLevelOfCare } from "../vocabulary/levels-of-care.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";
import { matchPayer } from "../vocabulary/payers.ts";
import { readTrigger } from "../vocabulary/triggers.ts";
import { readWrittenConfirmation } from "../vocabulary/written-confirmation.ts";
import { type Choice, choiceLabel, FIELD_CODES } from "./choice-label.ts";

type FieldValue = LineFields[keyof LineFields] | null;

const NOTHING =
  /^\s*(?:-+|–|—|none|nothing|blank|n\/?a|not stated|leave (?:it )?(?:out|blank|empty)|unknown|no value)\s*\.?\s*$/i;
const DAYS: ReadonlySet<string> = new Set(["dob", "submitted", "decided", "authStart", "authEnd"]);
const NUMBERS: ReadonlySet<string> = new Set(["rate", "units", "unitsAuthorized", "unitsUsed"]);
/** The export's own words for the codes, for answers that other programs give. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  outcome: OUTCOMES,
  trigger: TRIGGERS,
  model: RATE_MODELS,
  costSharing: COST_SHARINGS,
};

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function numberIn(text: string): number | undefined {
  const match = /-?\d[\d,]*(?:\.\d+)?/.exec(text);
  return match === null ? undefined : Number(match[0].replaceAll(",", ""));
}

function dayIn(text: string, field: string, order: DateOrder): FieldValue | undefined {
  for (const mention of findDates(text)) {
    const written = mention.kind === "day" ? mention.day : (mention.from ?? mention.to);
    if (written === null) continue;
    const { day } = resolveDay(written, { order, settled: true, birth: field === "dob" });
    if (day !== null) return day;
  }
  return undefined;
}

function wordIn(text: string, field: string): FieldValue | undefined {
  const words = FIELD_CODES[field];
  const word = words?.words.find((own) => key(own) === key(text));
  const known = word === undefined ? CODES[field]?.find((code) => key(code) === key(text)) : words?.codeFor(word);
  if (known !== undefined && known !== null) return known as FieldValue;
  switch (field) {
    case "outcome":
      return readOutcome(text)?.outcome;
    case "trigger":
      return readTrigger(text)?.trigger;
    case "model":
      return readRateBasis(text).model;
    case "costSharing":
      return readCostSharing(text)?.costSharing;
    case "writtenConfirmation":
      return readWrittenConfirmation(text)?.value;
    case "levelOfCare":
      return readLevelOfCare(text)?.level ?? text.trim();
    case "payer":
      return matchPayer(text)?.payer ?? text.trim();
    default:
      return text.trim();
  }
}

/**
 * The value that the manager's answer gives a field: the number of a choice, the choice itself, or a value typed in any
 * form that the tracker's own cells may have. Null where she says that there is none; undefined where her words cannot
 * be read as such a value, so that the question stays open.
 *
 * @example readAnswer("2", "authEnd", ["2025-03-04", "2025-04-03"], "mdy") is "2025-04-03"
 * @example readAnswer("Per day", "model", [], "mdy") is "perDiem"
 */
export function readAnswer(
  text: string,
  field: string,
  choices: readonly Choice[],
  order: DateOrder,
): FieldValue | undefined {
  if (NOTHING.test(text)) return null;
  const plain = key(text.replace(/\((?:month|day) first\)/i, ""));
  const said = choices.find((choice) => [String(choice), choiceLabel(choice, field)].some((own) => key(own) === plain));
  if (said !== undefined) return said as FieldValue;
  const place = /^\s*#?\s*(\d{1,2})\s*[.)]?\s*$/.exec(text);
  const chosen = place === null ? undefined : choices[Number(place[1]) - 1];
  if (chosen !== undefined) return chosen as FieldValue;
  if (DAYS.has(field)) return dayIn(text, field, order);
  if (NUMBERS.has(field)) return numberIn(text);
  return wordIn(text, field);
}
