import { Button } from "@fluentui/react-components";
import { type ChangeEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { heldWords } from "../../../analysis/medicare/held-words.ts";
import { counted } from "../../../analysis/report/figures.ts";
import { runInWorker, WorkStopped } from "../background/run-in-worker.ts";
import type { WorkProgress } from "../background/structure-work.ts";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { useStore } from "../frame/store.ts";
import { asSentence } from "../parts/as-sentence.ts";
import { ProblemNote } from "../parts/problem-note.tsx";
import { WorkNote } from "../parts/work-note.tsx";
import type { ListedTable } from "./medicare-keeper.ts";
import type { PickedFile, PickedTables } from "./read-picked-files.ts";
import { keeperOf } from "./session-keeper.ts";

const DAMAGED = "Damaged: nothing is priced until it is removed, or the download that it came from is chosen again.";

/** Medicare's files: what is loaded, choosing more from the disk, removing. */
export function MedicarePart(): ReactNode {
  const { medicare, say } = usePane();
  const keeper = keeperOf(medicare);
  const tables = useStore(keeper.tables);
  const input = useRef<HTMLInputElement>(null);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [work, setWork] = useState<{ share: number; what: string; stop: (() => void) | undefined } | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [notes, setNotes] = useState<readonly string[]>([]);
  useEffect(() => void keeper.restore(), [keeper]);

  const load = async (files: readonly File[]): Promise<void> => {
    const stopper = new AbortController();
    const progress = (share: number, what: string, stop?: () => void): void => setWork({ share, what, stop });
    const stoppable: WorkProgress = (share, what) => progress(share, what, () => stopper.abort());
    setProblems([]);
    setNotes([]);
    try {
      stoppable(0, "Opening the files");
      const picked: PickedFile[] = [];
      for (const file of files) picked.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      const found = await runInWorker<readonly PickedFile[], PickedTables>(
        medicareWorker,
        picked,
        stoppable,
        stopper.signal,
      );
      if (found.refusals.length > 0) {
        setProblems(found.refusals);
        return;
      }
      progress(1, "Keeping the tables");
      const notKept = await keeper.add(found.texts);
      setNotes([...found.notes, ...(notKept === null ? [] : [notKept])]);
      const count = found.texts.size;
      say(
        count === 0
          ? "Nothing was loaded: none of these tables is needed."
          : `Loaded ${counted(count, "table")} of Medicare's. Update the ledger, and its lines are priced with them.`,
      );
    } catch (error) {
      if (error instanceof WorkStopped) say(error.message);
      else setProblems([problemWords(error)]);
    } finally {
      setWork(null);
    }
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.currentTarget.files ?? [])];
    // The same file can be chosen again after it was mended.
    event.currentTarget.value = "";
    if (files.length > 0) void load(files);
  };
  const remove = async (table: ListedTable): Promise<void> => {
    const notKept = await keeper.remove(table.name);
    setNotes(notKept === null ? [] : [notKept]);
    say(`${table.name} is removed. Amounts that stand in the ledger stay until it is updated.`);
    heading.current?.focus();
  };

  return (
    <section className="stack" aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1} className="step-heading">
        Medicare's fee schedules
      </h3>
      {tables.length === 0 ? (
        <p>
          None is loaded, so nothing is set against Medicare. Download the year's relative values from cms.gov (PFS
          Relative Value Files, such as RVU26A.zip) and choose the .zip here as it is.
        </p>
      ) : (
        <ul className="plain-list">
          {tables.map((table) => (
            <li key={table.name} className="card">
              <span>{table.held === null ? `${table.name}: ${DAMAGED}` : asSentence(heldWords(table.held))}</span>
              <div className="actions">
                <Button size="small" aria-label={`Remove ${table.name}`} onClick={() => void remove(table)}>
                  Remove
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        multiple
        accept=".zip,.csv,.txt"
        hidden
        aria-label="Medicare's files"
        onChange={choose}
      />
      <div className="actions">
        <Button disabledFocusable={work !== null} onClick={() => input.current?.click()}>
          Choose Medicare's files
        </Button>
      </div>
      {work === null ? null : <WorkNote share={work.share} what={work.what} onCancel={work.stop} />}
      {[...new Set(problems)].map((words) => (
        <ProblemNote key={words} words={words} />
      ))}
      {[...new Set(notes)].map((words) => (
        <p key={words} className="small">
          {words}
        </p>
      ))}
      <p className="muted small">
        They are read here and kept in the add-in's own storage on this computer: public amounts, nothing of your
        workbook. On another computer choose them again.
      </p>
    </section>
  );
}

function medicareWorker(): Worker {
  return new Worker(new URL("./medicare-worker.ts", import.meta.url), { type: "module" });
}
