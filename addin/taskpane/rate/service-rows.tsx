import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { TextField } from "../parts/text-field.tsx";
import { useRowFocus } from "../parts/use-row-focus.ts";
import { blankService, nextId, type ServiceDraft } from "./rate-draft.ts";

const LABELS = [
  ["code", "Code"],
  ["modifiers", "Modifiers"],
  ["units", "Units"],
  ["basis", "A unit is"],
  ["billed", "Our charge for one unit"],
  ["days", "On days"],
  ["minutes", "Minutes of one unit"],
] as const;

/** The services that one case is expected to need. */
export function ServiceRows({
  services,
  problems,
  onChange,
}: {
  readonly services: readonly ServiceDraft[];
  readonly problems: ReadonlyMap<number, Partial<Record<keyof ServiceDraft, string>>>;
  readonly onChange: (services: readonly ServiceDraft[]) => void;
}): ReactNode {
  const { root, changed } = useRowFocus<HTMLFieldSetElement>(services.length);
  const change = (next: readonly ServiceDraft[]): void => {
    changed();
    onChange(next);
  };
  return (
    <fieldset className="bare stack" ref={root}>
      <legend>
        <h4>Services of the case</h4>
      </legend>
      {services.map((service, at) => (
        <fieldset className="card" key={service.id} data-row>
          <legend className="unseen">{`Service ${at + 1}`}</legend>
          <div className="pair">
            {LABELS.map(([field, label]) => (
              <TextField
                key={field}
                label={label}
                value={service[field]}
                {...(field === "units" || field === "billed" ? { type: "figure" as const } : {})}
                problem={problems.get(service.id)?.[field]}
                onChange={(value) =>
                  onChange(services.map((one) => (one.id === service.id ? { ...one, [field]: value } : one)))
                }
              />
            ))}
          </div>
          {services.length > 1 ? (
            <div className="actions">
              <Button
                size="small"
                aria-label={`Remove service ${at + 1}`}
                onClick={() => change(services.filter(({ id }) => id !== service.id))}
              >
                Remove
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div className="actions">
        <Button size="small" onClick={() => change([...services, blankService(nextId(services))])}>
          Add a service
        </Button>
      </div>
    </fieldset>
  );
}
