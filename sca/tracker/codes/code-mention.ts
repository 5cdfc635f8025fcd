/** The list a procedure code comes from. `revenue`: a hospital's revenue code; `drg`: a whole admission's group. */
export type CodeKind = "cpt" | "hcpcs" | "revenue" | "drg";

/** A procedure code as a text mentions it. */
export interface CodeMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Exactly as written, letters in capitals: "97153", "H0015", "0124". */
  readonly code: string;
  readonly modifiers: string[];
  /** How many, where the text says so beside the code ("x12", "(12)", "12 units of"). */
  readonly units?: number;
  readonly kind: CodeKind;
  /** Set on both ends of a range ("97151-97158"), whose codes between are not listed. */
  readonly range?: true;
  /** The text can be read in another way, which `note` tells. */
  readonly question?: true;
  /** The text gives no sign but the digits that this is a code. */
  readonly weak?: true;
  readonly note?: string;
}
