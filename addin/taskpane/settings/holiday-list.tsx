import { Button } from "@fluentui/react-components";
import { type ReactNode, useRef } from "react";
import { dayWords } from "../../../sca/values/day-words.ts";
import { ConfirmPart } from "../parts/confirm-part.tsx";
import type { ListedHoliday } from "./holiday-draft.ts";

/** Holidays, each with the way to delete it. */
export function HolidayList({
  holidays,
  asked,
  onAsk,
  onDelete,
}: {
  readonly holidays: readonly ListedHoliday[];
  /** The one that is asked about. */
  readonly asked: ListedHoliday["day"] | null;
  readonly onAsk: (day: ListedHoliday["day"] | null) => void;
  readonly onDelete: (holiday: ListedHoliday) => Promise<void>;
}): ReactNode {
  const opener = useRef<HTMLElement | null>(null);
  return (
    <ul className="plain-list">
      {holidays.map((holiday) => {
        const words = `${dayWords(holiday.day)}${holiday.name === "" ? "" : `: ${holiday.name}`}`;
        const isAsked = asked === holiday.day;
        return (
          <li key={holiday.day} className="stack">
            <div className="line">
              <span>{words}</span>
              <Button
                size="small"
                appearance="subtle"
                aria-expanded={isAsked}
                aria-label={`Delete ${words}`}
                onClick={({ currentTarget }) => {
                  opener.current = currentTarget;
                  onAsk(isAsked ? null : holiday.day);
                }}
              >
                Delete
              </Button>
            </div>
            {isAsked ? (
              <ConfirmPart
                question={`Delete ${words}? It counts as a business day then, and days to ask by move with it.`}
                yes="Delete it"
                no="Keep it"
                act={() => onDelete(holiday)}
                onNo={() => {
                  onAsk(null);
                  opener.current?.focus();
                }}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
