import { Button } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { problemWords } from "../frame/problem-words.ts";
import { ProblemNote } from "./problem-note.tsx";

/**
 * Asks before something is done that is not easily taken back: takes the focus, so that the question is read out; Escape is
 * No. While it is done it cannot be done again; where it fails the words stand here.
 */
export function ConfirmPart({
  question,
  yes,
  no,
  act,
  onNo,
}: {
  /** What would be done, and what follows from it. */
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** Does it; once it is done, the part is to go. */
  readonly act: () => Promise<void>;
  readonly onNo: () => void;
}): ReactNode {
  const part = useRef<HTMLFieldSetElement>(null);
  const [isActing, setActing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => part.current?.focus(), []);
  const go = async (): Promise<void> => {
    if (isActing) return;
    setActing(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setActing(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || isActing) return;
    event.stopPropagation();
    onNo();
  };
  return (
    <fieldset className="bare stack" ref={part} tabIndex={-1} onKeyDown={onKeyDown}>
      <legend className="small">{question}</legend>
      {problem === null ? null : <ProblemNote words={problem} />}
      <div className="actions">
        <Button size="small" appearance="primary" disabledFocusable={isActing} onClick={() => void go()}>
          {yes}
        </Button>
        <Button
          size="small"
          disabledFocusable={isActing}
          onClick={() => {
            if (!isActing) onNo();
          }}
        >
          {no}
        </Button>
      </div>
    </fieldset>
  );
}
