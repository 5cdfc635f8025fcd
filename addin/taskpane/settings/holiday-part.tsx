import { Button } from "@fluentui/react-components";
import { type ReactNode, useId, useRef, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import { usePane } from "../frame/pane-services.ts";
import { EntryForm } from "../parts/entry-form.tsx";
import { TextField } from "../parts/text-field.tsx";
import { holidayRow, holidaysToCome } from "./holiday-draft.ts";

/** As many as half a year has. */
const SHOWN = 6;

/** The days that are no business days: the next ones, and adding one. */
export function HolidayPart({ content }: { readonly content: LedgerContent }): ReactNode {
  const { workbook, ledger, today, say } = usePane();
  const headingId = useId();
  const opener = useRef<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState("");
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const coming = holidaysToCome(content, today());
  const close = (): void => {
    setOpen(false);
    setProblem(undefined);
    opener.current?.focus();
  };
  const send = async (): Promise<boolean> => {
    const read = holidayRow(content, day, name);
    if ("problem" in read) {
      setProblem(read.problem);
      return false;
    }
    await workbook.appendRows("Holidays", [read.row]);
    say(`Added on the sheet Settings: ${day}.`);
    setDay("");
    setName("");
    close();
    void ledger.refresh();
    return true;
  };
  return (
    <section className="stack" aria-labelledby={headingId}>
      <h3 id={headingId}>Holidays</h3>
      <p className="muted small">
        Business days leave these out. Change or delete one on the sheet Settings, beside the settings.
      </p>
      {coming.length === 0 ? (
        <p>None is to come: add the next year's.</p>
      ) : (
        <ul>
          {coming.slice(0, SHOWN).map((holiday) => (
            <li key={holiday.day}>
              {dayWords(holiday.day)}: {holiday.name}
            </li>
          ))}
        </ul>
      )}
      {coming.length > SHOWN ? <p className="muted small">And {coming.length - SHOWN} later ones.</p> : null}
      <div className="actions">
        <Button
          size="small"
          aria-expanded={isOpen}
          onClick={({ currentTarget }) => {
            opener.current = currentTarget;
            setOpen(!isOpen);
          }}
        >
          Add a holiday
        </Button>
      </div>
      {isOpen ? (
        <EntryForm label="Add a holiday" send={send} sendLabel="Add it" onCancel={close}>
          <TextField label="Day" type="date" value={day} onChange={setDay} problem={problem} />
          <TextField label="Name" value={name} onChange={setName} />
        </EntryForm>
      ) : null}
    </section>
  );
}
