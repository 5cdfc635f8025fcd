const ASKS =
  /^\s*(?:if\b.*?,\s*)?(?:on |at |by |for |in |to )?(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|any(?:thing)?)\b/i;
const SHORTEST = 3;

/** Words of a question that name nothing: "to" in "agree to" is no end of an authorization, "on" no date. */
const OF_QUESTIONS =
  /\b(?:what|which|whose|does|should|would|could|can|had|to|on|at|by|from|not|no|there|else|still|so far|far|currently|current|now|yet|exactly|please|you|your|or|them|anyone|anything|something|appears?)\b/gi;

/** Whether a heading asks, as the columns of a form's answers do, rather than names. */
export function isQuestion(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return (
    words >= SHORTEST &&
    (/\?/.test(text)
      ? ASKS.test(text) || /\?\s*(?:\([^)]*\))?\s*$/.test(text)
      : words >= SHORTEST + 2 && ASKS.test(text))
  );
}

/**
 * The words of a question that name what it asks for; other headings stay as they are.
 *
 * @example "When did the plan get back to us?" names "date plan back"
 */
export function withoutAsking(text: string): string {
  if (!isQuestion(text)) return text;
  return text
    .replace(/\bwho\b(?=.*\b(?:contact|rep|speak|spoke|talk|reviewer|approved|staff|completed|filled)\b)/gi, " ")
    .replace(/\b(?:on (?:what|which) (?:date|day)|(?:what|which) (?:date|day)|when)\b/gi, " date ")
    .replace(/\bhow many\b/gi, " count ")
    .replace(/\bcall(?:ed)? back\b/gi, " back ")
    .replace(/\bagrees? (?:to|on|upon)\b/gi, " agreed ")
    .replace(/\b(?:get|got|gotten|hear|heard) back\b/gi, " back ")
    .replace(OF_QUESTIONS, " ");
}
