import { pricingRemarks } from "../../../sca/ledger/pricing-settings.ts";
import {
  COUNT_OWN,
  LOCALITY,
  QUALIFYING,
  SETTINGS,
  type Setting,
  SITE_OF_SERVICE,
  WORK_FLOOR,
} from "../../../sca/ledger/settings.ts";
import { settingValues } from "../../../sca/ledger/settings-sheet.ts";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import type { MedicarePricing } from "../../../sca/measures/price-line.ts";
import { type CalendarDate, parseIsoDay } from "../../../sca/values/calendar-date.ts";

/** What is typed for each setting, by its name. */
export type SettingDraft = Readonly<Record<string, string>>;

/** Words to choose from, for settings that take no others. */
export const SETTING_CHOICES: Readonly<Record<string, readonly string[]>> = {
  [QUALIFYING]: ["No", "Yes"],
  [COUNT_OWN]: ["No", "Yes"],
  [WORK_FLOOR]: ["As by law", "With", "Without"],
};

/** Business days and percents further away are a slip of the hand: the ledger's formulas do not take them either. */
const MOST = 1000;

/** The settings as they stand in the ledger, as people type them. */
export function settingDraft(content: LedgerContent): SettingDraft {
  return Object.fromEntries([...settingValues(content)].map(([name, value]) => [name, typedForm(value)]));
}

function typedForm(value: PlanValue): string {
  if (value === null) return "";
  return typeof value === "object" ? value.day : String(value);
}

/** How a remark begins that says that nothing can be priced. */
const NOT_UNDERSTOOD = "Not understood";

/** What a draft would write: settings that differ from the ledger's, with their values. */
export interface SettingChanges {
  readonly changes: ReadonlyMap<string, PlanValue>;
  /** What is wrong, by setting. */
  readonly problems: Readonly<Record<string, string>>;
  /** What a setting is read as, or what it means, by setting. */
  readonly remarks: Readonly<Record<string, string>>;
}

/**
 * Checks a draft as the ledger reads its settings, all of it together. Nothing is to be written while there is a problem.
 *
 * @example settingChanges({ ...draft, ReauthLeadDays: "7" }, content, undefined, today).changes.get("ReauthLeadDays") is 7
 */
export function settingChanges(
  draft: SettingDraft,
  content: LedgerContent,
  medicare: MedicarePricing | undefined,
  today: CalendarDate,
): SettingChanges {
  const before = settingDraft(content);
  const changes = new Map<string, PlanValue>();
  const problems: Record<string, string> = {};
  const values = new Map<string, PlanValue>();
  for (const setting of SETTINGS) {
    const text = (draft[setting.name] ?? "").trim();
    const read = readSetting(setting, text);
    if (read.problem !== null) problems[setting.name] = read.problem;
    values.set(setting.name, read.value);
    if (text !== (before[setting.name] ?? "")) changes.set(setting.name, read.value);
  }
  const [low, high] = [values.get("BandLow"), values.get("BandHigh")];
  if (typeof low === "number" && typeof high === "number" && low > high) {
    problems["BandHigh"] =
      `The high end (${high}) lies below the low end (${low}). Nothing is written until it is mended.`;
  }
  const remarks: Record<string, string> = {};
  for (const [name, remark] of pricingRemarks(values, medicare, today)) {
    // A locality may be one of a year that is not loaded yet: it is told, and written all the same.
    if (name === SITE_OF_SERVICE && changes.has(name) && remark.startsWith(NOT_UNDERSTOOD)) problems[name] = remark;
    else remarks[name] = remark;
  }
  return { changes, problems, remarks };
}

interface ReadSetting {
  readonly value: PlanValue;
  readonly problem: string | null;
}

const TEXTS: ReadonlySet<string> = new Set([LOCALITY, SITE_OF_SERVICE, QUALIFYING, COUNT_OWN, WORK_FLOOR]);

/** The figures that start blank are dollars, and may stay blank; the others are percentages and days. */
const MOST_DOLLARS = 1_000_000;

function readSetting({ name, look, value: atFirst }: Setting, text: string): ReadSetting {
  const isDollars = atFirst === null;
  if (look === "inputDate") {
    const day = parseIsoDay(text);
    const isFine = text === "" || day !== null;
    return {
      value: day === null ? null : { day },
      problem: isFine ? null : wrong(text, "a day, or nothing for today"),
    };
  }
  if (TEXTS.has(name)) return { value: text === "" ? null : text, problem: null };
  if (text === "") {
    return { value: null, problem: isDollars ? null : wrong("nothing", "a number") };
  }
  const plain = text
    .replaceAll(",", "")
    .replace(/^\$\s?/, "")
    .replace(/\s?%$/, "");
  const isWhole = name.endsWith("Days");
  const number = /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  const most = isDollars ? MOST_DOLLARS : MOST;
  if (!(number >= 0 && number <= most) || (isWhole && !Number.isInteger(number))) {
    const accepted = isWhole
      ? `a whole number of days from 0 to ${MOST}`
      : isDollars
        ? "an amount of dollars, or nothing"
        : `a percentage from 0 to ${MOST}`;
    return { value: null, problem: wrong(text, accepted) };
  }
  return { value: number, problem: null };
}

function wrong(found: string, accepted: string): string {
  const shown = found === "nothing" ? "Nothing is typed here" : `“${found}” is not accepted here`;
  return `${shown}: ${accepted} is. Nothing is written until it is mended.`;
}
