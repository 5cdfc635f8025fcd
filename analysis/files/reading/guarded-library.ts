import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { CellObject, ParsingOptions, Range } from "@e965/xlsx";

/** A sheet as the library hands it over. Rows and columns count from 0 in `data` and `merges`, from 1 in the lists of hidden ones. */
export interface LibrarySheet {
  readonly name: string;
  readonly kind: string;
  readonly hidden: boolean;
  /** Sparse: most places of a damaged file are holes. */
  readonly data: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

export interface LibraryWorkbook {
  readonly sheets: readonly LibrarySheet[];
  readonly date1904: boolean;
}

/** What the library said where it failed; "too slow" where it came to no end. */
export interface LibraryFailure {
  readonly failure: string;
}

const OPTIONS: ParsingOptions = {
  type: "buffer",
  nodim: true,
  dense: true,
  cellNF: true,
  cellFormula: true,
  cellStyles: true,
  cellHTML: false,
  cellText: false,
};

const LEAST_SECONDS = 30;
const SECONDS_A_MEGABYTE = 4;
const MEMORY_MB = 3000;

/**
 * Has the library read a binary workbook in a thread of its own, and waits for it: over a damaged file it may run without
 * end or take all memory, and only a thread can be stopped. What it would write to the console is dropped.
 */
export function readWithLibrary(bytes: Uint8Array): LibraryWorkbook | LibraryFailure {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1: ours, port2: port } = new MessageChannel();
  const worker = new Worker(new URL("./older-workbook-worker.cjs", import.meta.url), {
    workerData: { bytes, options: OPTIONS, port, done },
    transferList: [port],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.on("error", () => undefined); // Out of memory: the wait below has run out by then, or the answer is there.
  worker.unref();
  const seconds = LEAST_SECONDS + (bytes.length / 2 ** 20) * SECONDS_A_MEGABYTE;
  Atomics.wait(done, 0, 0, seconds * 1000);
  const received: { message: LibraryWorkbook | LibraryFailure } | undefined = receiveMessageOnPort(ours);
  ours.close();
  void worker.terminate();
  return received?.message ?? { failure: "too slow" };
}
