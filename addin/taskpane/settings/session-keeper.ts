import type { MedicareShelf } from "../frame/medicare-shelf.ts";
import type { Store } from "../frame/store.ts";
import { keptTexts } from "./kept-texts.ts";
import { type MedicareKeeper, medicareKeeper } from "./medicare-keeper.ts";

const keepers = new WeakMap<Store<MedicareShelf>, MedicareKeeper>();

/**
 * The one keeper of a shelf: the pane restores it at its start, Settings changes it.
 *
 * @example await keeperOf(services.medicare).restore()
 */
export function keeperOf(shelf: Store<MedicareShelf>): MedicareKeeper {
  const known = keepers.get(shelf);
  if (known !== undefined) return known;
  const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const made = medicareKeeper(
    shelf,
    keptTexts(() => indexedDB),
    nextTurn,
  );
  keepers.set(shelf, made);
  return made;
}
