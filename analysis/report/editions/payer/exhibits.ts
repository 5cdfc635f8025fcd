import { standardSentence } from "../../../../sca/adequacy/adequacy-words.ts";
import { isShown, LEAST_SHOWN } from "../../../../sca/contracting/small-counts.ts";
import type { ReportBlock, ReportSection, TableBlock } from "../../document/report-document.ts";
import { counted } from "../../figures.ts";
import { countCell, dollarsCell, figuresColumn, shareCell, table, wordsCell, wordsColumn } from "../cells.ts";
import { askedRate, startSentence } from "../rate-words.ts";
import { reasonWords } from "../reason-words.ts";
import type { LetterFacts } from "./letter-sections.ts";
import { shownCodes, shownService, shownServices } from "./payer-service-words.ts";

/** The exhibits behind the letter, each where there is something to show. */
export function exhibits(facts: LetterFacts): ReportSection[] {
  const parts: readonly (readonly [string, readonly ReportBlock[]])[] = [
    ["Rates we ask, service by service", rates(facts)],
    ["The agreements behind it", agreements(facts)],
    ["What in-network offices said", access(facts)],
  ];
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .map(([name, blocks], at) => ({
      heading: `Exhibit ${"ABC".charAt(at)}: ${name}`,
      startsPage: at === 0,
      blocks,
    }));
}

function rates({ asks: { asks, policy } }: LetterFacts): ReportBlock[] {
  const named = asks.filter(({ plan }) => plan.opening !== null);
  if (policy === "highestInNetwork" || named.length === 0) return [];
  const isOfMedicare = named.some(({ model }) => model === "percentOfMedicare");
  const rows = named.map((ask) => [
    wordsCell(startSentence(shownService(ask.service))),
    wordsCell(shownCodes(ask.codes)),
    wordsCell(askedRate(ask, ask.plan.opening?.figure ?? 0)),
    wordsCell(
      ask.plan.opening?.figure === ask.before.high / 100
        ? "A rate that you have agreed to for this service"
        : "Medicare's fee schedule as the common measure",
    ),
  ]);
  return [
    table(
      "Rates asked",
      [wordsColumn("Service"), wordsColumn("Codes"), figuresColumn("Rate"), wordsColumn("Where it comes from")],
      rows,
    ),
    {
      kind: "paragraph",
      text: [
        `${isOfMedicare ? "Percent of Medicare: of the Physician Fee Schedule's amount for the code, year and place of the service. " : ""}A rate a day covers the program's services of that day.`,
      ],
    },
  ];
}

function agreements({ told }: LetterFacts): ReportBlock[] {
  const { byReason, byService, agreements: all, dollarsAgreed } = told;
  if (all === null || all === 0) return [];
  const blocks: TableBlock[] = [];
  if (byReason.length > 1) {
    blocks.push(
      table(
        "Agreements by the reason for which they were granted",
        [wordsColumn("Reason"), figuresColumn("Agreements"), figuresColumn("Share")],
        byReason.map(({ keys, agreements: count }) => [
          wordsCell(keys.length === 1 ? reasonWords(keys[0] ?? null) : `Together: ${keys.map(reasonWords).join("; ")}`),
          countCell(count),
          shareCell(count / all),
        ]),
        [wordsCell("All"), countCell(all), shareCell(1)],
      ),
    );
  }
  if (byService.length > 1) {
    blocks.push(
      table(
        "Agreements by the service that they are mostly for",
        [wordsColumn("Service"), figuresColumn("Agreements"), figuresColumn("Dollars agreed, at least")],
        byService.map(({ keys, agreements: count, dollars }) => [
          wordsCell(keys.length === 1 ? shownServices(keys) : `Together: ${shownServices(keys)}`),
          countCell(count),
          dollars === null ? wordsCell("not shown") : dollarsCell(dollars),
        ]),
        [
          wordsCell("All"),
          countCell(all),
          dollarsAgreed === null ? wordsCell("not shown") : dollarsCell(dollarsAgreed),
        ],
      ),
    );
  }
  return blocks;
}

function access({ told: { access: found }, standards }: LetterFacts): ReportBlock[] {
  if (found === null) return [];
  const { attempts, wait, miles } = found;
  const rows = [
    ...(wait === null
      ? []
      : [[wordsCell("Days to the first appointment offered"), countCell(wait.median), countCell(wait.n)]]),
    ...(miles === null
      ? []
      : [[wordsCell("Miles from the member's home"), countCell(miles.median), countCell(miles.n)]]),
  ];
  const beside = [attempts, wait?.n ?? attempts, miles?.n ?? attempts];
  // One alone: of two, each would tell a part of the other. Nobody cites to a payer what nobody has checked.
  const exceeded = standards.find(
    ({ standard, judged, beyond }) =>
      standard.status === "confirmed" &&
      standard.condition === null &&
      beyond >= LEAST_SHOWN &&
      isShown(judged - beyond) &&
      beside.every((count) => isShown(Math.abs(count - judged)) && isShown(Math.abs(count - beyond))),
  );
  return [
    {
      kind: "paragraph",
      text: [`In-network offices were tried ${counted(attempts, "time")} for these members; each attempt is logged.`],
    },
    ...(rows.length === 0
      ? []
      : [
          table(
            "Waits and distances",
            [wordsColumn(""), figuresColumn("Median"), figuresColumn("Attempts that say so")],
            rows,
          ),
        ]),
    ...(exceeded === undefined
      ? []
      : [
          table(
            "What the law asks of networks, and what was offered",
            [wordsColumn("Standard"), figuresColumn("Attempts beyond it"), figuresColumn("Of")],
            [[wordsCell(standardSentence(exceeded.standard)), countCell(exceeded.beyond), countCell(exceeded.judged)]],
          ),
        ]),
  ];
}

/** Said once under the letter. */
export const SMALL_COUNT_NOTE = `Counts of 1 to ${LEAST_SHOWN - 1} are pooled or not shown, as by CMS's rule for cell sizes, and so is what would tell them. No patient data. Agreements are requests that you granted; dollars are agreed rates × units authorized, not payments.`;
