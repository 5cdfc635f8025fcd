import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { usePane } from "../frame/pane-services.ts";
import { useStore } from "../frame/store.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { WorkNote } from "../parts/work-note.tsx";
import { SheetPicker } from "./sheet-picker.tsx";
import type { StructuringStep } from "./structuring-step.ts";
import { UnderstoodPart } from "./understood-part.tsx";
import { WrittenPart } from "./written-part.tsx";

/** The view "Structure": from the choice of sheets to the written ledger, and back. */
export function StructureView(): ReactNode {
  const { structuring, navigation } = usePane();
  const step = useStore(structuring.step);
  const { task } = useStore(navigation.place);
  const first = useRef(step);
  useEffect(() => {
    if (task !== null && navigation.takeTask("structure") === "updateLedger") void structuring.update();
  }, [task, navigation, structuring]);
  return (
    <ViewFrame view="structure">
      <Step key={step.kind} step={step} takesFocus={step !== first.current} />
    </ViewFrame>
  );
}

function Step({ step, takesFocus }: { readonly step: StructuringStep; readonly takesFocus: boolean }): ReactNode {
  const { structuring } = usePane();
  switch (step.kind) {
    case "choosing":
      return <SheetPicker takesFocus={takesFocus} />;
    case "working":
      return (
        <>
          <StepHeading takesFocus={takesFocus}>{step.title}</StepHeading>
          <WorkNote share={step.share} what={step.what} onCancel={structuring.cancel} />
        </>
      );
    case "looked":
      return <UnderstoodPart look={step.look} takesFocus={takesFocus} />;
    case "written":
      return <WrittenPart applied={step.applied} summary={step.summary} takesFocus={takesFocus} />;
    case "failed":
      return (
        <>
          <StepHeading takesFocus={takesFocus}>{step.title}</StepHeading>
          <ProblemNote words={step.words} />
          <div className="actions">
            <Button appearance="primary" onClick={structuring.goBack}>
              Back
            </Button>
          </div>
        </>
      );
  }
}
