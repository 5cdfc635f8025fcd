import type { ReportBlock } from "../../report/document/report-document.ts";
import { asksSection } from "../../report/editions/internal/asks-section.ts";
import { breakEvenSection } from "../../report/editions/internal/break-even-section.ts";
import type { NotebookLedger } from "../notebook-ledger.ts";
import { contractOf } from "../payer-contract.ts";

/** From which rate, and at which volume, a contract with a payer beats going on case by case: as in the leverage report. */
export function breakEvenBlocks(ledger: NotebookLedger, payer: string): readonly ReportBlock[] {
  return blocksOf(ledger, payer, (contract) => breakEvenSection(contract).blocks);
}

/** Opening, target and walk-away for each service, with their reasons: as in the leverage report. */
export function askBlocks(ledger: NotebookLedger, payer: string): readonly ReportBlock[] {
  return blocksOf(ledger, payer, (contract) => asksSection(contract).blocks);
}

/** A contract is made with one payer: of all together, or of none that is settled, nothing is asked. */
function blocksOf(
  ledger: NotebookLedger,
  payer: string,
  blocks: (contract: ReturnType<typeof contractOf>) => readonly ReportBlock[],
): readonly ReportBlock[] {
  if (ledger.cases.some((subject) => subject.payer?.toLowerCase() === payer.toLowerCase())) {
    return blocks(contractOf(ledger, payer));
  }
  return [{ kind: "paragraph", text: ["A contract is made with one payer: choose one above."] }];
}
