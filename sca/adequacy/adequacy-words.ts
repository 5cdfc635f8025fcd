import type { AdequacyStandard } from "./adequacy-standard.ts";

const CARE_WORDS = {
  behavioralHealth: "behavioral health",
  specialist: "specialist care",
  primaryCare: "primary care",
};

/**
 * A standard in a sentence, with where it is written, since when, and whether its text was read: as a report prints it.
 *
 * @example "10 calendar days to an appointment (behavioral health, routine), MD. COMAR 31.10.44 …; in force, first day not known; to be checked"
 */
export function standardSentence(standard: AdequacyStandard): string {
  const { limit, care, urgency, state, condition, source, effective, status } = standard;
  const most =
    limit.kind === "wait"
      ? `${limit.most} ${limit.unit} to an appointment`
      : `${limit.most} ${limit.unit} to an office`;
  const whom = [care.map((one) => CARE_WORDS[one]).join(", "), ...(urgency === null ? [] : [urgency])].join("; ");
  const where = state === null ? "federal" : state;
  const only = condition === null ? "" : ` where ${condition}`;
  const since = effective === null ? "in force, first day not known" : `since ${effective}`;
  return `${most} (${whom}), ${where}${only}. ${source}; ${since}; ${status}.`;
}
