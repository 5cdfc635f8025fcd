import { Button, Checkbox } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { counted } from "../../../analysis/report/figures.ts";
import type { SheetListing } from "../../excel/excel-workbook.ts";
import { useLedger, usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { useStore } from "../frame/store.ts";
import { BusyNote } from "../parts/busy-note.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { LedgerFaults } from "./ledger-faults.tsx";
import { SampleOffer } from "./sample-offer.tsx";
import { chosenSheets, type SheetChoice, sheetChoices } from "./sheet-choice.ts";

type Listed = readonly SheetListing[] | { readonly words: string } | null;

/** The first step: which sheets hold the tracker; on the first run, what this is and a sample to try. */
export function SheetPicker({ takesFocus }: { readonly takesFocus: boolean }): ReactNode {
  const { workbook, ledger } = usePane();
  const state = useLedger();
  const [listed, setListed] = useState<Listed>(null);
  const [isListing, setListing] = useState(false);
  const list = useCallback(async (): Promise<void> => {
    const found = await workbook.sheets().catch((error: unknown) => ({ words: problemWords(error) }));
    setListed(found);
  }, [workbook]);
  useEffect(() => void list(), [list]);
  // What is shown stays meanwhile, and with it the focus.
  const again = async (): Promise<void> => {
    if (isListing) return;
    setListing(true);
    await Promise.all([list(), ledger.refresh()]);
    setListing(false);
  };
  const failed = listed !== null && "words" in listed ? listed.words : state.kind === "failed" ? state.words : null;
  if (failed !== null) {
    return (
      <>
        <ProblemNote title="The workbook could not be read" words={failed} />
        <div className="actions">
          <Button disabledFocusable={isListing} onClick={() => void again()}>
            Read it again
          </Button>
        </div>
        <Limits />
      </>
    );
  }
  if (listed === null || "words" in listed || state.kind === "unread" || state.kind === "reading") {
    return <BusyNote what="Reading the workbook's sheets" />;
  }
  const choices = sheetChoices(listed, state.kind === "ready" ? state.content : null);
  return (
    <>
      {state.kind === "none" ? (
        <Welcome />
      ) : (
        <>
          <UpdatePart />
          <LedgerFaults />
        </>
      )}
      {choices.length === 0 ? (
        <>
          <StepHeading takesFocus={takesFocus}>No sheet holds anything yet</StepHeading>
          <p>Open the workbook with your tracker, or put the tracker on a sheet of this one.</p>
        </>
      ) : (
        <ChoiceList choices={choices} isFirst={state.kind === "none"} takesFocus={takesFocus} />
      )}
      <div className="actions">
        <Button size="small" disabledFocusable={isListing} onClick={() => void again()}>
          List the sheets again
        </Button>
      </div>
      {state.kind === "none" ? <SampleOffer asksFirst={choices.length > 0} /> : null}
      <Limits />
    </>
  );
}

/** What this Excel lacks: it may be why the workbook could not be read. */
function Limits(): ReactNode {
  const { workbook } = usePane();
  return workbook.limits().map((sentence) => (
    <p className="muted small" key={sentence}>
      {sentence}
    </p>
  ));
}

function Welcome(): ReactNode {
  return (
    <p>
      SCA Ledger turns your tracker of single case agreements into a ledger in this workbook: every request,
      authorization and rate in its column, with countdowns. Your own sheets stay as they are, and nothing leaves this
      workbook.
    </p>
  );
}

function UpdatePart(): ReactNode {
  const { structuring, trackerChanged } = usePane();
  const isChanged = useStore(trackerChanged);
  const canTakeBack = useStore(structuring.canTakeBack);
  return (
    <div className="card">
      <p>
        {isChanged
          ? "Your tracker changed since the ledger was brought up to date."
          : "This workbook has a ledger. Updating takes over what changed in your tracker and your answers in Review; what you typed into the ledger stays."}
      </p>
      <div className="actions">
        <Button appearance="primary" onClick={() => void structuring.update()}>
          Update ledger
        </Button>
        {canTakeBack ? (
          <Button onClick={() => void structuring.takeBack()}>Take back what was written last</Button>
        ) : null}
      </div>
    </div>
  );
}

function ChoiceList({
  choices,
  isFirst,
  takesFocus,
}: {
  readonly choices: readonly SheetChoice[];
  readonly isFirst: boolean;
  readonly takesFocus: boolean;
}): ReactNode {
  const { structuring } = usePane();
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const now = choices.map((choice) => ({ ...choice, isChosen: changed.get(choice.name) ?? choice.isChosen }));
  const chosen = chosenSheets(now);
  return (
    <>
      <StepHeading takesFocus={takesFocus}>Which sheets hold your tracker?</StepHeading>
      <fieldset className="plain">
        <legend className="unseen">Sheets of the workbook</legend>
        {now.map(({ name, isChosen, isHidden, rows }) => (
          <Checkbox
            key={name}
            checked={isChosen}
            onChange={(_, { checked }) => setChanged(new Map(changed).set(name, checked === true))}
            label={`${name} (${isHidden ? "hidden, " : ""}${counted(rows, "row")})`}
          />
        ))}
      </fieldset>
      <div className="actions">
        <Button
          appearance={isFirst ? "primary" : "secondary"}
          disabledFocusable={chosen.length === 0}
          onClick={() => {
            if (chosen.length > 0) void structuring.look(chosen);
          }}
        >
          {isFirst ? "Structure my tracker" : "Look first"}
        </Button>
      </div>
      <p className="muted small">
        {chosen.length === 0
          ? "Choose at least one sheet."
          : "First you see what was understood; nothing is written before you say so."}
      </p>
    </>
  );
}
