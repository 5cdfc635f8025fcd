import type { ReactNode } from "react";
import type { WorkedOut } from "../frame/use-worked-out.ts";
import { BusyNote } from "./busy-note.tsx";
import { WorkFailure } from "./work-failure.tsx";

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
  if (of.kind === "working") return <BusyNote what={what} />;
  return (
    <>
      <WorkFailure of={of} what={what} />
      {of.kind === "ready" ? children(of.answer) : null}
    </>
  );
}
