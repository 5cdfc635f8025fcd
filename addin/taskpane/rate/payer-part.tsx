import { Field, Select } from "@fluentui/react-components";
import { type ReactNode, useId, useMemo } from "react";
import { type LedgerFacts, revealedSentences } from "./payer-facts.ts";
import type { RateDraft } from "./rate-draft.ts";

/** What the payer has agreed to before for the code, from the ledger's own cases. */
export function PayerPart({
  draft,
  facts,
  onChange,
}: {
  readonly draft: RateDraft;
  readonly facts: LedgerFacts;
  readonly onChange: (changed: Partial<RateDraft>) => void;
}): ReactNode {
  const headingId = useId();
  const code = draft.code.trim() === "" ? (draft.services[0]?.code ?? "") : draft.code;
  const sentences = useMemo(() => revealedSentences(facts, draft.payer, code), [facts, draft.payer, code]);
  if (facts.payers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={headingId}>
      <h3 id={headingId}>What this payer agreed to before</h3>
      <Field label="Payer" size="small">
        <Select size="small" value={draft.payer} onChange={(_, { value }) => onChange({ payer: value })}>
          <option value="">Choose a payer</option>
          {facts.payers.map((payer) => (
            <option key={payer}>{payer}</option>
          ))}
        </Select>
      </Field>
      {draft.payer !== "" && code.trim() === "" ? <p className="small">Type a code first.</p> : null}
      {sentences.map((sentence) => (
        <p className="small" key={sentence}>
          {sentence}
        </p>
      ))}
    </section>
  );
}
