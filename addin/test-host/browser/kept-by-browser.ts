import type { Frame } from "playwright-core";

/** Everything that the browser keeps for the add-in's pages, as one text: storages, databases, caches, cookies. */
export async function keptByBrowser(frame: Frame): Promise<string> {
  const cookies = await frame.page().context().cookies();
  const kept = await frame.evaluate(async () => {
    const request = <Result>(asked: IDBRequest<Result>) => {
      return new Promise<Result>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    };
    const databases: unknown[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await request(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        databases.push(name, store, await request(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    const cached = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return [{ ...localStorage }, { ...sessionStorage }, databases, cached.flat().map(({ url }) => url), location.href];
  });
  return JSON.stringify([kept, cookies]);
}
