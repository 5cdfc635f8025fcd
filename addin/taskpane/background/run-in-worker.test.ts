import { describe, expect, it } from "vitest";
import { runInWorker, type WorkerLike, WorkStopped } from "./run-in-worker.ts";

function fakeWorker() {
  const posted: unknown[] = [];
  const worker: WorkerLike & { ended: number } = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    ended: 0,
    postMessage: (message) => void posted.push(message),
    terminate: () => {
      worker.ended += 1;
    },
  };
  const tell = (data: unknown) => worker.onmessage?.({ data } as MessageEvent);
  return { worker, posted, tell };
}

describe("long work beside the pane", () => {
  it("tells how far it is, gives its result and is ended", async () => {
    const { worker, posted, tell } = fakeWorker();
    const shares: number[] = [];
    const result = runInWorker(
      () => worker,
      { n: 1 },
      (share) => shares.push(share),
      new AbortController().signal,
    );
    tell({ kind: "progress", share: 0.5, what: "half" });
    tell({ kind: "done", result: 42 });
    expect(await result).toBe(42);
    expect([posted, shares, worker.ended]).toEqual([[{ n: 1 }], [0.5], 1]);
  });

  it("ends the worker at once when it is cancelled", async () => {
    const { worker } = fakeWorker();
    const stop = new AbortController();
    const result = runInWorker(
      () => worker,
      {},
      () => {},
      stop.signal,
    );
    stop.abort();
    await expect(result).rejects.toBeInstanceOf(WorkStopped);
    expect(worker.ended).toBe(1);
  });

  it("does not start what was cancelled before", async () => {
    const made: string[] = [];
    const make = () => {
      made.push("worker");
      return fakeWorker().worker;
    };
    await expect(runInWorker(make, {}, () => {}, AbortSignal.abort())).rejects.toBeInstanceOf(WorkStopped);
    expect(made).toEqual([]);
  });

  it("says why it failed, and that it could not start", async () => {
    const failed = fakeWorker();
    const first = runInWorker(
      () => failed.worker,
      {},
      () => {},
      new AbortController().signal,
    );
    failed.tell({ kind: "failed", words: "no case 3" });
    await expect(first).rejects.toThrow("no case 3");
    const blocked = fakeWorker();
    const second = runInWorker(
      () => blocked.worker,
      {},
      () => {},
      new AbortController().signal,
    );
    blocked.worker.onerror?.({ message: "" } as ErrorEvent);
    await expect(second).rejects.toThrow("could not start");
    expect([failed.worker.ended, blocked.worker.ended]).toEqual([1, 1]);
  });

  it("ends the worker too where the request or the answer cannot be handed over: nobody waits for ever", async () => {
    const { signal } = new AbortController();
    const full = fakeWorker();
    full.worker.postMessage = () => {
      throw new RangeError("out of memory");
    };
    await expect(
      runInWorker(
        () => full.worker,
        {},
        () => {},
        signal,
      ),
    ).rejects.toThrow("out of memory");
    const garbled = fakeWorker();
    const answer = runInWorker(
      () => garbled.worker,
      {},
      () => {},
      signal,
    );
    garbled.worker.onmessageerror?.({} as MessageEvent);
    await expect(answer).rejects.toThrow("could not be handed back");
    expect([full.worker.ended, garbled.worker.ended]).toEqual([1, 1]);
  });
});
