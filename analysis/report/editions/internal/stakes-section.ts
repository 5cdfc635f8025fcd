import type { CaptureTerms } from "../../../../sca/measures/revenue-captured.ts";
import type { ReportSection, TableCell, Text } from "../../document/report-document.ts";
import { counted, wholeDollars } from "../../figures.ts";
import { countCell, dollarsCell, figuresColumn, table, weighted, wordsCell, wordsColumn } from "../cells.ts";
import { monthsOf } from "../month-words.ts";
import type { PayerFacts } from "../payer-facts.ts";

/** What is at risk for us if single case agreements stop, and what the payer saved by them. */
export function stakesSection(facts: PayerFacts): ReportSection {
  const { payer, risk, span, measures } = facts;
  const { captured, open } = risk;
  const isShort = span !== null && span.first > risk.span.first;
  return {
    heading: "What is at stake",
    startsPage: false,
    blocks: [
      {
        kind: "finding",
        isHint: false,
        text:
          captured.capturedA === null
            ? [
                `The last twelve months show no dollars ${captured.basis === "received" ? "received" : "used"} under agreements with ${payer}.`,
              ]
            : weighted(
                `If ${payer} granted no more single case agreements, `,
                wholeDollars(captured.capturedA),
                ` a year would be at risk${captured.baselinePercent > 0 && captured.capturedB !== null ? `, ${wholeDollars(captured.capturedB)} of it above what out-of-network payment would bring` : ""}.`,
              ),
      },
      table(
        `Revenue at risk, from requests of ${monthsOf(risk.span)}`,
        [wordsColumn(""), figuresColumn("Dollars"), figuresColumn("Told from")],
        [
          [
            wordsCell(`${WORD[captured.basis]}, all of it lost with the patients (A)`),
            dollarsCell(captured.capturedA),
            named(captured.cases, "agreement"),
          ],
          [
            wordsCell(`${WORD[captured.basis]} over ${captured.baselinePercent}% of the agreed rate (B)`),
            dollarsCell(captured.capturedB),
            named(captured.cases, "agreement"),
          ],
          [
            wordsCell("Units left under authorizations in force today"),
            dollarsCell(open.cents),
            named(open.count, "authorization"),
          ],
        ],
      ),
      {
        kind: "paragraph",
        text: [
          `${isShort ? "The ledger covers less than twelve months of this payer; nothing is scaled up. " : ""}${open.notTold === 0 ? "" : `${counted(open.notTold, "open authorization")} without units, use or a rate in dollars ${open.notTold === 1 ? "is" : "are"} in no sum. `}${captured.baselinePercent === 0 ? "Settings expects nothing out of network without an agreement, so A and B are the same." : `B takes off ${captured.baselinePercent}% of the agreed rate, which Settings expects out of network anyway.`}`,
        ],
      },
      { kind: "paragraph", text: avoided(facts, measures.avoided) },
    ],
  };
}

const WORD: Readonly<Record<CaptureTerms["basis"], string>> = {
  received: "Received",
  expected: "Expected (agreed rate × units used; the ledger has no claims)",
};

/** A count as it is read, with what it counts. */
function named(count: number, what: string): TableCell {
  return { ...countCell(count), text: counted(count, what) };
}

function avoided({ payer }: PayerFacts, { cents, days, higherDayRate }: PayerFacts["measures"]["avoided"]): Text {
  if (higherDayRate === null) {
    return [
      "Avoided cost: not told. Settings states no day rate of the level of care that these patients would have needed otherwise.",
    ];
  }
  if (cents === null) return ["Avoided cost: not told. No day at a rate per day is known to have been used."];
  return weighted(
    `Avoided cost: ${counted(days, "day")} at our day rates instead of ${wholeDollars(higherDayRate * 100)} a day at the higher level left ${payer} `,
    wholeDollars(cents),
    " better off, if every one of these patients would have been there instead. That is the assumption on Settings, not a finding.",
  );
}
