import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { WorkedOut } from "../frame/use-worked-out.ts";
import { BusyNote } from "./busy-note.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** What was worked out of the ledger; until then, that it is worked out; where that failed, why, and another try. */
export function WithAnswer<Answer>({
  of,
  what,
  children,
}: {
  readonly of: WorkedOut<Answer>;
  /** What is worked out, in words: "Working out what is due". */
  readonly what: string;
  readonly children: (answer: Answer) => ReactNode;
}): ReactNode {
  switch (of.kind) {
    case "working":
      return <BusyNote what={what} />;
    case "failed":
      return (
        <>
          <ProblemNote words={of.words} />
          <div className="actions">
            <Button onClick={of.again}>Try again</Button>
          </div>
        </>
      );
    case "ready":
      return children(of.answer);
  }
}
