import type { FieldName } from "../claims/claim.ts";
import { rowsOf } from "../layout/join-heads.ts";
import { type SettledLine, valueOn } from "./case-lines.ts";

/** The lines of one authorization period, and the rows they cover. */
export interface Gathered {
  readonly rows: number[];
  readonly lines: SettledLine[];
}

function differs(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** Parts the lines of a case into authorization periods: a new number, new dates or a new request opens the next one. */
export function periodsOf(lines: readonly SettledLine[]): Gathered[] {
  const periods: Gathered[] = [];
  for (const line of lines) {
    const own = rowsOf(line.facts.record);
    const current = periods[periods.length - 1];
    const known = <F extends FieldName>(field: F) => {
      for (const other of current?.lines ?? []) {
        const value = valueOn(other, field);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    const same = periods.find((period) =>
      period.lines.some((other) => {
        const number = valueOn(other, "authNumber");
        const start = valueOn(other, "authStart");
        return (
          number !== undefined &&
          number === valueOn(line, "authNumber") &&
          !differs(start, valueOn(line, "authStart")) &&
          !differs(valueOn(other, "authEnd"), valueOn(line, "authEnd"))
        );
      }),
    );
    if (same) {
      same.rows.push(...own);
      same.lines.push(line);
      continue;
    }
    const opens =
      current === undefined ||
      line.facts.marks.continues ||
      line.facts.record.round !== undefined ||
      differs(known("authNumber"), valueOn(line, "authNumber")) ||
      differs(known("authStart"), valueOn(line, "authStart")) ||
      (differs(known("submitted"), valueOn(line, "submitted")) && !line.facts.ditto.has("submitted"));
    if (opens) periods.push({ rows: [...own], lines: [line] });
    else {
      current.rows.push(...own);
      current.lines.push(line);
    }
  }
  return periods;
}

/** Whether a card's line tells of an authorization: among the card's rows, it opens the period of those that follow. */
export function statesPeriod(line: SettledLine): boolean {
  return ["authNumber", "authStart", "authEnd"].some((field) => line.fields.has(field as FieldName));
}
