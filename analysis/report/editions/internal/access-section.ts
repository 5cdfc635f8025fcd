import { standardSentence } from "../../../../sca/adequacy/adequacy-words.ts";
import type { AccessAgainstStandards } from "../../../../sca/adequacy/attempts-against-standards.ts";
import type { AccessEvidence, Spread } from "../../../../sca/contracting/access-evidence.ts";
import type { ReportBlock, ReportSection, TableCell, Text } from "../../document/report-document.ts";
import { counted, percentRange } from "../../figures.ts";
import {
  countCell,
  figuresColumn,
  NOTHING_TO_SAY,
  shareCell,
  table,
  weighted,
  wordsCell,
  wordsColumn,
} from "../cells.ts";
import type { PayerFacts } from "../payer-facts.ts";

/** Fewer judged attempts than this are a hint. */
const FEWEST_JUDGED = 20;

/** The commonest reasons are enough to act on. */
const MOST_REASONS = 4;

/** What was found when in-network care was looked for. */
export function accessSection({ evidence, standards, cases }: PayerFacts): ReportSection {
  const { attempts, offices, requests, ofRequests, wait, miles, withoutWait } = evidence;
  if (attempts === 0) {
    return {
      heading: "Evidence that the network has a gap",
      startsPage: false,
      blocks: [
        {
          kind: "finding",
          isHint: false,
          text: [
            `None of the ${counted(cases.length, "request")} has an in-network office logged that was tried. Missing access evidence is among the commonest reasons of denial: log office, date, wait and distance on Access attempts.`,
          ],
        },
      ],
    };
  }
  return {
    heading: "Evidence that the network has a gap",
    startsPage: false,
    blocks: [
      {
        kind: "finding",
        isHint: false,
        text: weighted(
          "In-network care was looked for at ",
          counted(offices, "office"),
          ` in ${counted(attempts, "logged attempt")}, behind ${requests} of ${counted(ofRequests, "request")}.`,
        ),
      },
      table(
        "What the offices said",
        [wordsColumn(""), ...["Median", "Shortest", "Longest", "Attempts"].map(figuresColumn)],
        [
          [wordsCell("Days to the first appointment offered"), ...spreadCells(wait)],
          [wordsCell("Miles from the patient's home"), ...spreadCells(miles)],
        ],
      ),
      {
        kind: "paragraph",
        text: [
          `${counted(withoutWait, "attempt")} ${withoutWait === 1 ? "has" : "have"} no wait: nothing was offered, or nobody noted it.`,
        ],
      },
      ...standardBlocks(standards),
      table(
        "Granted, with and without logged attempts",
        [wordsColumn("Requests"), ...["Decided", "Granted", "Rate", "95% interval"].map(figuresColumn)],
        [rateRow("With attempts", evidence.granted.withAttempts), rateRow("Without", evidence.granted.without)],
      ),
    ],
  };
}

/** The attempts against what the law asks of networks, where it reaches the plan; why not, where it does not. */
function standardBlocks({ standards, judged, beyond, notJudged }: AccessAgainstStandards): ReportBlock[] {
  const blocks: ReportBlock[] = [];
  if (judged > 0) {
    blocks.push({
      kind: "finding",
      isHint: judged < FEWEST_JUDGED,
      text: weighted(
        "",
        `${beyond} of ${counted(judged, "attempt")}`,
        " that can be judged went beyond a standard of network adequacy that holds for the plan.",
      ),
    });
  }
  if (standards.length > 0) {
    blocks.push(
      table(
        "Standards that reach these plans; look up what is to be checked before you cite it",
        [wordsColumn("Standard"), figuresColumn("Beyond"), figuresColumn("Attempts judged")],
        standards.map(({ standard, judged: known, beyond: over }) => [
          wordsCell(standardSentence(standard)),
          countCell(over),
          countCell(known),
        ]),
      ),
    );
  }
  if (notJudged.length > 0) {
    blocks.push(
      { kind: "paragraph", text: ["Not set against a standard, and why:"] },
      {
        kind: "list",
        isNumbered: false,
        items: notJudged
          .slice(0, MOST_REASONS)
          .map(({ why, attempts }): Text => [`${counted(attempts, "attempt")}: ${why}`]),
      },
    );
  }
  return blocks;
}

function spreadCells(spread: Spread | null): TableCell[] {
  if (spread === null) return [NOTHING_TO_SAY, NOTHING_TO_SAY, NOTHING_TO_SAY].map(wordsCell).concat(countCell(0));
  return [spread.median, spread.low, spread.high].map(countCell).concat(countCell(spread.n));
}

function rateRow(
  name: string,
  { decided, granted, rate, interval, isHint }: AccessEvidence["granted"]["without"],
): TableCell[] {
  return [
    wordsCell(isHint ? `${name} (hint)` : name),
    countCell(decided),
    countCell(granted),
    shareCell(rate),
    wordsCell(interval === null || rate === null ? NOTHING_TO_SAY : `${percentRange(interval)}`),
  ];
}
