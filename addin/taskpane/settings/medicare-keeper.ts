import { readCompactForm } from "../../../sca/medicare/files/compact-form.ts";
import { libraryOf } from "../../../sca/medicare/files/held-library.ts";
import type { HeldFile } from "../../../sca/medicare/files/medicare-file.ts";
import { EMPTY_SHELF, type MedicareShelf } from "../frame/medicare-shelf.ts";
import { createStore, type Store } from "../frame/store.ts";
import type { KeptTexts } from "./kept-texts.ts";

/** A table that is loaded, as Settings lists it. */
export interface ListedTable {
  readonly name: string;
  readonly text: string;
  /** Null for a text that is damaged. */
  readonly held: HeldFile | null;
}

/** Loads, lists and removes Medicare's files of a session, and keeps them for the next. */
export interface MedicareKeeper {
  /** In the order of their names. */
  readonly tables: Store<readonly ListedTable[]>;
  /** Takes from the storage what an earlier session kept, once. Never rejects: without storage nothing was kept. */
  restore(): Promise<void>;
  /** Adds tables, in place of those of the same names; answers with a sentence where they cannot be kept for the next session. */
  add(texts: ReadonlyMap<string, string>): Promise<string | null>;
  remove(name: string): Promise<string | null>;
}

const SESSION_ONLY =
  "Excel does not let the add-in keep files here: the change holds until the pane is closed, and has to be made again then.";

/**
 * What fills the shelf. Texts are read one after the other with a pause between, so that the pane stays responsive. While
 * one of them is damaged nothing is priced: without it another release's amounts would be taken in silence.
 *
 * @example await medicareKeeper(shelf, keptTexts(() => indexedDB), nextTurn).restore()
 */
export function medicareKeeper(
  shelf: Store<MedicareShelf>,
  kept: KeptTexts,
  pause: () => Promise<void>,
): MedicareKeeper {
  const tables = createStore<readonly ListedTable[]>([]);
  /** One after the other: two changes at once would each forget the other's. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const fill = async (texts: ReadonlyMap<string, string>): Promise<void> => {
    const before = new Map(tables.get().map((table) => [table.name, table]));
    const next: ListedTable[] = [];
    for (const [name, text] of [...texts].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const known = before.get(name);
      if (known?.text === text) next.push(known);
      else {
        await pause();
        next.push({ name, text, held: heldIn(name, text) });
      }
    }
    tables.set(next);
    shelf.set(shelfOf(next));
  };
  const textsNow = (): Map<string, string> => new Map(tables.get().map(({ name, text }) => [name, text]));
  const sentenceOf = (work: Promise<void>): Promise<string | null> =>
    work.then(
      () => null,
      () => SESSION_ONLY,
    );
  let restored: Promise<void> | null = null;
  return {
    tables,
    restore: () => {
      restored ??= inTurn(async () => {
        const texts = await kept.read().catch(() => new Map<string, string>());
        if (texts.size > 0) await fill(texts);
      });
      return restored;
    },
    add: (texts) =>
      inTurn(async () => {
        const sentence = await sentenceOf(kept.add(texts));
        await fill(new Map([...textsNow(), ...texts]));
        return sentence;
      }),
    remove: (name) =>
      inTurn(async () => {
        const sentence = await sentenceOf(kept.remove(name));
        const texts = textsNow();
        texts.delete(name);
        await fill(texts);
        return sentence;
      }),
  };
}

function shelfOf(tables: readonly ListedTable[]): MedicareShelf {
  const held = tables.flatMap((table) => table.held ?? []);
  return {
    texts: new Map(tables.map(({ name, text }) => [name, text])),
    library: held.length === tables.length ? libraryOf(held) : EMPTY_SHELF.library,
  };
}

function heldIn(name: string, text: string): HeldFile | null {
  const file = readCompactForm(name, text);
  return file.kind === "refused" || file.kind === "notNeeded" ? null : file;
}
