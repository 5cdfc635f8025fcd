import type { WorkerMessage } from "../background/worker-message.ts";
import { type PickedFile, type PickedTables, readPickedFiles } from "./read-picked-files.ts";

/** Unpacks and reads Medicare's files beside the pane, so that the pane answers meanwhile. It ends when the pane ends it. */
self.onmessage = ({ data }: MessageEvent<readonly PickedFile[]>): void => {
  const tell = (message: WorkerMessage<PickedTables>): void => self.postMessage(message);
  try {
    tell({ kind: "done", result: readPickedFiles(data, (share, what) => tell({ kind: "progress", share, what })) });
  } catch (error) {
    tell({ kind: "failed", words: error instanceof Error ? error.message : String(error) });
  }
};
