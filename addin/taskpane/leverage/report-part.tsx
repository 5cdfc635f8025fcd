import { Button, Field, Select } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { BusyNote } from "../parts/busy-note.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { TextField } from "../parts/text-field.tsx";
import { offerFile } from "./offer-file.ts";
import { NO_WORDS, type PracticeDraft, practiceOf } from "./practice-draft.ts";

/** A letter that was handed out, with what was searched for in it. */
interface HandedOut {
  readonly payer: string;
  readonly name: string;
  readonly proof: string;
}

/** The leverage report in its two editions: everything for the practice, a letter without private data for one payer. */
export function ReportPart({
  content,
  asOf,
  payers,
}: {
  readonly content: LedgerContent;
  readonly asOf: CalendarDate;
  readonly payers: readonly string[];
}): ReactNode {
  const { workbook, makeReport, say } = usePane();
  const headingId = useId();
  const [payer, setPayer] = useState("");
  const [draft, setDraft] = useState(NO_WORDS);
  const [dayProblem, setDayProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [letter, setLetter] = useState<HandedOut | null>(null);
  const chosen = payers.includes(payer) ? payer : "";

  const make = async (edition: "internal" | "payer"): Promise<void> => {
    if (busy !== null) return;
    const practice = practiceOf(draft);
    setDayProblem(practice.kind === "faulty" ? practice.words : undefined);
    if (practice.kind === "faulty") return;
    const what = edition === "payer" ? `Writing the letter to ${chosen} and searching it` : "Writing the report";
    setBusy(what);
    setProblem(null);
    setLetter(null);
    say(`${what} …`);
    try {
      const file = await workbook.fileName();
      const of = chosen === "" ? null : chosen;
      const made = await makeReport({ content, file, asOf, edition, payer: of, practice: practice.words });
      if (made.kind === "refused") {
        setProblem(made.words);
        say("Refused: nothing was written.");
        return;
      }
      offerFile(made.name, made.html, "text/html");
      if (made.proof !== null) setLetter({ payer: chosen, name: made.name, proof: made.proof });
      say(`The report is offered as ${made.name}: your browser or Excel asks where to keep it.`);
    } catch (error) {
      setProblem(problemWords(error));
      say(`${what} did not work.`);
    } finally {
      setBusy(null);
    }
  };
  const change = (field: keyof PracticeDraft) => (value: string) => {
    setDraft({ ...draft, [field]: value });
    if (field === "answerBy") setDayProblem(undefined);
  };
  const offerProof = ({ name, proof }: HandedOut): void => {
    const own = name.replace(/\.html$/, ".proof.txt");
    offerFile(own, proof, "text/plain");
    say(`The proof is offered as ${own}.`);
  };
  if (payers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={headingId}>
      <h3 id={headingId}>Leverage report</h3>
      <Field label="Payer" size="small">
        <Select size="small" value={chosen} onChange={(_, { value }) => setPayer(value)}>
          <option value="">All payers, side by side</option>
          {payers.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <Disclosure label="who writes the letter" isForcedOpen={dayProblem !== undefined}>
        <div className="stack">
          <TextField label="Practice" value={draft.name} onChange={change("name")} />
          <TextField label="Address" isLong value={draft.address} onChange={change("address")} />
          <TextField label="Signed by" value={draft.signer} onChange={change("signer")} />
          <TextField label="Telephone or mail for the answer" value={draft.contact} onChange={change("contact")} />
          <TextField
            label="Answer by"
            type="date"
            hint="30 days after the letter where it is blank"
            problem={dayProblem}
            value={draft.answerBy}
            onChange={change("answerBy")}
          />
          <p className="muted small">What is blank stands in the letter in square brackets, for you to fill in.</p>
        </div>
      </Disclosure>
      <div className="actions">
        <Button size="small" disabledFocusable={busy !== null} onClick={() => void make("internal")}>
          Internal edition
        </Button>
        <Button
          size="small"
          disabledFocusable={busy !== null || chosen === ""}
          aria-describedby={`${headingId}-letter`}
          onClick={() => void make("payer")}
        >
          Letter to the payer
        </Button>
      </div>
      <p className="muted small" id={`${headingId}-letter`}>
        The internal edition holds everything: never send it. The letter is for one payer, so choose one: no patient, no
        other payer, no count of 1 to 10, only your opening ask. It is searched for all of that, and refused where
        anything is found.
      </p>
      {busy === null ? null : <BusyNote what={busy} />}
      {problem === null ? null : <ProblemNote words={problem} />}
      {letter === null ? null : (
        <div className="stack">
          <p className="small">
            The letter to {letter.payer} was searched part by part, and nothing private was found. Keep the proof beside
            it.
          </p>
          <div className="actions">
            <Button size="small" onClick={() => offerProof(letter)}>
              Download the proof
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
