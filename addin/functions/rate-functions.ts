import { percentOf } from "../../sca/measures/percent-of.ts";
import { floorFrom, isNoFloor } from "../../sca/rates/floor.ts";
import { nextCounter } from "../../sca/rates/next-counter.ts";
import { checkDollars, checkPercent } from "../../sca/rates/rate-term.ts";
import { MODEL_WORDS } from "../../sca/tracker/review/code-words.ts";
import { centsForUnits, centsFromDollars } from "../../sca/values/money.ts";
import { type CellProblem, isCellProblem, missing, wrong } from "./cell-problem.ts";
import { type Cells, cellByCell, plainValue } from "./function-answer.ts";
import { isBlankCell, numberIn, textIn } from "./read-cell.ts";

/**
 * Dollars that an agreed rate pays for the units, by the ledger's rate models.
 * @customfunction
 * @param {any[][]} rate The agreed rate: dollars, or percent (140 for 140 %).
 * @param {any[][]} model "Per unit", "Per day", "Per case", "Percent of Medicare" or "Percent of billed".
 * @param {any[][]} units Units, or days of a rate per day. Not used per case.
 * @param {any[][]} [medicare] Medicare's dollars for one unit, for a percent of Medicare.
 * @param {any[][]} [billed] Billed dollars for one unit, for a percent of billed.
 * @returns {any[][]} Expected dollars, to the cent.
 */
export function expected(
  rate: unknown[][],
  model: unknown[][],
  units: unknown[][],
  medicare?: unknown[][],
  billed?: unknown[][],
) {
  return cellByCell([rate, model, units, medicare, billed], (cells) => {
    const said = textIn(cells[1]);
    const code = MODEL_WORDS.codeFor(said);
    if (said === "") return missing(`The model is blank. ${ACCEPTED_MODELS}`);
    if (code === null) return wrong(`The model is “${said}”. ${ACCEPTED_MODELS}`);
    const figure = numberIn(cells[0], "The rate", 0);
    if (isCellProblem(figure)) return figure;
    const isPercent = code === "percentOfMedicare" || code === "percentOfBilled";
    const refusal = isPercent ? checkPercent(figure, code) : checkDollars(figure);
    if (refusal !== null) return wrong(refusal.sentence);
    if (code === "caseRate") return centsFromDollars(figure) / 100;
    const count = numberIn(cells[2], "The number of units", 0);
    if (isCellProblem(count)) return count;
    if (!isPercent) return centsForUnits(figure, count) / 100;
    const unit =
      code === "percentOfMedicare" ? baseIn(cells[3], "Medicare's amount") : baseIn(cells[4], "The billed charge");
    if (isCellProblem(unit)) return unit;
    // The rate for one unit is rounded to the cent, then multiplied: as payers do, and the ledger.
    return centsForUnits(percentOf(figure, centsFromDollars(unit)) / 100, count) / 100;
  });
}

const ACCEPTED_MODELS = `Accepted: Per unit, Per day, Per case, Percent of Medicare, Percent of billed.`;

/** What a percentage is of: an amount above 0, since a percent of nothing is no price. */
function baseIn(cell: unknown, name: string): number | CellProblem {
  const amount = numberIn(cell, `${name} for one unit`, 0, "An amount");
  if (isCellProblem(amount) || amount > 0) return amount;
  return missing(`${name} for one unit is 0, which is no benchmark. An amount above 0 is accepted.`);
}

/**
 * The least that one day, session or case may be paid: its cost and a margin on the price, rounded up to the cent.
 * @customfunction
 * @param {any[][]} staff Dollars of clinical staff for one day, session or case.
 * @param {any[][]} overhead Dollars of administrative overhead for it.
 * @param {any[][]} facility Dollars of the facility for it.
 * @param {any[][]} [marginPercent] Margin in percent of the price, such as 20. Left out: none.
 * @returns {any[][]} The floor in dollars.
 */
export function floor(staff: unknown[][], overhead: unknown[][], facility: unknown[][], marginPercent?: unknown[][]) {
  return cellByCell([staff, overhead, facility, marginPercent], (cells) => {
    const [people, office, rooms] = [
      numberIn(cells[0], "The cost of staff", 0, "An amount"),
      numberIn(cells[1], "The overhead", 0, "An amount"),
      numberIn(cells[2], "The cost of the facility", 0, "An amount"),
    ];
    if (isCellProblem(people)) return people;
    if (isCellProblem(office)) return office;
    if (isCellProblem(rooms)) return rooms;
    const percent = isBlankCell(cells[3]) ? 0 : numberIn(cells[3], "The margin", 0, "A percentage");
    if (isCellProblem(percent)) return percent;
    if (percent > 0 && percent < 1) {
      return wrong(
        `The margin is ${percent}. Write it in percent: ${Number((percent * 100).toFixed(4))} for ${Number((percent * 100).toFixed(4))} %.`,
      );
    }
    const found = floorFrom({
      per: "unit",
      staff: [{ role: "Clinical staff", hourlyCost: people, hours: 1, patientsTogether: 1 }],
      overhead: office,
      facility: rooms,
      margin: { percent, on: "price" },
    });
    return isNoFloor(found) ? wrong(found.sentence) : found.cents / 100;
  });
}

/**
 * The next figure to answer a payer with: your counter, or the payer's own offer where it reaches your target. Concessions get smaller and never go under the floor.
 * @customfunction
 * @param {any[][]} opening Dollars of the first ask.
 * @param {any[][]} target Dollars where you want to end.
 * @param {any[][]} [lowest] Dollars below which you walk away, such as SCA.FLOOR gives. Left out: none.
 * @param {any[][]} [asks] Range of what you asked for so far, oldest first.
 * @param {any[][]} [offers] Range of what the payer offered so far, oldest first.
 * @returns {any[][]} Dollars to answer with.
 */
export function counter(
  opening: unknown[][],
  target: unknown[][],
  lowest?: unknown[][],
  asks?: unknown[][],
  offers?: unknown[][],
) {
  const asked = figuresIn(asks, "An ask");
  const offered = figuresIn(offers, "An offer");
  return cellByCell([opening, target, lowest], (cells) => {
    if (isCellProblem(asked)) return asked;
    if (isCellProblem(offered)) return offered;
    const first = numberIn(cells[0], "The first ask", 0, "An amount");
    if (isCellProblem(first)) return first;
    const goal = numberIn(cells[1], "The target", 0, "An amount");
    if (isCellProblem(goal)) return goal;
    const walkAway = isBlankCell(cells[2]) ? null : numberIn(cells[2], "The floor", 0, "An amount");
    if (isCellProblem(walkAway)) return walkAway;
    const move = nextCounter(
      { kind: "dollars", opening: first, target: goal, walkAway },
      { asks: asked, offers: offered },
    );
    if (move.kind === "counter" || move.kind === "accept") return move.figure;
    return move.kind === "refused" ? wrong(move.sentence) : missing(move.sentence);
  });
}

/** All figures of a range in reading order; empty cells are moves that were not made yet. */
function figuresIn(cells: Cells, name: string): readonly number[] | CellProblem {
  const figures: number[] = [];
  for (const cell of (cells ?? []).flat().map(plainValue)) {
    if (isBlankCell(cell) || cell === 0) continue;
    const figure = numberIn(cell, name, 0, "An amount");
    if (isCellProblem(figure)) return figure;
    figures.push(figure);
  }
  return figures;
}
