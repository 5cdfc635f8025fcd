import type { StandardCount } from "../../../../sca/adequacy/attempts-against-standards.ts";
import type { ContractAsks } from "../../../../sca/contracting/contract-asks.ts";
import type { PayerDisclosure, ShownAgreements } from "../../../../sca/contracting/payer-disclosure.ts";
import { FEWER_THAN_SHOWN } from "../../../../sca/contracting/small-counts.ts";
import type { Trigger } from "../../../../sca/tracker/tracked-case.ts";
import type { CalendarDate } from "../../../../sca/values/calendar-date.ts";
import type { ReportSection, Text } from "../../document/report-document.ts";
import { counted, inWords, longDay, wholeDollars } from "../../figures.ts";
import { weighted } from "../cells.ts";
import { monthsOf } from "../month-words.ts";
import type { PracticeWords } from "../practice-words.ts";
import { askedRate } from "../rate-words.ts";
import { type OpeningDollars, openingOf } from "./opening-dollars.ts";
import { shownService } from "./payer-service-words.ts";

/** What the letter is made of. */
export interface LetterFacts {
  readonly payer: string;
  readonly practice: PracticeWords;
  readonly told: PayerDisclosure;
  readonly asks: ContractAsks;
  /** What the law asks of networks, with the attempts behind the agreements that went beyond. */
  readonly standards: readonly StandardCount[];
  readonly answerBy: CalendarDate;
}

/** Services named in the letter; the exhibit has them all. */
const MOST_NAMED = 3;

/** Who writes. What nobody stated is a blank in brackets. */
export function whoWeAre({ practice, payer }: LetterFacts): ReportSection {
  const name = practice.name ?? "[practice name]";
  const about = practice.about ?? "[One or two sentences: what we do, for whom, where, since when.]";
  return section("Who we are", [
    [`To ${payer}, provider network contracting:`],
    weighted("", name, ` asks for a network contract. ${about}`),
  ]);
}

/** What the payer's own agreements say about our place. */
export function ourPlace({ payer, told }: LetterFacts): ReportSection {
  const { agreements, span, dollarsAgreed, delivered, byReason } = told;
  if (agreements === null || agreements === 0) {
    const count = agreements === 0 ? "no single case agreement yet" : `${FEWER_THAN_SHOWN} single case agreements`;
    return section("Our place in your network", [
      [`You have granted us ${count}. [Say in a sentence which of your members need what only we offer nearby.]`],
    ]);
  }
  const when = span === null ? "" : `, requested ${monthsOf(span)}`;
  const units =
    delivered.length === 0
      ? ""
      : `, for ${inWords(delivered.map(({ unit, units: count }) => counted(count, unitWord(unit), unitWords(unit))))} delivered so far`;
  const dollars = dollarsAgreed === null ? "" : `, ${wholeDollars(dollarsAgreed)} at least in agreed rates`;
  return section("Our place in your network", [
    weighted(
      "You have granted us ",
      counted(agreements, "single case agreement"),
      ` for your members${when}${units}${dollars}. With each you decided that a member needed care outside your network.`,
    ),
    ...reasonLine(byReason, agreements),
    [`For these members ${payer} is paying for our care already. What is missing is a contract for it.`],
  ]);
}

function reasonLine(byReason: readonly ShownAgreements<Trigger | null>[], agreements: number): Text[] {
  const gap = byReason.find(({ keys }) => keys.length === 1 && keys[0] === "networkGap");
  return gap === undefined
    ? []
    : [
        weighted(
          "",
          `${gap.agreements.toLocaleString("en-US")} of the ${agreements}`,
          " were granted because no in-network provider was available.",
        ),
      ];
}

/** What no other program brings. */
export function setsApart({ practice, told }: LetterFacts): ReportSection {
  const services = [...new Set(told.byService.flatMap(({ keys }) => keys).map(shownService))];
  const items: Text[] = (
    practice.strengths ?? ["[What no other program near your members offers: population, method, language, hours.]"]
  ).map((strength): Text => [strength]);
  if (services.length > 1) items.push([`One place for ${inWords(services)}.`]);
  if (told.authorized !== null) {
    const { serviceDays, isEvery } = told.authorized;
    items.push([
      isEvery
        ? `Every one of ${counted(serviceDays, "service day")} lay inside an authorization.`
        : `We keep to what you authorize: of ${counted(serviceDays, "service day")}, ${FEWER_THAN_SHOWN} lay outside an authorization.`,
    ]);
  }
  if (told.avoided !== null && told.avoided.cents !== null && told.avoided.higherDayRate !== null) {
    items.push([
      `${counted(Math.round(told.avoided.days), "day")} with us instead of a higher level of care at ${wholeDollars(told.avoided.higherDayRate * 100)} a day come to ${wholeDollars(told.avoided.cents)} less, if each of these days would have been one there: our assumption, for you to check against your own rates.`,
    ]);
  }
  return {
    heading: "What sets us apart",
    startsPage: false,
    blocks: [{ kind: "list", isNumbered: false, items }],
  };
}

