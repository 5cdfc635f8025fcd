import type { ReactNode } from "react";
import { Disclosure } from "../parts/disclosure.tsx";
import { TextField } from "../parts/text-field.tsx";
import type { TradeDraft } from "./rate-draft.ts";

const FIELDS = [
  ["higherLevel", "Level of care needed otherwise"],
  ["higherLevelDay", "Its dollars a day"],
  ["daysFirst", "Days that the payer would authorize at first"],
  ["requestHours", "Hours that a further request takes"],
  ["fasterDays", "Days sooner that the payer would pay"],
  ["moneyCost", "What money costs us a year, percent"],
  ["processHours", "Hours that its standard process saves"],
  ["staffHour", "What an hour of staff costs (dollars)"],
] as const;

/** What there is to argue with and to trade beside the rate; all of it may stay empty. */
export function TradeFields({
  trades,
  problems,
  onChange,
}: {
  readonly trades: TradeDraft;
  readonly problems: Partial<Record<keyof TradeDraft, string>>;
  readonly onChange: (trades: TradeDraft) => void;
}): ReactNode {
  const isFaulty = Object.values(problems).some((problem) => problem !== undefined);
  return (
    <Disclosure label="arguments and trades" isForcedOpen={isFaulty}>
      <div className="stack">
        {FIELDS.map(([field, label]) => (
          <TextField
            key={field}
            label={label}
            value={trades[field]}
            {...(field === "higherLevel" ? {} : { type: "figure" as const })}
            problem={problems[field]}
            onChange={(value) => onChange({ ...trades, [field]: value })}
          />
        ))}
      </div>
    </Disclosure>
  );
}
