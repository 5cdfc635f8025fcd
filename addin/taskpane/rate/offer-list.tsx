import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { TextField } from "../parts/text-field.tsx";
import { useRowFocus } from "../parts/use-row-focus.ts";
import { nextId, type OfferDraft } from "./rate-draft.ts";

/** Offers or asks in the words in which they were made, oldest first. */
export function OfferList({
  title,
  name,
  offers,
  problems,
  onChange,
}: {
  readonly title: string;
  /** "Offer" or "Ask". */
  readonly name: string;
  readonly offers: readonly OfferDraft[];
  readonly problems: ReadonlyMap<number, string>;
  readonly onChange: (offers: readonly OfferDraft[]) => void;
}): ReactNode {
  const { root, changed } = useRowFocus<HTMLFieldSetElement>(offers.length);
  return (
    <fieldset className="bare stack" ref={root}>
      <legend>
        <h4>{title}</h4>
      </legend>
      {offers.map((offer, at) => (
        <div key={offer.id} data-row>
          <TextField
            label={`${name} ${at + 1}`}
            value={offer.words}
            problem={problems.get(offer.id)}
            hint={at === 0 ? "140% of Medicare, $400 per diem, case rate 45,000, 55% of billed charges" : undefined}
            onChange={(words) => onChange(offers.map((one) => (one.id === offer.id ? { ...one, words } : one)))}
          />
        </div>
      ))}
      <div className="actions">
        <Button
          size="small"
          onClick={() => {
            changed();
            onChange([...offers, { id: nextId(offers), words: "" }]);
          }}
        >
          {`Another ${name.toLowerCase()}`}
        </Button>
      </div>
    </fieldset>
  );
}
