import type { CareKind } from "../adequacy/adequacy-standard.ts";
import { stateLetters, stateName } from "../medicare/states.ts";
import { plainText } from "./ledger-row.ts";
import { CARE_KIND, PLAN_STATE } from "./settings.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** What Settings says of the standards that access is held against; null where it is blank or cannot be read. */
export interface AccessSettings {
  /** Two letters. */
  readonly state: string | null;
  readonly care: CareKind | null;
}

/**
 * The Access part of Settings: a state by its name or its letters, a kind of care in the words of its hint or near them.
 *
 * @example accessSettings(new Map([["PlanState", "Maryland"], ["CareKind", "behavioral"]])) is { state: "MD", care: "behavioralHealth" }
 */
export function accessSettings(values: ReadonlyMap<string, PlanValue>): AccessSettings {
  const name = stateName(plainText(values.get(PLAN_STATE)));
  return { state: name === null ? null : stateLetters(name), care: careKind(plainText(values.get(CARE_KIND))) };
}

function careKind(text: string): CareKind | null {
  const said = text.toLowerCase();
  if (/behavio|mental|substance|psych/.test(said)) return "behavioralHealth";
  if (/special/.test(said)) return "specialist";
  return /primary/.test(said) ? "primaryCare" : null;
}
