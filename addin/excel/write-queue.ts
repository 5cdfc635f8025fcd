import { WorkbookProblem } from "./excel-workbook.ts";

/** "Excel on the web has a payload size limit for requests and responses of 5MB"; the client's own framing needs room too. */
const MOST_BYTES = 3_000_000;

/**
 * Sends writes in as few requests as the size limit allows. While a request runs, nothing is calculated or drawn, and
 * this add-in does not hear of its own writes; each of it ends with the request, whatever happens
 * (`suspendApiCalculationUntilNextSync`, `suspendScreenUpdatingUntilNextSync`).
 */
export class WriteQueue {
  readonly #context: Excel.RequestContext;
  readonly #signal: AbortSignal | null;
  readonly #afterSend: () => void;
  #bytes = 0;
  #isOpen = false;

  constructor(context: Excel.RequestContext, signal: AbortSignal | null = null, afterSend: () => void = () => {}) {
    this.#context = context;
    this.#signal = signal;
    this.#afterSend = afterSend;
  }

  /** Makes room for a write of so many bytes, before it is queued: what waits is sent where both would not fit. */
  async room(bytes: number): Promise<void> {
    if (this.#bytes > 0 && this.#bytes + bytes > MOST_BYTES) await this.send();
    if (!this.#isOpen) this.#open();
    this.#bytes += bytes;
  }

  /** Sends what waits. Throws a WorkbookProblem "stopped" where the work was given up meanwhile. */
  async send(): Promise<void> {
    if (this.#isOpen) {
      this.#context.runtime.enableEvents = true;
      this.#isOpen = false;
      this.#bytes = 0;
      await this.#context.sync();
      this.#afterSend();
    }
    refuseStopped(this.#signal);
  }

  #open(): void {
    const { runtime, application } = this.#context;
    runtime.enableEvents = false;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    this.#isOpen = true;
  }
}

/** Throws a WorkbookProblem "stopped" where the manager gave the work up. */
export function refuseStopped(signal: AbortSignal | null): void {
  if (signal?.aborted) throw new WorkbookProblem("stopped", "Stopped. The workbook is as it was before.");
}

/** Bytes of a value in a request, on the generous side. */
export function bytesOf(value: string | number | boolean | null): number {
  if (typeof value === "number") return 18;
  if (typeof value !== "string") return 6;
  let bytes = value.length + 3;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 32 || code === 34 || code === 92) bytes += code < 32 ? 5 : 1;
    else if (code > 127) bytes += 2;
  }
  return bytes;
}

/** Bytes that a call with its object path takes in a request. */
export const CALL_BYTES = 400;
