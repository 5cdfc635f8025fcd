import { Button, Field, Select } from "@fluentui/react-components";
import { type ReactNode, useId, useMemo, useState } from "react";
import { counted } from "../../../analysis/report/figures.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { usePane } from "../frame/pane-services.ts";
import { useStore } from "../frame/store.ts";
import { TextField } from "../parts/text-field.tsx";
import { ComparisonPart } from "./comparison-part.tsx";
import { OfferList } from "./offer-list.tsx";
import type { PayerFacts } from "./payer-facts.ts";
import type { ReadTerms } from "./priced-service.ts";
import type { RateDraft } from "./rate-draft.ts";
import { reckonOffers } from "./reckoned-offers.ts";
import { ServiceRows } from "./service-rows.tsx";
import { TradeFields } from "./trade-fields.tsx";

const FLOOR_UNITS = ["day", "session", "visit", "hour", "15 minutes", "unit", "case"] as const;

/** Offers side by side over the services of a case, the floor, and the next counter. */
export function OffersPart({
  draft,
  reckoned,
  terms,
  payer,
  content,
  onChange,
}: {
  readonly draft: RateDraft;
  readonly reckoned: RateDraft;
  readonly terms: ReadTerms;
  readonly payer: PayerFacts;
  readonly content: LedgerContent | null;
  readonly onChange: (changed: Partial<RateDraft>) => void;
}): ReactNode {
  const { library } = useStore(usePane().medicare);
  const headingId = useId();
  const [isAsked, setAsked] = useState(false);
  const desk = useMemo(
    () => (isAsked ? reckonOffers(reckoned, terms, payer, library) : null),
    [isAsked, reckoned, terms, payer, library],
  );
  const problems = desk?.kind === "problems" ? desk.problems : null;
  return (
    <section className="stack" aria-labelledby={headingId}>
      <h3 id={headingId}>Offers side by side</h3>
      <p className="muted small">Day, place and setting are those above.</p>
      <form
        className="stack"
        aria-label="Offers side by side"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
        }}
      >
        <ServiceRows
          services={draft.services}
          problems={problems?.services ?? NONE}
          onChange={(services) => onChange({ services })}
        />
        <TextField
          label="Program days"
          type="figure"
          value={draft.programDays}
          onChange={(programDays) => onChange({ programDays })}
          problem={problems?.programDays}
          hint="Only where the services do not tell on how many days they are rendered."
        />
        <OfferList
          title="The payer's offers"
          name="Offer"
          offers={draft.offers}
          problems={problems?.offers ?? NONE}
          onChange={(offers) => onChange({ offers })}
        />
        <OfferList
          title="What you asked so far"
          name="Ask"
          offers={draft.asks}
          problems={problems?.asks ?? NONE}
          onChange={(asks) => onChange({ asks })}
        />
        <h4>Yours alone</h4>
        <div className="pair">
          <TextField
            label="Our cost (dollars)"
            type="figure"
            value={draft.floorCost}
            onChange={(floorCost) => onChange({ floorCost })}
            problem={problems?.floorCost}
          />
          <Field label="Per" size="small">
            <Select size="small" value={draft.floorPer} onChange={(_, { value }) => onChange({ floorPer: value })}>
              {FLOOR_UNITS.map((unit) => (
                <option key={unit}>{unit}</option>
              ))}
            </Select>
          </Field>
        </div>
        <TextField
          label="Margin, percent of the price"
          type="figure"
          value={draft.margin}
          onChange={(margin) => onChange({ margin })}
          problem={problems?.margin}
        />
        <div className="pair">
          <TextField
            label="Opening"
            value={draft.opening}
            onChange={(opening) => onChange({ opening })}
            problem={problems?.opening}
          />
          <TextField
            label="Target"
            value={draft.target}
            onChange={(target) => onChange({ target })}
            problem={problems?.target}
          />
        </div>
        <TradeFields
          trades={draft.trades}
          problems={problems?.trades ?? {}}
          onChange={(trades) => onChange({ trades })}
        />
        <div className="actions">
          <Button type="submit" appearance="primary">
            Set side by side
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {desk?.kind === "blank" ? <p>{desk.words}</p> : null}
        {desk?.kind === "problems" ? (
          <p>{`${counted(desk.count, "field has", "fields have")} to be mended; nothing is compared meanwhile.`}</p>
        ) : null}
        {desk?.kind === "reckoned" ? <p>{desk.result.comparison.finding}</p> : null}
      </div>
      {desk?.kind === "reckoned" ? (
        <ComparisonPart result={desk.result} caseId={draft.caseId} payer={draft.payer} content={content} />
      ) : null}
    </section>
  );
}

const NONE: ReadonlyMap<number, never> = new Map<number, never>();
