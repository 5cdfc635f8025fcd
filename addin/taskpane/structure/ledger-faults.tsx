import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import type { LedgerFault } from "../../excel/excel-workbook.ts";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { ProblemNote } from "../parts/problem-note.tsx";

/** What people changed in the ledger's tables that it cannot do without, and the repair; nothing where all is well. */
export function LedgerFaults(): ReactNode {
  const { workbook, ledger, say } = usePane();
  const [faults, setFaults] = useState<readonly LedgerFault[]>([]);
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    workbook.findLedgerFaults().then(setFaults, (error: unknown) => setWords(problemWords(error)));
  }, [workbook]);
  const repair = async (): Promise<void> => {
    try {
      await workbook.repairLedger(faults.filter(({ canRepair }) => canRepair));
      setFaults(await workbook.findLedgerFaults());
      setWords(null);
      await ledger.refresh();
      say("The ledger is repaired.");
    } catch (error) {
      setWords(problemWords(error));
    }
  };
  if (faults.length === 0 && words === null) return null;
  return (
    <div className="card">
      <h3>The ledger was changed by hand</h3>
      {words === null ? null : <ProblemNote words={words} />}
      <ul className="sentences">
        {faults.map(({ table, heading, kind, sentence }) => (
          <li key={`${kind} ${table} ${heading ?? ""}`}>{sentence}</li>
        ))}
      </ul>
      {faults.some(({ canRepair }) => canRepair) ? (
        <div className="actions">
          <Button onClick={() => void repair()}>Repair</Button>
        </div>
      ) : null}
    </div>
  );
}
