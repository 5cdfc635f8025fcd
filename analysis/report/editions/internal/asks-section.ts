import type { ContractAsk } from "../../../../sca/contracting/contract-asks.ts";
import type { PlannedNumber } from "../../../../sca/rates/negotiation-plan.ts";
import { ASK_INSTEAD } from "../../../../sca/rates/payer-policy.ts";
import { revealedPriceSentence } from "../../../../sca/rates/revealed-price-words.ts";
import { centsFromDollars, printMoney } from "../../../../sca/values/money.ts";
import type { ReportBlock, ReportSection, TableCell, Text } from "../../document/report-document.ts";
import { inWords } from "../../figures.ts";
import { countCell, dollarsCell, figuresColumn, NOTHING_TO_SAY, table, wordsCell, wordsColumn } from "../cells.ts";
import type { PayerFacts } from "../payer-facts.ts";
import { askedFigure, askedRate, askedUnit, startSentence } from "../rate-words.ts";

/** What may be given for the rate, each with what it is worth asking for (guide 003 L26-27; requirements 5.3). */
const TRADES: readonly string[] = [
  "Shorter first authorizations, for a defined way to extend them: who asks, with which documents, answered in how many days.",
  "A slightly lower rate, for payment within a stated number of days or less paper.",
  "Their standard authorization and claims process, for the rate.",
  "Volume and a term of two years or more, for a yearly rise.",
];

/** Opening, target and walk-away, service by service, with the reasons. */
export function asksSection({
  payer,
  asks: { asks, policy, without },
  assumptions,
  breakEven,
}: Pick<PayerFacts, "payer" | "asks" | "assumptions" | "breakEven">): ReportSection {
  const blocks: ReportBlock[] = [];
  if (policy === "highestInNetwork") {
    blocks.push(
      {
        kind: "finding",
        isHint: false,
        text: [
          `${payer} pays its highest in-network level and does not negotiate rates, as Payers says. The numbers below are to read its schedule against.`,
        ],
      },
      { kind: "list", isNumbered: false, items: ASK_INSTEAD.map((item): Text => [item]) },
    );
  }
  if (asks.length === 0) {
    blocks.push({
      kind: "finding",
      isHint: false,
      text: [`${payer} has agreed to no rate yet, so nothing of its own stands behind a number.`],
    });
  } else {
    blocks.push(
      table(
        "What to ask: the opening alone is for the payer",
        [
          wordsColumn("Service"),
          wordsColumn("Rate"),
          ...["Opening", "Target", "Walk-away", "Break-even", "Agreements"].map(figuresColumn),
        ],
        asks.map((ask) => [
          wordsCell(startSentence(ask.service)),
          wordsCell(askedUnit(ask)),
          rateCell(ask, ask.plan.opening),
          rateCell(ask, ask.plan.target),
          rateCell(ask, ask.plan.walkAway),
          wordsCell(breakEvenRate(ask, breakEven?.rateShare ?? null)),
          countCell(ask.before.n),
        ]),
      ),
      table(
        "The same in dollars, over the services granted so far",
        [
          wordsColumn("Service"),
          ...["Lines", "As agreed", "At opening", "At target", "At walk-away"].map(figuresColumn),
        ],
        asks.map(({ service, services, dollars }) => [
          wordsCell(startSentence(service)),
          countCell(services?.lines ?? null),
          dollarsCell(services?.agreed ?? null),
          dollarsCell(dollars.opening),
          dollarsCell(dollars.target),
          dollarsCell(dollars.walkAway),
        ]),
      ),
      { kind: "list", isNumbered: false, items: asks.map(reasonsOf) },
      { kind: "paragraph", text: otherRungs({ asks, policy, without }, assumptions.costPerUnit) },
    );
  }
  if (without.length > 0) {
    blocks.push({
      kind: "paragraph",
      text: [
        `No number for ${inWords(without)}: what was agreed is a rate per case, which holds for the length of its own case.`,
      ],
    });
  }
  blocks.push(
    { kind: "paragraph", text: [{ strong: "To trade beside the rate:" }] },
    { kind: "list", isNumbered: false, items: TRADES.map((item): Text => [item]) },
  );
  return { heading: "What to ask", startsPage: false, blocks };
}

function rateCell(ask: ContractAsk, number: PlannedNumber | null): TableCell {
  return wordsCell(number === null ? "not known" : askedFigure(ask, number.figure));
}

/** The average agreed rate times the break-even share: what a contract must pay to bring as much at today's volume. */
function breakEvenRate(ask: ContractAsk, rateShare: number | null): string {
  const { services, dollars } = ask;
  if (rateShare === null || services === null || rateShare < 0) return NOTHING_TO_SAY;
  if (ask.model === "percentOfMedicare" && services.medicare !== null && services.medicare > 0) {
    return askedFigure(ask, Number(((services.agreed / services.medicare) * rateShare * 100).toFixed(1)));
  }
  if (ask.model === "percentOfBilled" || dollars.opening === null) return NOTHING_TO_SAY;
  return askedFigure(ask, (services.agreed / 100 / services.units) * rateShare);
}

/** Where the numbers of one service come from: the payer's own price is the first rung of the ladder. */
function reasonsOf(ask: ContractAsk): Text {
  const { plan, before } = ask;
  const number = (name: string, one: PlannedNumber | null): string =>
    one === null
      ? `${name} not known.`
      : `${name} ${askedRate(ask, one.figure)}: ${one.sentence.replaceAll(" %", "%")}.`;
  return [
    { strong: `${startSentence(ask.service)}. ` },
    `${number("Opening", plan.opening)} ${number("Target", plan.target)} ${revealedPriceSentence(before).replaceAll(" %", "%")}`,
  ];
}

/** The other rungs, which hold for all services alike. */
function otherRungs({ asks }: PayerFacts["asks"], costPerUnit: number | null): Text {
  const band = asks.find((ask) => ask.band !== null)?.band ?? null;
  const from =
    band === null || band.sources.length === 0
      ? ""
      : `: the guides say ${inWords(band.sources.map(({ low, high }) => `${low} to ${high}%`))}`;
  return [
    band === null
      ? "Medicare's fee schedule has no amount for these services, so nothing is set against it. "
      : `Your usual range is ${band.low} to ${band.high}% of Medicare, an assumption of the practice${from}. `,
    costPerUnit === null
      ? "Settings states no cost of a unit, so there is no walk-away."
      : `The walk-away is the one cost of a unit on Settings, ${printMoney(centsFromDollars(costPerUnit))}, for every service and without a margin.`,
  ];
}
