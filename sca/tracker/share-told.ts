/** Told how far long work has come, 0 to 1, never less than before. For whoever shows it; the work itself goes by nothing of it. */
export type ShareTold = (share: number) => void;

/**
 * What a part of the work tells, whose own 0 to 1 lie between two shares of the whole.
 *
 * @example partOf(told, 0.5, 1)(0.5) tells 0.75
 */
export function partOf(told: ShareTold | undefined, from: number, to: number): ShareTold {
  return (share) => told?.(from + share * (to - from));
}
