import { Field, Select } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { WorkItem } from "../../../sca/deadlines/work-item.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { usePane } from "../frame/pane-services.ts";
import { EntryForm } from "../parts/entry-form.tsx";
import { TextField } from "../parts/text-field.tsx";
import {
  CHANNELS,
  type FollowUpDraft,
  type FollowUpProblems,
  followUpDraft,
  followUpProblems,
  logFollowUp,
} from "./follow-up.ts";

/** Logs a contact, or what was done: the same row of Follow-ups, with fewer fields where something was only done. */
export function FollowUpForm({
  item,
  isDone,
  content,
  onFinish,
  onCancel,
}: {
  readonly item: WorkItem;
  readonly isDone: boolean;
  readonly content: LedgerContent;
  readonly onFinish: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}): ReactNode {
  const { workbook, today } = usePane();
  const [draft, setDraft] = useState<FollowUpDraft>(() => followUpDraft(item, isDone, content, today()));
  const [problems, setProblems] = useState<FollowUpProblems>({});
  const change =
    (field: keyof FollowUpDraft) =>
    (value: string): void => {
      setDraft({ ...draft, [field]: value });
      setProblems({ ...problems, [field]: undefined });
    };
  const send = async (): Promise<boolean> => {
    const found = followUpProblems(draft, today());
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    await onFinish(await logFollowUp(workbook, content, item.caseId, draft));
    return true;
  };
  const text = (field: keyof FollowUpDraft, label: string, more = {}): ReactNode => (
    <TextField label={label} value={draft[field]} onChange={change(field)} problem={problems[field]} {...more} />
  );
  return (
    <EntryForm
      label={isDone ? "Mark as done" : "Log a follow-up"}
      send={send}
      sendLabel={isDone ? "Mark as done" : "Log it"}
      onCancel={onCancel}
    >
      {isDone ? text("said", "What was done", { isLong: true }) : null}
      {text("day", "Day", { type: "date" })}
      {isDone ? null : (
        <>
          {text("who", "Who you reached")}
          <Field label="Channel" size="small">
            <Select size="small" value={draft.channel} onChange={(_, data) => change("channel")(data.value)}>
              <option value="">Not stated</option>
              {CHANNELS.map((channel) => (
                <option key={channel}>{channel}</option>
              ))}
            </Select>
          </Field>
          {text("reference", "Reference number")}
          {text("said", "What was said", { isLong: true })}
          {text("promised", "What was promised", { isLong: true })}
        </>
      )}
      {text("nextTouch", isDone ? "Look again on" : "Next touch", {
        type: "date",
        hint: "Until that day it stands under In hand. Without a day it stays in the list.",
      })}
    </EntryForm>
  );
}
