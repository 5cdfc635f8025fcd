import { Button } from "@fluentui/react-components";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { pricingTerms } from "../../../sca/ledger/pricing-settings.ts";
import { NO_TERMS } from "../../../sca/measures/price-line.ts";
import { useLedger, usePane } from "../frame/pane-services.ts";
import { problemWords } from "../frame/problem-words.ts";
import { useStore } from "../frame/store.ts";
import { useWorkedOut } from "../frame/use-worked-out.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { BusyNote } from "../parts/busy-note.tsx";
import { EmptyNote } from "../parts/empty-note.tsx";
import { WorkFailure } from "../parts/work-failure.tsx";
import { OffersPart } from "./offers-part.tsx";
import { ledgerFacts, payerFacts } from "./payer-facts.ts";
import { PayerPart } from "./payer-part.tsx";
import { readTerms } from "./priced-service.ts";
import type { RateDraft } from "./rate-draft.ts";
import { startDraft } from "./rate-draft.ts";
import { fromSelection } from "./selected-case.ts";
import { ServicePart } from "./service-part.tsx";

/** The view "Rate": a service against Medicare, offers side by side, and the next move. Works without a ledger, too. */
export function RateView(): ReactNode {
  return (
    <ViewFrame view="rate">
      <RateDesk />
    </ViewFrame>
  );
}

function RateDesk(): ReactNode {
  const { workbook, medicare, navigation, today, say } = usePane();
  const state = useLedger();
  const { library } = useStore(medicare);
  const [typed, setTyped] = useState<Partial<RateDraft>>({});
  /** Goes up with each fresh start: what was asked before is asked no more. */
  const [round, setRound] = useState(0);
  const content = state.kind === "ready" ? state.content : null;
  const day = today();
  const worked = useWorkedOut("agreedBefore", content, "rate");
  const prices = worked.kind === "ready" ? worked.answer : null;
  const facts = useMemo(() => ledgerFacts(content, prices), [content, prices]);
  const { values } = facts;
  const draft = useMemo(() => ({ ...startDraft(values, day), ...typed }), [values, day, typed]);
  const reckoned = useDeferredValue(draft);
  const terms = useMemo(() => {
    const { track, workFloor } = content === null ? NO_TERMS : pricingTerms(values);
    return readTerms(reckoned, library, { track, workFloor });
  }, [reckoned, library, content, values]);
  const ofPayer = useMemo(() => payerFacts(facts, reckoned.payer, reckoned.caseId), [facts, reckoned]);
  const change = (changed: Partial<RateDraft>): void => setTyped((before) => ({ ...before, ...changed }));

  const take = async (): Promise<void> => {
    if (content === null) return;
    try {
      const found = fromSelection(await workbook.selectedRow(), content, draft);
      if (found.kind === "draft") setTyped(found.draft);
      say(found.words);
    } catch (error) {
      say(problemWords(error));
    }
  };
  const startAfresh = (): void => {
    setTyped({});
    setRound(round + 1);
  };
  return (
    <>
      {state.kind === "reading" || state.kind === "unread" ? <BusyNote what="Reading the ledger" /> : null}
      {state.kind === "failed" ? (
        <p className="small">The ledger could not be read, so nothing of it is known here: {state.words}</p>
      ) : null}
      {library.releases.length === 0 ? (
        <EmptyNote
          title="No fee schedule is loaded"
          action={<Button onClick={() => navigation.open("settings")}>Load Medicare's files</Button>}
        >
          Offers can be set side by side all the same; nothing is set against Medicare meanwhile.
        </EmptyNote>
      ) : null}
      {content === null ? null : (
        <div className="actions">
          <Button onClick={() => void take()}>Take from the selected row</Button>
          <Button onClick={startAfresh}>Start afresh</Button>
        </div>
      )}
      <ServicePart key={`service ${round}`} draft={draft} reckoned={reckoned} terms={terms} onChange={change} />
      <PayerPart draft={draft} facts={facts} onChange={change} />
      <WorkFailure
        of={worked}
        what="Looking up what payers agreed to before"
        title="What payers agreed to before is not known here"
      />
      <OffersPart
        key={`offers ${round}`}
        draft={draft}
        reckoned={reckoned}
        terms={terms}
        payer={ofPayer}
        content={content}
        onChange={change}
      />
    </>
  );
}
