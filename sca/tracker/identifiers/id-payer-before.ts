import { isNeverName, PAYER_PHRASE, PAYER_WORDS } from "../people/person-words.ts";

/** An insurer's name stands right before the number, with at most product words between. */
export function afterPayer(before: string): boolean {
  const clause = /[^\n;¦]*$/.exec(before.slice(-48))?.[0] ?? "";
  const words = clause.split(/[^\p{L}'’&-]+/u).filter(Boolean);
  const near = words.slice(-4).map((word) => word.toLowerCase());
  if (/[.!]\s+\p{L}*\W*$/u.test(clause) && near.length > 1 && !PAYER_WORDS.has(near.at(-1) ?? "")) return false;
  const product =
    /^(?:ppo|hmo|epo|pos|oap|choice|plus|open|access|ii|bh|hp|health|plan|plans|hlth|select|blue|of|the|medicare|medicaid|adv|advantage|east|west|mil|military|commercial|comm|tx|ca|az|wa|or|il|mi|nj|ny|oh|mt|la|fl|ma|ri|mn|co|nm|id|pa|hlthcare|healthcare|care|mutual|nj|complete|community|exchange|gold|silver|bronze|aso|trad|kc|nc|sc|va|md|ga|al|tn|ky|in|wi|ia|mo|ks|ne|sd|nd|ok|ar|ms|ut|nv|hi|ak|de|ct|vt|nh|me)$/;
  for (let at = near.length - 1; at >= 0; at -= 1) {
    const word = near[at] ?? "";
    if (
      PAYER_WORDS.has(word) ||
      /^(?:oscar|molina|kaiser|fallon|clover|kp|cigna|bcbs\w{0,3}|bc|bsc|ambetter|fla)$/.test(word)
    )
      return true;
    if (!product.test(word)) break;
  }
  return PAYER_PHRASE.test(clause.slice(-30)) && !/\d/.test(clause.slice(-14));
}

/** "BSWHP #0007136676": capitalised words from the start of the cell, none of them a word of statuses and requests. */
export function afterUnknownPayer(masked: string, start: number): boolean {
  const lead = /^([^#\n¦\d]{2,30}\d{0,4})\s*#\s*$/.exec(masked.slice(0, start))?.[1]?.trim();
  if (lead === undefined) return false;
  const words = lead.split(/[^\p{L}\p{N}&'’-]+/u).filter(Boolean);
  return (
    words.length > 0 &&
    words.length < 5 &&
    words.every((word) => /^\p{Lu}/u.test(word) && !isNeverName(word)) &&
    !/[.!:;]/.test(lead)
  );
}