/** What case by case costs both: counted, with no dollars put on the payer's side. */
export function whyCaseByCaseFails({ told }: LetterFacts): ReportSection {
  const { moves, contacts, claimLines } = told.work;
  const handled = [
    moves === null ? "" : `${counted(moves, "rate")} offered and countered`,
    contacts === null ? "" : `${counted(contacts, "call or message", "calls and messages")} about them`,
    claimLines === null ? "" : `${counted(claimLines, "claim line")} that no fee schedule of yours prices`,
  ].filter((part) => part !== "");
  const paragraphs: Text[] = [
    [
      handled.length === 0
        ? "Every agreement is negotiated, written, authorized and priced by hand, by your staff and by ours."
        : `Every agreement is negotiated, written, authorized and priced by hand, by your staff and by ours: ${inWords(handled)}.`,
    ],
  ];
  if (told.daysToYes !== null) {
    paragraphs.push([
      `Meanwhile your member waits: half of the agreements took ${counted(told.daysToYes, "business day")} or more from request to answer.`,
    ]);
  }
  if (told.shortLines !== null) {
    paragraphs.push([
      `Pricing by hand goes wrong: ${counted(told.shortLines, "claim line")} under these agreements were paid short or not at all, and are worked again by both sides.`,
    ]);
  }
  paragraphs.push(["A contract sets rates, authorization and payment once."]);
  return section("Why case by case fails us both", paragraphs);
}

/** The ask: two or three things, exactly. */
export function whatWeAsk({ asks, payer, told }: LetterFacts): ReportSection {
  const blocks: ReportSection["blocks"] = [
    { kind: "list", isNumbered: true, items: [rateItem(asks), ...OTHER_ITEMS] },
    ...dollarEffect(openingOf(asks, told), payer),
  ];
  return { heading: "What we ask", startsPage: false, blocks };
}

const OTHER_ITEMS: readonly Text[] = [
  [
    "One authorization and renewal process in writing: who asks, with which documents, and an answer to renewals within three business days.",
  ],
  ["Payment of clean claims within 30 days, and a term of two years from [effective date]."],
];

function rateItem({ asks, policy }: ContractAsks): Text {
  if (policy === "highestInNetwork") {
    return [
      "A network contract at your highest in-network level for each service we render, with the schedule's name, date and amounts in writing.",
    ];
  }
  const named = asks.filter(({ plan }) => plan.opening !== null);
  if (named.length === 0) return ["A network contract at [rates by service]."];
  const rates = named.slice(0, MOST_NAMED).flatMap((ask, at): Text => {
    const joint = at === 0 ? "" : at === Math.min(named.length, MOST_NAMED) - 1 ? " and " : ", ";
    return [joint, { strong: askedRate(ask, ask.plan.opening?.figure ?? 0) }, ` for ${shownService(ask.service)}`];
  });
  const more = named.length - MOST_NAMED;
  const rest =
    more <= 0 ? "" : more === 1 ? "; one more service stands in Exhibit A" : "; the other services stand in Exhibit A";
  return ["A network contract at ", ...rates, `${rest}.`];
}

/** The opening's dollars over the services granted, where enough agreements stand behind the sum. */
function dollarEffect(effect: OpeningDollars | null, payer: string): ReportSection["blocks"] {
  if (effect === null) return [];
  const { asAgreed, atOpening } = effect;
  const more = atOpening - asAgreed;
  const change = Math.round((Math.abs(more) / asAgreed) * 1000) / 10;
  const compared =
    change === 0
      ? "as much as was agreed case by case"
      : `${wholeDollars(Math.abs(more))} (${change}%) ${more > 0 ? "more" : "less"} than was agreed case by case`;
  return [
    {
      kind: "paragraph",
      text: weighted(
        `Over the services that ${payer} granted so far, these rates come to `,
        wholeDollars(atOpening),
        `, ${compared}, before what both sides save by not negotiating each case.`,
      ),
    },
  ];
}

/** When the answer is needed, and from whom. */
export function byWhen({ answerBy, practice }: LetterFacts): ReportSection {
  const contact = practice.contact ?? "[telephone, mail]";
  return section("By when", [
    weighted(
      "Please answer by ",
      longDay(answerBy),
      ` to ${contact}. We are glad to go through the exhibits with you before then.`,
    ),
    ["Sincerely,"],
    [`${practice.signer ?? "[name, title]"}, ${practice.name ?? "[practice name]"}`],
  ]);
}

function section(heading: string, paragraphs: readonly Text[]): ReportSection {
  return { heading, startsPage: false, blocks: paragraphs.map((text) => ({ kind: "paragraph", text })) };
}

function unitWord(unit: string): string {
  return unit === "15 minutes" ? "quarter of an hour" : unit;
}

function unitWords(unit: string): string {
  return unit === "15 minutes" ? "quarters of an hour" : `${unit}s`;
}
