import { EMPTY_LIBRARY, type MedicareLibrary } from "../../../sca/medicare/fee-schedule.ts";
import { createStore, type Store } from "./store.ts";

/** What of Medicare's files is loaded in this session. */
export interface MedicareShelf {
  /** The files in the compact form, by name: what a worker takes, since texts are copied to it fastest. */
  readonly texts: ReadonlyMap<string, string>;
  /** The same, read. */
  readonly library: MedicareLibrary;
}

/** The shelf when nothing is loaded. */
export const EMPTY_SHELF: MedicareShelf = { texts: new Map(), library: EMPTY_LIBRARY };

/** A shelf for the session: Settings fills it, formulas, Rate and Structure take from it. */
export function createMedicareShelf(): Store<MedicareShelf> {
  return createStore(EMPTY_SHELF);
}
