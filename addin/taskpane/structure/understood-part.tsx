import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../frame/pane-services.ts";
import { useStore } from "../frame/store.ts";
import { EmptyNote } from "../parts/empty-note.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { foundSentences, previewSentences } from "./found-words.ts";
import { HeadingList } from "./heading-list.tsx";
import { previewOf } from "./sheet-preview.ts";
import { noCasesWords } from "./structuring.ts";
import type { Look } from "./structuring-step.ts";

/** What was understood, before anything is written. */
export function UnderstoodPart({ look, takesFocus }: { readonly look: Look; readonly takesFocus: boolean }): ReactNode {
  const { structuring, medicare } = usePane();
  const { texts } = useStore(medicare);
  const { summary, plan } = look.result;
  const others = <Button onClick={structuring.goBack}>Choose other sheets</Button>;
  if (plan === null) {
    return (
      <>
        <StepHeading takesFocus={takesFocus}>No request was found</StepHeading>
        <EmptyNote title="What is needed" action={others}>
          {noCasesWords(look.sheets)}
        </EmptyNote>
      </>
    );
  }
  return (
    <>
      <StepHeading takesFocus={takesFocus}>What was understood</StepHeading>
      <Sentences of={foundSentences(summary)} />
      <h4>What writing does</h4>
      <Sentences
        of={[
          ...previewSentences(previewOf(plan, look.previous)),
          ...(texts.size > 0 ? [] : [NOT_PRICED]),
          "Your own sheets stay as they are.",
        ]}
      />
      <div className="actions">
        <Button appearance="primary" onClick={() => void structuring.write()}>
          Write the ledger
        </Button>
        {others}
      </div>
      {look.previous === null ? <p className="muted small">{NOTES_NOT_READ}</p> : null}
      <HeadingList headings={summary.headings} onChange={(choices) => void structuring.lookAgain(choices)} />
    </>
  );
}

/** Excel gives them to add-ins from ExcelApi 1.18 on, beyond what this one asks for. Told once, where it can be acted upon. */
const NOTES_NOT_READ =
  "Notes on cells (the yellow ones, other than comments) are not read. Where one says something of a case, put its words into a column, or structure the saved file with the command line.";

const NOT_PRICED =
  "Does not measure rates against Medicare: none of Medicare's files is loaded on this computer. Settings loads them.";

function Sentences({ of }: { readonly of: readonly string[] }): ReactNode {
  return (
    <ul className="sentences">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
