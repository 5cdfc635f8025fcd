import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../frame/pane-services.ts";
import type { WorkedOut } from "../frame/use-worked-out.ts";
import { ProblemNote } from "./problem-note.tsx";

/** Why something could not be worked out of the ledger, and another try; nothing where it could. */
export function WorkFailure({
  of,
  what,
  title,
}: {
  readonly of: WorkedOut<unknown>;
  /** What is worked out, in words: it is said when it is tried again. */
  readonly what: string;
  /** Where nothing was worked out before. */
  readonly title?: string;
}): ReactNode {
  const { say } = usePane();
  if (of.kind === "working" || of.failure === null) return null;
  const { words, again } = of.failure;
  const heading = of.kind === "ready" ? "Shown as it was worked out before" : title;
  return (
    <div className="stack">
      <ProblemNote {...(heading === undefined ? {} : { title: heading })} words={words} />
      <div className="actions">
        <Button
          onClick={() => {
            say(`${what} …`);
            again();
          }}
        >
          Try again
        </Button>
      </div>
    </div>
  );
}
