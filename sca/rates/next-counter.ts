import { centsOf, printMoney } from "../values/money.ts";
import { fractionOf, nearest, roundedUp } from "./fraction.ts";
import { ASK_INSTEAD, type PayerPolicy } from "./payer-policy.ts";

/** What the figures of a negotiation are: dollars for a unit, day or case, or a percentage. */
export type FigureKind = "dollars" | "percent";

/** The three numbers of a negotiation, kept to ourselves: only asks are ever shown to the payer. */
export interface NegotiationNumbers {
  readonly kind: FigureKind;
  /** The first ask. */
  readonly opening: number;
  /** Where we want to end. */
  readonly target: number;
  /** The floor: below it we walk away. Null where no cost is known. */
  readonly walkAway: number | null;
}

/** What was said so far, oldest first, in the same figures. */
export interface Moves {
  readonly asks: readonly number[];
  readonly offers: readonly number[];
}

/** The next move, or why there is none. */
export type NextMove =
  | {
      readonly kind: "counter";
      readonly figure: number;
      /** How much is given since the last ask; 0 for the opening and for holding. */
      readonly concession: number;
      /** 1 for the opening ask. */
      readonly round: number;
      readonly sentence: string;
      readonly notes: readonly string[];
    }
  | { readonly kind: "accept"; readonly figure: number; readonly sentence: string; readonly notes: readonly string[] }
  | { readonly kind: "noCounter"; readonly sentence: string; readonly instead: readonly string[] }
  | { readonly kind: "walkAway"; readonly sentence: string }
  | { readonly kind: "refused"; readonly reason: MoveFault; readonly sentence: string };

export type MoveFault = "figure-unreadable" | "numbers-out-of-order" | "asks-rise";

/** How the next counter is found, for whoever wants to check it. */
export const COUNTER_RULE =
  "Open at the opening ask. Then give half of what is left between the last ask and the target (or the payer's offer, if higher), in whole dollars or percentage points, and never more than was given the last time. An ask never rises, never goes under the target on its own, never under the floor and never under the payer's offer.";

const HUNDREDTH = 100n;

/** A figure in hundredths: cents, or hundredths of a percent. A floor is rounded up. */
function hundredths(figure: number, isFloor = false): number {
  const exact = fractionOf(figure);
  const scaled = { over: exact.over * HUNDREDTH, under: exact.under };
  return isFloor ? roundedUp(scaled) : nearest(scaled);
}

function printed(figure: number, kind: FigureKind): string {
  return kind === "dollars" ? printMoney(centsOf(figure)) : `${Number(`${figure}e-2`)} %`;
}

/** A difference: dollars, or percentage points. */
function apart(figure: number, kind: FigureKind): string {
  return kind === "dollars" ? printed(figure, kind) : `${Number(`${figure}e-2`)} points`;
}

/**
 * The next counter from the moves so far (requirements 5.3; guide 003 L22-24), by `COUNTER_RULE`: concessions get
 * smaller, an ask never rises and never falls under the floor. A payer that does not negotiate gets no counter.
 *
 * @example opening 600, target 450, floor 350, asked 600, offered 300: counter 525; asked 600 and 525, offered 350: 488
 */
