import { Button } from "@fluentui/react-components";
import { type ReactNode, useId, useRef, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import { usePane } from "../frame/pane-services.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { EntryForm } from "../parts/entry-form.tsx";
import { TextField } from "../parts/text-field.tsx";
import { deleteHoliday, holidayRow, holidaysToCome, type ListedHoliday } from "./holiday-draft.ts";
import { HolidayList } from "./holiday-list.tsx";

/** As many as half a year has. */
const SHOWN = 6;

/** The days that are no business days: the next ones, adding and deleting one. */
export function HolidayPart({ content }: { readonly content: LedgerContent }): ReactNode {
  const { workbook, ledger, today, say } = usePane();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<ListedHoliday["day"] | null>(null);
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
    say(`Added on the sheet Settings: ${dayWords(read.day)}.`);
    await ledger.refresh();
    setDay("");
    setName("");
    close();
    return true;
  };
  const remove = async (holiday: ListedHoliday): Promise<void> => {
    await deleteHoliday(workbook, holiday);
    say(`Deleted on the sheet Settings: ${dayWords(holiday.day)}.`);
    setAsked(null);
    heading.current?.focus();
    await ledger.refresh();
  };
  const list = (holidays: readonly ListedHoliday[]): ReactNode => (
    <HolidayList holidays={holidays} asked={asked} onAsk={setAsked} onDelete={remove} />
  );
  return (
    <section className="stack" aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1} className="step-heading">
        Holidays
      </h3>
      <p className="muted small">
        Business days leave these out. They stand on the sheet Settings, beside the settings.
      </p>
      {coming.length === 0 ? <p>None is to come: add the next year's.</p> : list(coming.slice(0, SHOWN))}
      {coming.length > SHOWN ? (
        <Disclosure label={`${coming.length - SHOWN} later`}>{list(coming.slice(SHOWN))}</Disclosure>
      ) : null}
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
