import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { LedgerFault } from "../../excel/excel-workbook.ts";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { useStore } from "../frame/store.ts";
import { ProblemNote } from "../parts/problem-note.tsx";

/** What people changed in the ledger's tables that it cannot do without, and the repair; nothing where all is well. */
export function LedgerFaults(): ReactNode {
  const { workbook, ledger, navigation, say } = usePane();
  const isInSight = useStore(navigation.place).view === "structure";
  const [faults, setFaults] = useState<readonly LedgerFault[]>([]);
  const [words, setWords] = useState<string | null>(null);
  const [isRepairing, setRepairing] = useState(false);
  const [isRepaired, setRepaired] = useState(false);
  const card = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isInSight) return;
    workbook.findLedgerFaults().then(
      (found) => {
        setFaults(found);
        setWords(null);
        if (found.length > 0) setRepaired(false);
      },
      (error: unknown) => setWords(problemWords(error)),
    );
  }, [workbook, isInSight]);
  const repair = async (): Promise<void> => {
    if (isRepairing) return;
    setRepairing(true);
    setWords(null);
    try {
      await workbook.repairLedger(faults.filter(({ canRepair }) => canRepair));
      const left = await workbook.findLedgerFaults();
      setFaults(left);
      setRepaired(left.length === 0);
      say(left.length === 0 ? "The ledger is repaired." : "Repaired what can be. The rest is told in the pane.");
      // The button may be gone.
      card.current?.focus();
      await ledger.refresh();
    } catch (error) {
      setWords(problemWords(error));
    } finally {
      setRepairing(false);
    }
  };
  if (faults.length === 0 && words === null && !isRepaired) return null;
  return (
    <div className="card">
      <h3 className="step-heading" tabIndex={-1} ref={card}>
        {isRepaired ? "The ledger is repaired" : faults.length === 0 ? "The ledger" : "The ledger was changed by hand"}
      </h3>
      {words === null ? null : <ProblemNote title={faults.length === 0 ? NOT_CHECKED : NOT_REPAIRED} words={words} />}
      {faults.length === 0 ? null : (
        <ul className="sentences">
          {faults.map(({ table, heading, kind, sentence }) => (
            <li key={`${kind} ${table} ${heading ?? ""}`}>{sentence}</li>
          ))}
        </ul>
      )}
      {faults.some(({ canRepair }) => canRepair) ? (
        <div className="actions">
          <Button disabledFocusable={isRepairing} onClick={() => void repair()}>
            Repair
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const NOT_CHECKED = "Its tables could not be checked";
const NOT_REPAIRED = "The repair did not work";
