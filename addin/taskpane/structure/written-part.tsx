import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { counted } from "../../../analysis/report/figures.ts";
import type { AppliedPlan } from "../../excel/excel-workbook.ts";
import type { UnderstandingSummary } from "../background/understanding-summary.ts";
import { usePane } from "../frame/pane-services.ts";
import { StepHeading } from "../parts/step-heading.tsx";

const SHOWN = 10;

/** What was written, the way on, and the way back. */
export function WrittenPart({
  applied: { sheetsAdded, sheetsRenewed, leftAsEdited },
  summary: { cases, questions, answers },
  takesFocus,
}: {
  readonly applied: AppliedPlan;
  readonly summary: UnderstandingSummary;
  readonly takesFocus: boolean;
}): ReactNode {
  const { structuring, navigation } = usePane();
  const more = leftAsEdited.length - SHOWN;
  return (
    <>
      <StepHeading takesFocus={takesFocus}>The ledger is written</StepHeading>
      <ul className="sentences">
        <li>{`${counted(cases, "request")} in the ledger. Your own sheets are as they were.`}</li>
        {sheetsAdded.length === 0 ? null : <li>{`Added: ${sheetsAdded.join(", ")}.`}</li>}
        {sheetsRenewed.length === 0 ? null : <li>{`Renewed: ${sheetsRenewed.join(", ")}.`}</li>}
        {leftAsEdited.length === 0 ? null : (
          <li>
            {`Changed by somebody while this ran, and left as they are: ${leftAsEdited.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}. Update the ledger once more.`}
          </li>
        )}
        <li>
          {questions === 0
            ? "No question is open."
            : `${counted(questions, "question")} for you in Review, settled by ${counted(answers, "answer")}.`}
        </li>
      </ul>
      <div className="actions">
        <Button appearance="primary" onClick={() => navigation.open(questions > 0 ? "review" : "today")}>
          {questions > 0 ? "Go to Review" : "Go to Today"}
        </Button>
        <Button onClick={() => void structuring.takeBack()}>Take it back</Button>
        <Button onClick={structuring.goBack}>Done</Button>
      </div>
    </>
  );
}
