import type { Doubt, FieldName } from "../claims/claim.ts";
import type { LineDraft } from "../claims/line-draft.ts";
import type { Cell } from "../grid.ts";

/** A note being read: where it stands, what it may state, and how sure anything read here can be. */
export interface Note {
  readonly draft: LineDraft;
  readonly cell: Cell;
  readonly text: string;
  readonly trust: number;
  readonly may: (field: FieldName) => boolean;
}

/** Where a claim of a note comes from and how sure it is; `share` of the note's own trust. */
export function from(note: Note, share: number, doubt?: Doubt | undefined) {
  return {
    cell: note.cell,
    trust: note.trust * share,
    origin: "prose" as const,
    ...(doubt === undefined ? {} : { doubt }),
  };
}
