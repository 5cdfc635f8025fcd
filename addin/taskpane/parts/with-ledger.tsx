import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { useLedger, usePane } from "../frame/pane-services.ts";
import { BusyNote } from "./busy-note.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** What a view shows of the workbook's ledger; until there is one, what is missing and the way to it. */
export function WithLedger({ children }: { readonly children: (content: LedgerContent) => ReactNode }): ReactNode {
  const { ledger, navigation } = usePane();
  const state = useLedger();
  switch (state.kind) {
    case "unread":
    case "reading":
      return <BusyNote what="Reading the ledger" />;
    case "failed":
      return (
        <div className="stack">
          <ProblemNote title="The ledger could not be read" words={state.words} />
          <div className="actions">
            <Button onClick={() => void ledger.refresh()}>Read it again</Button>
          </div>
        </div>
      );
    case "none":
      return (
        <EmptyNote
          title="No ledger in this workbook yet"
          action={
            <Button appearance="primary" onClick={() => navigation.open("structure")}>
              Structure my tracker
            </Button>
          }
        >
          Structure your tracker first: the ledger is added on sheets of its own, and your sheets stay as they are.
        </EmptyNote>
      );
    case "ready":
      return (
        <>
          {state.problem === null ? null : (
            <div className="stack">
              <ProblemNote title="The ledger is shown as it was read before" words={state.problem} />
              <div className="actions">
                <Button onClick={() => void ledger.refresh()}>Read it again</Button>
              </div>
            </div>
          )}
          {children(state.content)}
        </>
      );
  }
}
