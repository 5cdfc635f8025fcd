/** Where Medicare's files are kept from one session to the next. They hold no patient data. */
export interface KeptTexts {
  /** All texts by name. */
  read(): Promise<ReadonlyMap<string, string>>;
  /** Adds texts, in place of those of the same names: all or none. */
  add(texts: ReadonlyMap<string, string>): Promise<void>;
  remove(name: string): Promise<void>;
}

const DATABASE = "sca-ledger";
const TABLE = "medicare";

/**
 * The storage of this browser or of Excel's own window for the add-in's address: on this computer, for this user, and read
 * by no other page. Every member rejects where the storage is switched off or full.
 *
 * @example await keptTexts(() => indexedDB).read()
 */
export function keptTexts(factory: () => IDBFactory): KeptTexts {
  // Where storage is blocked, some browsers throw at the name already: then the promise rejects.
  const open = async (): Promise<IDBDatabase> => {
    const request = factory().open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    return answered(request);
  };
  const within = async <Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => () => Result,
  ): Promise<Result> => {
    const database = await open();
    try {
      const transaction = database.transaction(TABLE, mode);
      const result = work(transaction.objectStore(TABLE));
      await finished(transaction);
      return result();
    } finally {
      database.close();
    }
  };
  return {
    read: () =>
      within("readonly", (store) => {
        const names = store.getAllKeys();
        const texts = store.getAll();
        return () =>
          new Map(names.result.map((name, at): [string, string] => [String(name), String(texts.result[at])]));
      }),
    add: (added) =>
      within("readwrite", (store) => {
        for (const [name, text] of added) store.put(text, name);
        return () => undefined;
      }),
    remove: (name) =>
      within("readwrite", (store) => {
        store.delete(name);
        return () => undefined;
      }),
  };
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the storage does not answer"));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(transaction.error ?? new Error("the storage is full or switched off"));
    transaction.oncomplete = () => resolve();
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
}
