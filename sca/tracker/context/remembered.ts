/** Texts kept per reader; beyond it the reader starts anew, so that a long session does not fill the memory. */
const MOST = 20_000;

/**
 * The same reader, which remembers what it read: trackers repeat their payers, statuses and reasons on every line.
 * Only for readers whose answer depends on the text alone and is not changed afterwards.
 *
 * @example const readOnce = remembered(readOutcome); the second readOnce("Approved") costs nothing
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.answer;
    const answer = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, { answer });
    return answer;
  };
}
