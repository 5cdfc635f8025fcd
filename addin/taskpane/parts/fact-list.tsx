import type { ReactNode } from "react";

/** Figures with their names. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [label: string, value: string])[];
}): ReactNode {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
