import { Button } from "@fluentui/react-components";
import { type ReactNode, useRef, useState } from "react";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { ConfirmPart } from "../parts/confirm-part.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { SAMPLE_ROWS, SAMPLE_SHEET } from "./sample-tracker.ts";

/** The sample in one click; in a workbook that holds something it asks first, since it adds a sheet. */
export function SampleOffer({ asksFirst }: { readonly asksFirst: boolean }): ReactNode {
  const { workbook, structuring } = usePane();
  const opener = useRef<HTMLElement>(null);
  const [step, setStep] = useState<"offered" | "asked" | "adding">("offered");
  const [words, setWords] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const name = await workbook.addSheet(SAMPLE_SHEET, SAMPLE_ROWS);
    void structuring.look([name]);
  };
  const press = async (): Promise<void> => {
    if (step === "adding") return;
    setWords(null);
    if (asksFirst) {
      setStep(step === "asked" ? "offered" : "asked");
      return;
    }
    setStep("adding");
    try {
      await add();
    } catch (error) {
      setWords(problemWords(error));
      setStep("offered");
    }
  };
  return (
    <div className="card">
      <h3>Try it on a sample</h3>
      <p>{`Adds one sheet, "${SAMPLE_SHEET}", with invented requests, and shows what is made of it.`}</p>
      {words === null ? null : <ProblemNote title="The sample was not added" words={words} />}
      <div className="actions">
        <Button
          disabledFocusable={step === "adding"}
          {...(asksFirst ? { "aria-expanded": step === "asked" } : {})}
          onClick={({ currentTarget }) => {
            opener.current = currentTarget;
            void press();
          }}
        >
          Try the sample
        </Button>
      </div>
      {step === "asked" ? (
        <ConfirmPart
          question={`This adds one sheet, "${SAMPLE_SHEET}", to this workbook. Delete the sheet when you are done with it.`}
          yes="Add the sheet"
          no="No"
          act={add}
          onNo={() => {
            setStep("offered");
            opener.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}