export function nextCounter(numbers: NegotiationNumbers, moves: Moves, policy: PayerPolicy = "negotiable"): NextMove {
  if (policy === "highestInNetwork") {
    return {
      kind: "noCounter",
      sentence:
        "This payer pays its highest in-network level and does not negotiate the rate. There is no counter to make; ask for this instead.",
      instead: ASK_INSTEAD,
    };
  }
  const { kind } = numbers;
  const given = [numbers.opening, numbers.target, numbers.walkAway ?? 1, ...moves.asks, ...moves.offers];
  const odd = given.find((figure) => !Number.isFinite(figure) || figure <= 0 || figure > 10_000_000);
  if (odd !== undefined) {
    return {
      kind: "refused",
      reason: "figure-unreadable",
      sentence: `${odd} is no figure of a negotiation: each is above 0. No counter is made.`,
    };
  }
  const opening = hundredths(numbers.opening);
  const target = hundredths(numbers.target);
  const floor = numbers.walkAway === null ? 0 : hundredths(numbers.walkAway, true);
  const asks = moves.asks.map((figure) => hundredths(figure));
  const offers = moves.offers.map((figure) => hundredths(figure));
  if (opening < target || target < floor) {
    const walk = numbers.walkAway === null ? "" : ` and the floor ${printed(floor, kind)}`;
    return {
      kind: "refused",
      reason: "numbers-out-of-order",
      sentence: `The opening is ${printed(opening, kind)}, the target ${printed(target, kind)}${walk}. The opening is not under the target, nor the target under the floor. No counter is made.`,
    };
  }
  const rise = asks.findIndex((ask, at) => at > 0 && ask > (asks[at - 1] ?? ask));
  if (rise > 0) {
    return {
      kind: "refused",
      reason: "asks-rise",
      sentence: `Ask ${rise + 1} (${printed(asks[rise] ?? 0, kind)}) is above the ask before it. Give the asks oldest first. No counter is made.`,
    };
  }
  return moved(kind, { opening, target, floor }, asks, offers);
}

function moved(
  kind: FigureKind,
  { opening, target, floor }: { readonly opening: number; readonly target: number; readonly floor: number },
  asks: readonly number[],
  offers: readonly number[],
): NextMove {
  const lastAsk = asks.at(-1);
  const lastOffer = offers.at(-1) ?? 0;
  const notes: string[] = [];
  if (lastOffer > 0 && lastOffer < floor) {
    notes.push(
      `The payer's ${printed(lastOffer, kind)} is ${apart(floor - lastOffer, kind)} under the floor of ${printed(floor, kind)}.`,
    );
  }
  if (offers.length > 1 && lastOffer <= (offers.at(-2) ?? 0) && asks.length > 1) {
    notes.push("The payer did not move since its offer before. Ask for a move, or hold, before giving more.");
  }
  if (lastOffer > 0 && lastOffer >= Math.min(target, lastAsk ?? target) && lastOffer >= floor) {
    const what = lastAsk !== undefined && lastOffer >= lastAsk ? "your last ask" : "your target";
    return {
      kind: "accept",
      figure: Number(`${lastOffer}e-2`),
      sentence: `The payer's ${printed(lastOffer, kind)} reaches ${what}. Accept it, and settle the other terms in writing.`,
      notes,
    };
  }
  if (lastAsk !== undefined && lastAsk < floor) {
    return {
      kind: "walkAway",
      sentence: `The last ask, ${printed(lastAsk, kind)}, is under the floor of ${printed(floor, kind)}: at that rate the care costs more than it pays. An ask cannot rise, so there is no counter. Change the terms (length, codes, payment), or walk away.`,
    };
  }
  const round = asks.length + 1;
  const answer = (figure: number, sentence: string): NextMove => ({
    kind: "counter",
    figure: Number(`${figure}e-2`),
    concession: Number(`${(lastAsk ?? figure) - figure}e-2`),
    round,
    sentence,
    notes,
  });
  if (lastAsk === undefined) return answer(opening, `Open with ${printed(opening, kind)}.`);
  const goal = Math.max(target, floor, lastOffer);
  const figure = lastAsk - concessionFrom(lastAsk, goal, asks, kind);
  if (figure === lastAsk) {
    return answer(
      lastAsk,
      `Hold at ${printed(lastAsk, kind)}: it is at the target. Move on only against something given: see the give-and-take list.`,
    );
  }
  return answer(
    figure,
    `Counter with ${printed(figure, kind)}, ${apart(lastAsk - figure, kind)} less than the last ask.`,
  );
}

/** Half of what is left, in whole steps, and never more than the last time. */
function concessionFrom(lastAsk: number, goal: number, asks: readonly number[], kind: FigureKind): number {
  const left = lastAsk - goal;
  if (left <= 0) return 0;
  const step = kind === "percent" || lastAsk >= 5000 ? 100 : 1;
  const half = left <= step ? left : Math.max(step, Math.floor(left / 2 / step) * step);
  const before = asks
    .slice(1)
    .map((ask, at) => (asks[at] ?? ask) - ask)
    .filter((given) => given > 0)
    .at(-1);
  return Math.min(half, before ?? half);
}
