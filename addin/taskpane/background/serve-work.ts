import type { WorkProgress } from "./structure-work.ts";
import type { WorkerMessage } from "./worker-message.ts";

/** The part of a worker's own scope that is used here. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}

/** Whatever a worker can reach others by. */
const CONNECTIONS = [
  ...["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "BroadcastChannel", "importScripts"],
  ...["Worker", "WebSocketStream", "caches", "indexedDB"],
];

const GONE = { value: undefined, writable: false, configurable: false };

/** The least step of the bar that is worth a message: work tells after each of ten thousand rows. */
const STEP = 0.005;

/**
 * Makes a worker answer the pane: it takes one request, tells how far it is, and hands back the result or why there is
 * none. It ends when the pane ends it. The policy in the page does not bind a worker, so what it could connect or keep by
 * is taken from it first: patients' data goes nowhere but back.
 *
 * @example serveWork(self, structureInPane)
 */
export function serveWork<Request, Result>(
  scope: WorkerScope,
  work: (request: Request, progress: WorkProgress) => Result | Promise<Result>,
): void {
  for (const name of CONNECTIONS) Object.defineProperty(scope, name, GONE);
  scope.onmessage = async ({ data }: MessageEvent<Request>): Promise<void> => {
    const tell = (message: WorkerMessage<Result>): void => scope.postMessage(message);
    try {
      const progress = seldom((share, what) => tell({ kind: "progress", share, what }));
      tell({ kind: "done", result: await work(data, progress) });
    } catch (error) {
      tell({ kind: "failed", words: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** Passes on what is new to the eye: other words, or a step further. */
function seldom(progress: WorkProgress): WorkProgress {
  let told: { readonly share: number; readonly what: string } | null = null;
  return (share, what) => {
    if (told?.what === what && share < told.share + STEP) return;
    told = { share, what };
    progress(share, what);
  };
}
