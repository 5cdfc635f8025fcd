/** What is counted. */
export type UnitWord = "session" | "visit" | "day" | "hour" | "unit" | "week" | "month" | "dose" | "cycle";

/** A count of care as a text mentions it. */
export interface UnitsMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly authorized?: number;
  readonly used?: number;
  readonly left?: number;
  readonly requested?: number;
  readonly unit?: UnitWord;
  /** The text can be read in more than one way, or doubts itself. */
  readonly question?: true;
  /** Only the form speaks for it ("9/12"): it needs a column that says so. */
  readonly weak?: true;
  /** The unit is a span of the calendar, so that this may be the length of an authorization and no count. */
  readonly duration?: true;
  /** How often, not how many: "2x6", "3/wk", "10 hrs/wk x 26 wks". No number of units is given then. */
  readonly frequency?: { readonly times: number; readonly per?: "day" | "week" | "month"; readonly weeks?: number };
  /** "unlimited", "no limit". */
  readonly unlimited?: true;
}
