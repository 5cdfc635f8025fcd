import { beforeAll, describe, expect, it } from "vitest";
import { inventedIndicesCsv, inventedValuesCsv } from "../../../analysis/testing/official-texts.ts";
import { EMPTY_LIBRARY } from "../../../sca/medicare/fee-schedule.ts";
import { createMedicareShelf } from "../frame/medicare-shelf.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { medicareKeeper } from "./medicare-keeper.ts";
import { type PickedTables, readPickedFiles } from "./read-picked-files.ts";

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A storage in memory; `isFull` refuses every change. */
function memory(
  start: ReadonlyMap<string, string> = new Map(),
  isFull = false,
): KeptTexts & { kept: Map<string, string> } {
  const kept = new Map(start);
  const change = async (work: () => void): Promise<void> => {
    if (isFull) throw new Error("QuotaExceededError");
    work();
  };
  return {
    kept,
    read: async () => new Map(kept),
    add: (texts) =>
      change(() => {
        for (const [name, text] of texts) kept.set(name, text);
      }),
    remove: (name) => change(() => void kept.delete(name)),
  };
}

const noPause = async (): Promise<void> => undefined;

describe("Medicare's files from the disk", () => {
  let picked: PickedTables;
  beforeAll(() => {
    picked = readPickedFiles(
      [
        file("PPRRVU2025_Oct.csv", inventedValuesCsv(2025, "D", "32.3465")),
        file("GPCI2025.csv", inventedIndicesCsv(2025)),
      ],
      () => undefined,
    );
  }, 30_000);

  it("become the tables that the command line keeps, under the same names", () => {
    expect(picked.refusals).toEqual([]);
    expect([...picked.texts.keys()]).toEqual(["physician-2025D.txt", "localities-2025.txt"]);
  });

  it("are all refused together, with the reason of each, and nothing is taken", () => {
    const found = readPickedFiles(
      [
        file("GPCI2025.csv", inventedIndicesCsv(2025)),
        file("notes.txt", ""),
        file("page.csv", "<!doctype html><p>Log in"),
      ],
      () => undefined,
    );
    expect(found.texts.size).toBe(0);
    expect(found.refusals).toHaveLength(2);
    expect(found.refusals.join("\n")).toMatch(/notes\.txt.*\n?.*page\.csv/s);
    expect(found.refusals.join("\n")).toContain("this is a web page");
  });

  it("fill the shelf and are kept for the next session", async () => {
    const storage = memory();
    const shelf = createMedicareShelf();
    const keeper = medicareKeeper(shelf, storage, noPause);
    expect(await keeper.add(picked.texts)).toBeNull();
    expect(shelf.get().library.releases.map(({ year, letter }) => `${year}${letter}`)).toEqual(["2025D"]);
    expect(keeper.tables.get().map(({ name }) => name)).toEqual(["localities-2025.txt", "physician-2025D.txt"]);
    const later = createMedicareShelf();
    const again = medicareKeeper(later, storage, noPause);
    await Promise.all([again.restore(), again.restore()]);
    expect(later.get().texts).toEqual(shelf.get().texts);
    expect(await again.remove("physician-2025D.txt")).toBeNull();
    expect(later.get().library.releases).toEqual([]);
    expect([...storage.kept.keys()]).toEqual(["localities-2025.txt"]);
  });

  it("hold for the session where nothing can be kept, and that is said", async () => {
    const shelf = createMedicareShelf();
    const sentence = await medicareKeeper(shelf, memory(new Map(), true), noPause).add(picked.texts);
    expect(sentence).toContain("until the pane is closed");
    expect(shelf.get().library.releases).toHaveLength(1);
  });

  it("price nothing while one that was kept is damaged, until it is removed", async () => {
    const [name = "", text = ""] = [...picked.texts][0] ?? [];
    const storage = memory(new Map([...picked.texts, [name, text.slice(0, text.length / 2)]]));
    const shelf = createMedicareShelf();
    const keeper = medicareKeeper(shelf, storage, noPause);
    await keeper.restore();
    expect(shelf.get().library).toBe(EMPTY_LIBRARY);
    expect(keeper.tables.get().filter(({ held }) => held === null)).toHaveLength(1);
    await keeper.remove(name);
    expect(shelf.get().library.localityYears).toHaveLength(1);
  });
});
