import { standardSentence } from "../../../sca/adequacy/adequacy-words.ts";
import type { AccessAgainstStandards } from "../../../sca/adequacy/attempts-against-standards.ts";
import { PAYER_NOT_SETTLED } from "../../../sca/measures/payer-record.ts";
import type { ReportBlock, TableBlock, TableCell } from "../../report/document/report-document.ts";
import { counted, percent } from "../../report/figures.ts";
import type { NotebookLedger } from "../notebook-ledger.ts";

/** Attempts against the standards that reach them: by payer, standard by standard with its source, and why others are not judged. */
export function adequacyBlocks({ adequacy: { all, payers } }: NotebookLedger): readonly ReportBlock[] {
  const table: TableBlock = {
    kind: "table",
    caption: "Attempts against standards, by payer",
    columns: [
      { heading: "Payer", align: "words" },
      { heading: "Attempts", align: "figures" },
      { heading: "Judged", align: "figures" },
      { heading: "Beyond a standard", align: "figures" },
      { heading: "Share beyond", align: "figures" },
      { heading: "Viable offers", align: "figures" },
    ],
    rows: payers.map(({ key, value }) => [{ text: key ?? PAYER_NOT_SETTLED }, ...cells(value)]),
    total: [{ text: "All" }, ...cells(all)],
  };
  const standards = all.standards.map(({ standard, judged, beyond }) => [
    { strong: `${beyond} of ${judged} beyond: ` },
    standardSentence(standard),
  ]);
  const notJudged = all.notJudged.map(({ why, attempts }) => [{ strong: `${counted(attempts, "attempt")}: ` }, why]);
  return [
    table,
    ...listed("Standards that reach a case with an attempt:", standards),
    ...listed("Not judged, and why:", notJudged),
  ];
}

function listed(lead: string, items: readonly (readonly (string | { readonly strong: string })[])[]): ReportBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: "paragraph", text: [lead] },
    { kind: "list", isNumbered: false, items },
  ];
}

function cells({ attempts, judged, beyond, share, viable }: AccessAgainstStandards): TableCell[] {
  const count = (value: number): TableCell => ({ text: String(value), number: { value, format: "count" } });
  return [
    count(attempts),
    count(judged),
    count(beyond),
    share === null ? { text: "–" } : { text: percent(share), number: { value: share, format: "share" } },
    count(viable),
  ];
}
