import { type StructuringRequest, type StructuringResult, structureInPane } from "./structure-work.ts";
import type { WorkerMessage } from "./worker-message.ts";

/** Runs beside the pane, so that the pane answers while a large tracker is understood. It ends when the pane ends it. */
self.onmessage = ({ data }: MessageEvent<StructuringRequest>): void => {
  const tell = (message: WorkerMessage<StructuringResult>): void => self.postMessage(message);
  try {
    tell({ kind: "done", result: structureInPane(data, (share, what) => tell({ kind: "progress", share, what })) });
  } catch (error) {
    tell({ kind: "failed", words: error instanceof Error ? error.message : String(error) });
  }
};
