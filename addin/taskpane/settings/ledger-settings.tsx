import { Button, Field, Select } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useMemo, useState } from "react";
import { counted } from "../../../analysis/report/figures.ts";
import { SETTING_GROUPS, type Setting } from "../../../sca/ledger/settings.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { medicarePricing } from "../../../sca/measures/medicare-pricing.ts";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { useStore } from "../frame/store.ts";
import { ProblemNote } from "../parts/problem-note.tsx";
import { TextField } from "../parts/text-field.tsx";
import { SETTING_CHOICES, type SettingDraft, settingChanges, settingDraft } from "./setting-draft.ts";

/** The named cells of the ledger's sheet Settings, with the same words; written together once all of them hold. */
export function LedgerSettings({ content }: { readonly content: LedgerContent }): ReactNode {
  const { workbook, ledger, medicare, navigation, today, say } = usePane();
  const { library } = useStore(medicare);
  const pricing = useMemo(() => medicarePricing(library), [library]);
  // Only what is typed is kept here: everywhere else the ledger's value shows, also when it changes meanwhile.
  const [typed, setTyped] = useState<SettingDraft>({});
  const draft = useMemo(() => ({ ...settingDraft(content), ...typed }), [content, typed]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const day = today();
  const { changes, problems, remarks } = useMemo(
    () => settingChanges(draft, content, pricing, day),
    [draft, content, pricing, day],
  );

  const write = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isWriting || changes.size === 0 || Object.keys(problems).length > 0) return;
    setWriting(true);
    setProblem(null);
    try {
      for (const [name, value] of changes) await workbook.writeSetting(name, value);
      await ledger.refresh();
      // What was typed while it was written stays.
      setTyped((now) => Object.fromEntries(Object.entries(now).filter(([name, text]) => text !== draft[name])));
      say(`Written to the sheet Settings: ${counted(changes.size, "setting")}.`);
    } catch (error) {
      setProblem(problemWords(error));
      void ledger.refresh();
    } finally {
      setWriting(false);
    }
  };
  const faults = Object.keys(problems).length;
  return (
    <form className="stack" aria-label="Settings of the ledger" noValidate onSubmit={(event) => void write(event)}>
      {SETTING_GROUPS.map((group) => (
        <section className="stack" key={group.title} aria-label={group.title}>
          <h3>{group.title}</h3>
          {group.settings.map((setting) => (
            <SettingField
              key={setting.name}
              setting={setting}
              value={draft[setting.name] ?? ""}
              problem={problems[setting.name]}
              remark={remarks[setting.name]}
              onChange={(value) => setTyped({ ...typed, [setting.name]: value })}
            />
          ))}
        </section>
      ))}
      {problem === null ? null : <ProblemNote words={problem} />}
      <p className="small" aria-live="polite">
        {faults > 0
          ? `${counted(faults, "field has", "fields have")} to be mended first.`
          : changes.size > 0
            ? `${counted(changes.size, "setting differs", "settings differ")} from the ledger.`
            : "As in the ledger."}
      </p>
      <div className="actions">
        <Button type="submit" appearance="primary" disabledFocusable={isWriting || changes.size === 0 || faults > 0}>
          Write to the ledger
        </Button>
        <Button disabledFocusable={isWriting || changes.size === 0} onClick={() => setTyped({})}>
          Undo changes
        </Button>
      </div>
      <p className="muted small">Countdowns follow at once. Amounts of Medicare's follow when the ledger is updated.</p>
      <div className="actions">
        <Button size="small" onClick={() => navigation.open("structure")}>
          To Structure
        </Button>
        <PayersButton />
      </div>
    </form>
  );
}

function PayersButton(): ReactNode {
  const { workbook, ledger, say } = usePane();
  const state = useStore(ledger.state);
  const sheet = state.kind === "ready" ? payersSheet(state.content) : null;
  if (sheet === null) return null;
  const open = (): void => {
    workbook.goTo(sheet, "A2").catch((error: unknown) => say(problemWords(error)));
  };
  return (
    <Button size="small" onClick={open}>
      A payer's own leads and band
    </Button>
  );
}

function payersSheet(content: LedgerContent): string | null {
  return (content.tables.get("SCA_Payers") ?? content.tables.get("Payers"))?.sheet ?? null;
}

function SettingField({
  setting,
  value,
  problem,
  remark,
  onChange,
}: {
  readonly setting: Setting;
  readonly value: string;
  readonly problem: string | undefined;
  readonly remark: string | undefined;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { name, label, look } = setting;
  const hint = [remark, setting.hint].filter((part) => part !== undefined).join(" ");
  const choices = SETTING_CHOICES[name];
  if (choices === undefined) {
    return (
      <TextField
        label={label}
        value={value}
        onChange={onChange}
        problem={problem}
        hint={hint}
        type={look === "inputDate" ? "date" : typeof setting.value === "number" ? "figure" : "text"}
      />
    );
  }
  const known = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  return (
    <Field label={label} size="small" hint={hint}>
      <Select size="small" value={known ?? value} onChange={(_, data) => onChange(data.value)}>
        {known === undefined ? <option value={value}>{value === "" ? "Not stated" : value}</option> : null}
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </Select>
    </Field>
  );
}
