import { Button, Field, Input, Link, Radio, RadioGroup } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useState } from "react";
import { counted } from "../../../analysis/report/figures.ts";
import { ProblemNote } from "../parts/problem-note.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { useJump } from "../parts/use-jump.ts";
import type { OpenQuestion } from "./open-questions.ts";
import { placeWords, type ReviewStep } from "./review-steps.ts";

const OWN_WORDS = "own words";
/** Cells that are named beside a step; the sheet Review has them all. */
const NAMED = 8;

export interface QuestionFormProps {
  readonly step: ReviewStep;
  readonly steps: readonly ReviewStep[];
  readonly at: number;
  readonly problem: string | null;
  readonly isBusy: boolean;
  /** True where another step was in view before. */
  readonly takesFocus: boolean;
  /** True where the answer that stands there was applied and could not be read. */
  readonly isUnread: boolean;
  readonly onAnswer: (text: string) => void;
  /** Goes so many steps further. */
  readonly onGo: (by: number) => void;
  readonly onTakeApart: () => void;
}

/** One step of Review: what was found and why it is asked, the choices or own words, and the way on by keyboard alone. */
export function QuestionForm(props: QuestionFormProps): ReactNode {
  const { step, steps, at, problem, isBusy, takesFocus, isUnread, onAnswer, onGo, onTakeApart } = props;
  const [first, ...others] = step.questions;
  const isChoice = first.choices.includes(step.answer);
  const [chosen, setChosen] = useState<string | null>(step.answer === "" ? null : isChoice ? step.answer : OWN_WORDS);
  const [words, setWords] = useState(isChoice ? "" : step.answer);
  const [isMissing, setMissing] = useState(false);
  const isOwn = chosen === OWN_WORDS || first.choices.length === 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = (isOwn ? words : (chosen ?? "")).trim();
    setMissing(text === "");
    if (text !== "" && !isBusy) onAnswer(text);
  };
  const missing = isMissing ? "Choose a reading or type the right value; Skip leaves it for later." : null;
  return (
    <form className="stack" onSubmit={submit}>
      <StepHeading takesFocus={takesFocus}>{first.field === "" ? "A row as a whole" : first.field}</StepHeading>
      <p className="muted small">{placeWords(steps, at)}</p>
      <Where question={first} />
      <p className="found">{first.found === "" ? "(the cell is empty)" : first.found}</p>
      <p>{first.why}</p>
      {others.length === 0 ? null : <AlsoSettled others={others} onTakeApart={onTakeApart} />}
      {first.choices.length === 0 ? null : (
        <Field label="What is right?" {...(missing === null || isOwn ? {} : { validationMessage: missing })}>
          <RadioGroup
            value={chosen ?? ""}
            onChange={(_, { value }) => {
              setChosen(value);
              setMissing(false);
            }}
          >
            {first.choices.map((choice) => (
              <Radio key={choice} value={choice} label={choice} />
            ))}
            <Radio value={OWN_WORDS} label="In my own words" />
          </RadioGroup>
        </Field>
      )}
      {isOwn ? (
        <Field label="The right value" {...(missing === null ? {} : { validationMessage: missing })}>
          <Input value={words} onChange={(_, { value }) => setWords(value)} />
        </Field>
      ) : null}
      {isUnread ? (
        <ProblemNote
          words={`Your answer "${step.answer}" could not be read as ${first.field === "" ? "an answer" : first.field}. Choose a reading, or write it in another way; the question stays open meanwhile.`}
        />
      ) : null}
      {problem === null ? null : <ProblemNote title="The answer was not written" words={problem} />}
      <div className="actions">
        <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
          {others.length === 0 ? "Answer" : `Answer all ${step.questions.length}`}
        </Button>
        <Button disabledFocusable={at === steps.length - 1} onClick={() => onGo(1)}>
          Skip
        </Button>
        <Button disabledFocusable={at === 0} onClick={() => onGo(-1)}>
          Back
        </Button>
      </div>
    </form>
  );
}

function Where({ question: { sheet, cell, patient } }: { readonly question: OpenQuestion }): ReactNode {
  const jump = useJump();
  if (sheet === "" || cell === "") return patient === "" ? null : <p>{patient}</p>;
  return (
    <p>
      {patient === "" ? null : `${patient}, `}
      <Link as="button" type="button" onClick={() => jump(sheet, cell)}>
        {`Go to ${sheet} ${cell}`}
      </Link>
    </p>
  );
}

function AlsoSettled({
  others,
  onTakeApart,
}: {
  readonly others: readonly OpenQuestion[];
  readonly onTakeApart: () => void;
}): ReactNode {
  const jump = useJump();
  const more = others.length - NAMED;
  return (
    <div className="card">
      <p>{`One answer settles ${counted(others.length + 1, "question")}. Also:`}</p>
      <p>
        {others.slice(0, NAMED).map(({ id, sheet, cell, found }) => (
          <span key={id} className="also">
            <Link
              as="button"
              type="button"
              onClick={() => jump(sheet, cell)}
              aria-label={`Go to ${sheet} ${cell}: ${found}`}
            >
              {`${sheet} ${cell}`}
            </Link>{" "}
          </span>
        ))}
        {more > 0 ? `and ${more} more` : null}
      </p>
      <div className="actions">
        <Button size="small" onClick={onTakeApart}>
          Answer them one by one
        </Button>
      </div>
    </div>
  );
}
