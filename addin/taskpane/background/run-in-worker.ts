import type { WorkProgress } from "./structure-work.ts";
import type { WorkerMessage } from "./worker-message.ts";

/** The part of a worker that is used here. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

/** Work that was given up by the manager. */
export class WorkStopped extends Error {
  override readonly name = "WorkStopped";

  /** @example throw new WorkStopped() */
  constructor() {
    super("Stopped. Nothing was changed.");
  }
}

/**
 * Hands a request to a fresh worker and waits for its result; the worker is ended in any case. Rejects with WorkStopped
 * once `signal` fires, and with an Error where the worker failed or could not start.
 */
export function runInWorker<Request, Result>(
  makeWorker: () => WorkerLike,
  request: Request,
  progress: WorkProgress,
  signal: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new WorkStopped());
      return;
    }
    const worker = makeWorker();
    const end = (then: () => void): void => {
      signal.removeEventListener("abort", stop);
      worker.terminate();
      then();
    };
    const stop = (): void => end(() => reject(new WorkStopped()));
    signal.addEventListener("abort", stop);
    worker.onmessage = ({ data }) => {
      const message = data as WorkerMessage<Result>;
      if (message.kind === "progress") progress(message.share, message.what);
      else if (message.kind === "done") end(() => resolve(message.result));
      else end(() => reject(new Error(message.words)));
    };
    worker.onerror = ({ message }) =>
      end(() => reject(new Error(message || "the part of the pane that does long work could not start")));
    worker.onmessageerror = () => end(() => reject(new Error("what was worked out could not be handed back")));
    try {
      worker.postMessage(request);
    } catch (error) {
      end(() => reject(error));
    }
  });
}
