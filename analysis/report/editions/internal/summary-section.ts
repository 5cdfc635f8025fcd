import type { FiguresBlock, ReportSection, Text } from "../../document/report-document.ts";
import { counted, percent, percentRange, wholeDollars } from "../../figures.ts";
import { NOTHING_TO_SAY, times } from "../cells.ts";
import type { PayerFacts } from "../payer-facts.ts";
import { askedRate } from "../rate-words.ts";

/** Services named in the first sentence; the others stand in the table of asks. */
const MOST_NAMED = 2;

/** The page's first words: what to do, and the four figures that it stands on. */
export function summarySection(facts: PayerFacts): ReportSection {
  return {
    heading: "In short",
    startsPage: false,
    blocks: [{ kind: "finding", isHint: facts.measures.approval.isHint, text: adviceOf(facts) }, figuresOf(facts)],
  };
}

function adviceOf({ payer, asks: { asks, policy }, breakEven }: PayerFacts): Text {
  const named = asks.filter(({ plan }) => plan.opening !== null && plan.target !== null).slice(0, MOST_NAMED);
  if (policy === "highestInNetwork") {
    return [
      `${payer} does not negotiate rates: ask for its highest in-network schedule in writing, and for the terms beside the rate.`,
    ];
  }
  if (named.length === 0) return [`Nothing that ${payer} agreed to stands behind a number yet.`];
  const asked = named.flatMap((ask, at): Text => {
    const [opening, target] = [ask.plan.opening?.figure ?? 0, ask.plan.target?.figure ?? 0];
    const end = opening === target ? "" : ` and end at ${askedRate(ask, target)}`;
    return [at === 0 ? "Open at " : "; at ", { strong: askedRate(ask, opening) }, `${end} for ${ask.service}`];
  });
  const more = asks.length > named.length ? `; ${asks.length - named.length} more under What to ask` : "";
  const least =
    breakEven === null || breakEven.rateShare < 0
      ? ""
      : ` Below ${percent(breakEven.rateShare)} of today's rates, staying case by case pays more at today's volume.`;
  return [...asked, `${more}.${least}`];
}

function figuresOf({ measures, book, risk }: PayerFacts): FiguresBlock {
  const { approval, multiple } = measures;
  const { rate, interval, granted, decided } = approval;
  const told = book.agreed.inFull + book.agreed.inPart;
  return {
    kind: "figures",
    figures: [
      {
        value: rate === null ? NOTHING_TO_SAY : percent(rate),
        label: `of requests granted: ${granted} of ${decided} decided${interval === null ? "" : `, 95% interval ${percentRange(interval)}`}`,
      },
      {
        value: multiple.median === null ? NOTHING_TO_SAY : times(multiple.median),
        label: `Medicare on the middle of ${counted(multiple.lines, "line")}${multiple.weighted === null ? "" : `; ${times(multiple.weighted)} by dollars`}`,
      },
      {
        value: told === 0 ? NOTHING_TO_SAY : wholeDollars(book.agreed.cents),
        label: `agreed at least, from ${counted(told, "agreement")}`,
      },
      {
        value: risk.captured.capturedA === null ? NOTHING_TO_SAY : wholeDollars(risk.captured.capturedA),
        label: "a year at risk if single case agreements stop",
      },
    ],
  };
}
