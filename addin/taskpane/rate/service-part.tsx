import { Button } from "@fluentui/react-components";
import { type ReactNode, useId, useMemo, useState } from "react";
import { usePane } from "../frame/pane-services.ts";
import { useStore } from "../frame/store.ts";
import { FactList } from "../parts/fact-list.tsx";
import { TextField } from "../parts/text-field.tsx";
import { priceService, type ReadTerms } from "./priced-service.ts";
import { programDay } from "./program-day.ts";
import type { RateDraft } from "./rate-draft.ts";

/** One service against Medicare: code, day, place and setting, and the amount with everything that it came from. */
export function ServicePart({
  draft,
  reckoned,
  terms,
  onChange,
}: {
  readonly draft: RateDraft;
  /** The draft as far as it was reckoned: typing comes first. */
  readonly reckoned: RateDraft;
  readonly terms: ReadTerms;
  readonly onChange: (changed: Partial<RateDraft>) => void;
}): ReactNode {
  const { library } = useStore(usePane().medicare);
  const headingId = useId();
  const [isAsked, setAsked] = useState(false);
  const found = useMemo(() => priceService(reckoned, terms, library), [reckoned, terms, library]);
  const program = useMemo(() => programDay(reckoned, terms, library), [reckoned, terms, library]);
  const problems = isAsked && found.kind === "problems" ? found.problems : {};
  return (
    <section className="stack" aria-labelledby={headingId}>
      <h3 id={headingId}>A service against Medicare</h3>
      <form
        className="stack"
        aria-label="A service against Medicare"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
        }}
      >
        <div className="pair">
          <TextField label="Code" value={draft.code} onChange={(code) => onChange({ code })} problem={problems.code} />
          <TextField label="Modifiers" value={draft.modifiers} onChange={(modifiers) => onChange({ modifiers })} />
        </div>
        <TextField
          label="Day of service"
          type="date"
          value={draft.day}
          onChange={(day) => onChange({ day })}
          problem={problems.day}
        />
        <TextField
          label="Place"
          value={draft.place}
          onChange={(place) => onChange({ place })}
          problem={problems.place}
          hint="Contractor and locality (10112-00), a ZIP code, county and state, or national."
        />
        <TextField
          label="Setting"
          value={draft.setting}
          onChange={(setting) => onChange({ setting })}
          problem={problems.setting}
          hint="Office, facility, or a place of service code."
        />
        <TextField
          label="Agreed rate for one unit (dollars)"
          type="figure"
          value={draft.agreed}
          onChange={(agreed) => onChange({ agreed })}
          problem={problems.agreed}
        />
        <div className="actions">
          <Button type="submit" appearance="primary">
            Look it up
          </Button>
        </div>
      </form>
      <div className="stack" aria-live="polite">
        {isAsked && found.kind === "blank" ? <p>Type a code first.</p> : null}
        {isAsked && found.kind === "none" ? <p className="card">{found.sentence}</p> : null}
        {isAsked && found.kind === "amount" ? (
          <div className="card">
            <p>
              <strong>{found.headline}</strong>
            </p>
            {found.agreed === null ? null : <p>{found.agreed}</p>}
            <FactList facts={found.facts} />
            {found.notes.map((note) => (
              <p className="small" key={note}>
                {note}
              </p>
            ))}
          </div>
        ) : null}
      </div>
      {isAsked && program !== null ? <ProgramPart draft={draft} program={program} onChange={onChange} /> : null}
    </section>
  );
}

/** What a program's day can be set beside, where the manager asks for it. */
function ProgramPart({
  draft,
  program,
  onChange,
}: {
  readonly draft: RateDraft;
  readonly program: NonNullable<ReturnType<typeof programDay>>;
  readonly onChange: (changed: Partial<RateDraft>) => void;
}): ReactNode {
  return (
    <section className="stack" aria-label="What the program's day can be set beside">
      <h4>What its day can be set beside</h4>
      <TextField
        label="Services a day"
        type="figure"
        value={draft.servicesPerDay}
        onChange={(servicesPerDay) => onChange({ servicesPerDay })}
        problem={program.problems.servicesPerDay}
        hint="3, or 4 for more: Medicare's day rates for hospital programs go by it."
      />
      <Sentences sentences={program.comparison} />
      <TextField
        label="Services of a day, by code"
        value={draft.buildUp}
        onChange={(buildUp) => onChange({ buildUp })}
        problem={program.problems.buildUp}
        hint="90834x1, 90853x3: adds up what Medicare states for each."
      />
      <Sentences sentences={program.buildUp} />
    </section>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <ul>
      {[...new Set(sentences)].map((sentence) => (
        <li className="small" key={sentence}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
