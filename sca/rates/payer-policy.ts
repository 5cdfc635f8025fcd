/** Whether a payer negotiates: some pay their highest in-network level and nothing else. */
export type PayerPolicy = "negotiable" | "highestInNetwork";

/**
 * Reads a payer's rate policy from its words: "negotiable", "highest in-network only", "does not negotiate". Null for
 * words that say neither.
 *
 * @example readPayerPolicy("highest in-network only") is "highestInNetwork"
 */
export function readPayerPolicy(text: string): PayerPolicy | null {
  const plain = text
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
  if (/\b(?:highest|top|fixed|standard)\b.*\b(?:in ?network|inn|network|par|level|rate|schedule)\b/.test(plain))
    return "highestInNetwork";
  if (
    /^highestinnetwork$|\b(?:no|not|non|never|doesn'?t|does not|no longer|won'?t)\b.*\bnegotia|^(?:fixed|take it or leave it)$/.test(
      plain,
    )
  ) {
    return "highestInNetwork";
  }
  return /\bnegotia|^open$/.test(plain) ? "negotiable" : null;
}

/** What can still be asked of a payer that does not negotiate its rate. */
export const ASK_INSTEAD: readonly string[] = [
  "The amount of its highest in-network level for each code, in writing, with the schedule's name and date.",
  "That every service is covered at that level by name: individual, family, group, psychiatric visits, case management.",
  "A longer authorization period or more units, and a defined way to extend it: who asks, with which documents, answered in how many days.",
  "Payment within a stated number of days, and the claims procedure in writing.",
  "The patient's in-network cost share, and dates back to the first day of service.",
  "A contract, where requests of this payer recur: each agreement shows that its network has a gap.",
];
