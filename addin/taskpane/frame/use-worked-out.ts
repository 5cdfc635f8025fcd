import { useEffect, useRef, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { PaneView } from "../../commands/pane-view.ts";
import type { LedgerAnswers } from "../background/ledger-work.ts";
import { usePane } from "./pane-services.ts";
import { problemWords } from "./problem-words.ts";
import { useStore } from "./store.ts";

/** Why something could not be worked out, and another try. */
interface Failure {
  readonly words: string;
  again(): void;
}

/**
 * What was worked out. While it is worked out anew, and where that fails, what was there before stays in view, and with it
 * what is being typed.
 */
export type WorkedOut<Answer> =
  | { readonly kind: "working" }
  | { readonly kind: "ready"; readonly answer: Answer; readonly failure: Failure | null }
  | { readonly kind: "failed"; readonly failure: Failure };

/** What a view shows of a ledger, worked out beside the pane as soon as the view is in sight. */
export function useWorkedOut<Asked extends keyof LedgerAnswers>(
  asked: Asked,
  content: LedgerContent | null,
  view: PaneView,
): WorkedOut<LedgerAnswers[Asked]> {
  const { workOut, navigation, today } = usePane();
  const isInSight = useStore(navigation.place).view === view;
  const day = today();
  const [found, setFound] = useState<WorkedOut<LedgerAnswers[Asked]>>({ kind: "working" });
  const foundIn = useRef<{ readonly content: LedgerContent; readonly day: CalendarDate } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (content === null || !isInSight) return;
    if (foundIn.current?.content === content && foundIn.current.day === day) return;
    const stop = new AbortController();
    workOut({ asked, content, today: day }, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        foundIn.current = { content, day };
        setFound({ kind: "ready", answer, failure: null });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failure = { words: problemWords(error), again: () => setAttempt(attempt + 1) };
        setFound((before) => (before.kind === "ready" ? { ...before, failure } : { kind: "failed", failure }));
      },
    );
    return () => stop.abort();
  }, [asked, content, day, isInSight, workOut, attempt]);
  return found;
}
