import { Button } from "@fluentui/react-components";
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { problemWords } from "../frame/problem-words.ts";
import { ProblemNote } from "./problem-note.tsx";

/**
 * A small form that opens within a view: its first field takes the focus, Escape closes it, Enter sends it, and while it
 * is sent it cannot be sent again. Where sending fails the words stand under it and what was typed stays.
 */
export function EntryForm({
  label,
  send,
  sendLabel,
  onCancel,
  children,
}: {
  /** What the form is for, read out when it is entered. */
  readonly label: string;
  /** Does the work; answers false where a field has to be mended first. */
  readonly send: () => Promise<boolean>;
  readonly sendLabel: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => firstField(form.current)?.focus(), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setProblem(null);
    try {
      const isSent = await send();
      if (!isSent) requestAnimationFrame(() => faultyField(form.current)?.focus());
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setSending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || isSending) return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      ref={form}
      className="stack entry-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      {children}
      {problem === null ? null : <ProblemNote words={problem} />}
      <div className="actions">
        <Button type="submit" appearance="primary" size="small" disabledFocusable={isSending}>
          {sendLabel}
        </Button>
        <Button size="small" onClick={onCancel} disabledFocusable={isSending}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function firstField(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>("input, select, textarea") ?? null;
}

function faultyField(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>("[aria-invalid=true]") ?? null;
}
