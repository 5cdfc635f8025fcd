import type { WorkbookModel } from "../model/workbook.ts";
import { BatchExecutor } from "../rich-api/batch-executor.ts";
import { ACTION, type BatchRequest, type BatchResponse } from "../rich-api/wire.ts";
import { type MakeService, workbookRoot } from "../surface/workbook-surface.ts";
import { Traffic } from "./traffic.ts";
import { reportUnmodelled } from "./unmodelled.ts";

/** "Excel on the web has a payload size limit for requests and responses of 5MB": "Resource limits and performance optimization". */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** What goes back to the client; the body is text, as over a network. */
export interface HostAnswer {
  readonly statusCode: number;
  readonly body: string;
}

const UTF8 = new TextEncoder();

/** The Excel side of one add-in, wherever the client runs: batches in, answers out, traffic counted. */
export class ExcelHost {
  readonly traffic = new Traffic();
  readonly #executor: BatchExecutor;
  readonly #limit: number;
  #beforeNext: (() => void)[] = [];
  #failures: { readonly code: string; readonly message: string }[] = [];

  constructor(
    workbook: WorkbookModel,
    {
      makeService = () => null,
      payloadLimit = PAYLOAD_LIMIT,
    }: { readonly makeService?: MakeService; readonly payloadLimit?: number } = {},
  ) {
    this.#executor = new BatchExecutor(workbookRoot(workbook, makeService));
    this.#limit = payloadLimit;
  }

  /** How many ranges the client still holds. */
  get references(): number {
    return this.#executor.referenceCount;
  }

  /** Does something right before the next request runs: an edit by the user between two syncs of a run. */
  beforeNextSync(action: () => void): void {
    this.#beforeNext.push(action);
  }

  /**
   * Lets the next request fail before anything of it is done, as while the user is typing in a cell.
   *
   * @example host.failNextSync("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.")
   */
  failNextSync(code: string, message: string): void {
    this.#failures.push({ code, message });
  }

  process(request: string): HostAnswer {
    const batch = JSON.parse(request) as BatchRequest;
    const isCleanUp = isReleaseOnly(batch);
    if (!isCleanUp) for (const action of this.#beforeNext.splice(0)) action();
    const requestBytes = UTF8.encode(request).length;
    const failure = isCleanUp ? undefined : this.#failures.shift();
    const answer = requestBytes > this.#limit ? tooLarge("Request") : this.#run(batch, failure);
    const responseBytes = UTF8.encode(answer.body).length;
    const error = answer.statusCode === 200 ? ((JSON.parse(answer.body) as BatchResponse).Error?.Code ?? null) : "size";
    const exchange = {
      actions: batch.Actions.length,
      requestBytes,
      responseBytes,
      error,
      request,
      response: answer.body,
    };
    this.traffic.add(exchange, isCleanUp);
    return answer.statusCode === 200 && responseBytes > this.#limit ? tooLarge("Response") : answer;
  }

  #run(batch: BatchRequest, failure: { readonly code: string; readonly message: string } | undefined): HostAnswer {
    if (failure !== undefined) {
      const error = { Code: failure.code, Message: failure.message, HttpStatusCode: 400, ActionIndex: 0, Location: "" };
      return { statusCode: 200, body: JSON.stringify({ Error: error, Results: [], TraceIds: [] }) };
    }
    try {
      const response = this.#executor.run(batch);
      if (response.Error?.Code === "NotModelled") reportUnmodelled(response.Error.Message);
      return { statusCode: 200, body: JSON.stringify(response) };
    } catch (fault) {
      // A fault of the host itself: the test must fail, and must not hang for an answer.
      const message = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      reportUnmodelled(`the test host broke: ${message}`);
      return failed("GeneralException", message);
    }
  }
}

function isReleaseOnly({ Actions }: BatchRequest): boolean {
  const releases = Actions.filter(({ Name }) => Name === "_RemoveReference").length;
  return (
    releases > 0 &&
    Actions.every(({ ActionType, Name }) => ActionType === ACTION.instantiate || Name === "_RemoveReference")
  );
}

function failed(code: string, message: string): HostAnswer {
  return { statusCode: 400, body: JSON.stringify({ error: { code, message } }) };
}

function tooLarge(which: "Request" | "Response"): HostAnswer {
  return failed(`${which}PayloadSizeLimitExceeded`, `The ${which.toLowerCase()} payload size has exceeded the limit.`);
}
