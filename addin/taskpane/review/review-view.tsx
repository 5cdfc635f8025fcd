import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { usePane } from "../frame/pane-services.ts";
import { useStore } from "../frame/store.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { EmptyNote } from "../parts/empty-note.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { WithLedger } from "../parts/with-ledger.tsx";
import { WorkNote } from "../parts/work-note.tsx";
import { openQuestions } from "./open-questions.ts";
import { QuestionForm } from "./question-form.tsx";
import {
  answerTo,
  FIRST_PLACE,
  nextOpen,
  type ReviewPlace,
  reviewSteps,
  stepAway,
  stepInView,
} from "./review-steps.ts";
import { useAnswering } from "./use-answering.ts";

/** The view "Review": the open questions, one step after the other, and their answers applied. */
export function ReviewView(): ReactNode {
  const { structuring } = usePane();
  const step = useStore(structuring.step);
  const first = useRef(step);
  const takesFocus = step !== first.current;
  const unread = step.kind === "written" ? step.summary.unreadAnswers : NONE_UNREAD;
  return (
    <ViewFrame view="review">
      {step.kind === "working" ? (
        <>
          <StepHeading takesFocus={takesFocus}>{step.title}</StepHeading>
          <WorkNote share={step.share} what={step.what} onCancel={structuring.cancel} />
        </>
      ) : (
        <>
          {step.kind === "failed" ? (
            <>
              <ProblemNote title={step.title} words={step.words} />
              <div className="actions">
                <Button onClick={structuring.goBack}>Close</Button>
              </div>
            </>
          ) : null}
          <WithLedger>
            {(content) => <Questions content={content} takesFocus={takesFocus} unread={unread} />}
          </WithLedger>
        </>
      )}
    </ViewFrame>
  );
}

const NONE_UNREAD: ReadonlyMap<string, string> = new Map();

function Questions({
  content,
  takesFocus,
  unread,
}: {
  readonly content: LedgerContent;
  readonly takesFocus: boolean;
  /** Answers that were applied and could not be read, by question id. */
  readonly unread: ReadonlyMap<string, string>;
}): ReactNode {
  const { structuring, navigation } = usePane();
  const questions = useMemo(() => openQuestions(content), [content]);
  const [place, setPlace] = useState<ReviewPlace>(FIRST_PLACE);
  const answering = useAnswering();
  const steps = reviewSteps(questions, place);
  const at = stepInView(steps, place);
  const step = steps[at];
  const shown = useRef(takesFocus ? undefined : step?.key);
  const isNext = step?.key !== shown.current;
  useEffect(() => {
    shown.current = step?.key;
  }, [step?.key]);
  if (step === undefined) {
    return (
      <EmptyNote
        title="No question is open"
        action={<Button onClick={() => navigation.open("today")}>Go to Today</Button>}
      >
        Everything in the ledger is settled. New questions come when the ledger is updated.
      </EmptyNote>
    );
  }
  const answer = async (text: string): Promise<void> => {
    const [first] = step.questions;
    if (!(await answering.write(first.id, text, answerTo(first, place)))) return;
    const typed = new Map(place.typed).set(first.id, { text, over: first.answer });
    const next = nextOpen(reviewSteps(questions, { ...place, typed }), at);
    setPlace({ ...place, typed, at: next ?? step.key });
  };
  const answered = steps.filter((one) => one.answer !== "").length;
  return (
    <>
      <QuestionForm
        key={step.key}
        step={step}
        steps={steps}
        at={at}
        problem={answering.problemOf(step.questions[0].id)}
        isBusy={answering.isBusy}
        takesFocus={isNext}
        isUnread={step.answer !== "" && step.questions.some(({ id }) => unread.get(id) === step.answer)}
        onAnswer={(text) => void answer(text)}
        onGo={(by) => setPlace({ ...place, at: stepAway(steps, at, by) })}
        onTakeApart={() =>
          setPlace({ ...place, apart: new Set([...place.apart, step.questions[0].settles]), at: step.questions[0].id })
        }
      />
      <div className="card">
        <p>
          {answered === 0
            ? "Answers stand in the sheet Review, in the column Answer. You can fill them there too."
            : `${answered} of ${steps.length} answered. Applying them reads your tracker again and brings the ledger up to date.`}
        </p>
        <div className="actions">
          <Button
            appearance={answered === steps.length ? "primary" : "secondary"}
            disabledFocusable={answered === 0}
            onClick={() => {
              if (answered > 0) void structuring.update();
            }}
          >
            Apply answers
          </Button>
        </div>
      </div>
    </>
  );
}
