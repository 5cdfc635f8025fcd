import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { ProblemNote } from "../parts/problem-note.tsx";
import { SAMPLE_ROWS, SAMPLE_SHEET } from "./sample-tracker.ts";

/** The sample in one click; in a workbook that holds something it asks first, since it adds a sheet. */
export function SampleOffer({ asksFirst }: { readonly asksFirst: boolean }): ReactNode {
  const { workbook, structuring } = usePane();
  const [step, setStep] = useState<"offered" | "asked" | "adding">("offered");
  const [words, setWords] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    setStep("adding");
    try {
      const name = await workbook.addSheet(SAMPLE_SHEET, SAMPLE_ROWS);
      void structuring.look([name]);
    } catch (error) {
      setWords(problemWords(error));
      setStep("offered");
    }
  };
  return (
    <div className="card">
      <h3>Try it on a sample</h3>
      <p>
        {step === "asked"
          ? `This adds one sheet, "${SAMPLE_SHEET}", to this workbook. Delete the sheet when you are done with it.`
          : `Adds one sheet, "${SAMPLE_SHEET}", with invented requests, and shows what is made of it.`}
      </p>
      {words === null ? null : <ProblemNote title="The sample was not added" words={words} />}
      <div className="actions">
        {step === "asked" ? (
          <>
            <Button appearance="primary" onClick={() => void add()}>
              Add the sheet
            </Button>
            <Button onClick={() => setStep("offered")}>No</Button>
          </>
        ) : (
          <Button
            disabledFocusable={step === "adding"}
            onClick={() => {
              if (asksFirst) setStep("asked");
              else void add();
            }}
          >
            Try the sample
          </Button>
        )}
      </div>
    </div>
  );
}
