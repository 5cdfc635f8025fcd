import type { Underpayment } from "../../../../sca/contracting/underpayments.ts";
import type { ReportBlock, ReportSection, TableBlock } from "../../document/report-document.ts";
import { counted, percent, percentRange, wholeDollars } from "../../figures.ts";
import { countCell, dollarsCell, figuresColumn, table, weighted, wordsCell, wordsColumn } from "../cells.ts";
import type { PayerFacts } from "../payer-facts.ts";

/** Fewer paid lines than this are a hint. */
const FEWEST_LINES = 20;
/** Longer lists belong into the workbook. */
const MOST_LISTED = 40;

/** Whether the payer pays what it agreed to, and each line that falls short. */
export function paymentsSection({ payer, measures, underpaid }: PayerFacts): ReportSection {
  const { rate, interval, honoured, paidLines, underpaid: short, unpaidLines, unpaid, notKnown } = measures.honour;
  const { outside, serviceDays } = measures.lapse;
  const blocks: ReportBlock[] = [
    {
      kind: "finding",
      isHint: paidLines > 0 && paidLines < FEWEST_LINES,
      text:
        rate === null || interval === null || short === null
          ? [`No paid claim line of ${payer} with a known agreed amount is in the ledger.`]
          : weighted(
              `${payer} paid `,
              `${honoured} of ${counted(paidLines, "claim line")}, ${percent(rate)}`,
              ` (95% interval ${percentRange(interval)}), at the agreed amount or more; the others are `,
              wholeDollars(short),
              " short.",
            ),
    },
  ];
  if (underpaid.length > 0) blocks.push(listOf(underpaid));
  const remarks = [
    unpaidLines === 0
      ? ""
      : `${counted(unpaidLines, "line")} answered with nothing, ${wholeDollars(unpaid)} agreed for ${unpaidLines === 1 ? "it" : "them"}: no paid line, so outside the rate.`,
    notKnown === 0
      ? ""
      : `${counted(notKnown, "paid line")} whose agreed amount nobody states ${notKnown === 1 ? "is" : "are"} outside too.`,
    outside === null
      ? ""
      : `Our own side: ${outside} of ${counted(serviceDays, "service day")} ${outside === 1 ? "lies" : "lie"} outside every authorization.`,
  ].filter((remark) => remark !== "");
  if (remarks.length > 0) blocks.push({ kind: "paragraph", text: [remarks.join(" ")] });
  return { heading: "Whether they pay what they agreed", startsPage: false, blocks };
}

function listOf(underpaid: readonly Underpayment[]): TableBlock {
  const listed = underpaid.slice(0, MOST_LISTED);
  const rest = underpaid.length - listed.length;
  const sum = (of: (one: Underpayment) => number): number => underpaid.reduce((all, one) => all + of(one), 0);
  return table(
    rest === 0
      ? "Claim lines paid short or not at all"
      : `Claim lines paid short or not at all: the ${listed.length} with most dollars, ${rest} more in the ledger`,
    [
      wordsColumn("Claim number"),
      wordsColumn("Case"),
      wordsColumn("Date of service"),
      wordsColumn("Code"),
      ...["Units", "Agreed", "Paid", "Short"].map(figuresColumn),
    ],
    listed.map(({ number, caseId, claim, expected, paid, short }) => [
      wordsCell(number === "" ? "no number" : number),
      wordsCell(caseId),
      wordsCell(claim.day ?? "no day"),
      wordsCell(claim.code),
      countCell(claim.units),
      dollarsCell(expected),
      dollarsCell(paid),
      dollarsCell(short),
    ]),
    [
      wordsCell(`All ${underpaid.length}`),
      ...["", "", "", ""].map(wordsCell),
      dollarsCell(sum(({ expected }) => expected)),
      dollarsCell(sum(({ paid }) => paid)),
      dollarsCell(sum(({ short }) => short)),
    ],
  );
}
