import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { usePane } from "../frame/pane-services.ts";
import { EntryForm } from "../parts/entry-form.tsx";
import { TextField } from "../parts/text-field.tsx";
import {
  addRenewal,
  type RenewalDraft,
  type RenewalDraftProblems,
  renewalDraft,
  renewalDraftProblems,
} from "./renewal-draft.ts";

/** Adds the next authorization of a case: proposed from the day after the last covered day, never on days that are covered. */
export function RenewalForm({
  caseId,
  periodId,
  content,
  onFinish,
  onCancel,
}: {
  readonly caseId: string;
  readonly periodId: string;
  readonly content: LedgerContent;
  readonly onFinish: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}): ReactNode {
  const { workbook, today } = usePane();
  const [draft, setDraft] = useState<RenewalDraft>(() => renewalDraft(content, caseId, periodId));
  const [problems, setProblems] = useState<RenewalDraftProblems>({});
  const change = (changed: Partial<RenewalDraft>): void => {
    setDraft({ ...draft, ...changed });
    setProblems({});
  };
  const send = async (): Promise<boolean> => {
    const found = renewalDraftProblems(draft, content, caseId);
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    await onFinish(await addRenewal(workbook, content, { caseId, periodId, draft }, today()));
    return true;
  };
  return (
    <EntryForm label="Add the next authorization" send={send} sendLabel="Add it" onCancel={onCancel}>
      <TextField
        label="First covered day"
        type="date"
        value={draft.firstDay}
        onChange={(firstDay) => change({ firstDay })}
        problem={problems.firstDay}
      />
      <TextField
        label="Last covered day"
        type="date"
        value={draft.lastDay}
        onChange={(lastDay) => change({ lastDay })}
        problem={problems.lastDay}
      />
      <TextField
        label="Units"
        type="figure"
        value={draft.units}
        onChange={(units) => change({ units })}
        problem={problems.units}
        hint="Empty where units are counted by code: the codes come along."
      />
      <TextField
        label="Authorization number"
        value={draft.authNumber}
        onChange={(authNumber) => change({ authNumber })}
        hint="Exactly as in the letter, zeros in front too."
      />
      <Field label="The payer's answer" size="small">
        <RadioGroup
          value={draft.isGranted ? "granted" : "asked"}
          onChange={(_, { value }) => change({ isGranted: value === "granted" })}
        >
          <Radio value="asked" label="Asked for, not decided" />
          <Radio value="granted" label="Granted" />
        </RadioGroup>
      </Field>
    </EntryForm>
  );
}
