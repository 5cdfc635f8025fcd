import type { EventOutbox } from "../model/events.ts";
import { type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";

/** Messages to the runtime of custom functions. Observed from @microsoft/office-js 1.1.110. */
const CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const FLAGS = { cancelable: 1, streaming: 2 } as const;

/** The numbers of `CustomFunctions.ErrorCode`, by the word that a cell shows. */
const ERROR_WORDS: ReadonlyMap<number, string> = new Map([
  [1, "#N/A"],
  [3, "#NAME?"],
  [4, "#REF!"],
  [5, "#DIV/0!"],
  [6, "#NUM!"],
  [7, "#VALUE!"],
  [8, "#NULL!"],
]);

/** What a function gave back: a value or a spilled array, or an error's word with its message. */
export type FunctionResult =
  | { readonly value: WireValue }
  | { readonly error: string; readonly message: string | null };

/** A running call. */
export interface FunctionCall {
  /** The first result. */
  readonly result: Promise<FunctionResult>;
  /** Every result so far: a streaming function gives several. */
  readonly results: readonly FunctionResult[];
  /** The user deleted the cell or edited its formula. */
  cancel(): void;
}

interface Waiting {
  readonly results: FunctionResult[];
  settle(result: FunctionResult): void;
}

export interface CallOptions {
  readonly cancelable?: boolean;
  readonly streaming?: boolean;
  readonly address?: string;
}

/** Calls custom functions as Excel's calculation does, through the client's real runtime. */
export class CustomFunctionHost {
  readonly #events: EventOutbox;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor(events: EventOutbox) {
    this.#events = events;
  }

  /**
   * Calls a function by its id. An argument that is a range is a 2D array; a single cell is a value.
   *
   * @example await host.call("DAYSLEFT", [46100]).result
   */
  call(id: string, args: readonly WireValue[], options: CallOptions = {}): FunctionCall {
    const call = this.#nextId++;
    const results: FunctionResult[] = [];
    const result = new Promise<FunctionResult>((resolve) => {
      this.#waiting.set(call, { results, settle: resolve });
    });
    const flags = (options.cancelable ? FLAGS.cancelable : 0) | (options.streaming ? FLAGS.streaming : 0);
    this.#events.send(CATEGORY, INVOKE, [call, id.toUpperCase(), args, options.address ?? null, flags, null]);
    const cancel = () => this.#events.send(CATEGORY, CANCEL, { invocationId: call });
    return { result, results, cancel };
  }

  /** The service through which the runtime hands results back. */
  get service(): HostObject {
    return host(SERVICE, this);
  }

  settle(id: number, result: FunctionResult): void {
    const waiting = this.#waiting.get(id);
    waiting?.results.push(result);
    waiting?.settle(result);
  }
}

function resultOf(failed: boolean, value: WireValue, code: WireValue): FunctionResult {
  if (!failed) return { value };
  const message = typeof value === "string" && value !== "" ? value : null;
  return { error: ERROR_WORDS.get(typeof code === "number" ? code : 7) ?? "#VALUE!", message };
}

const SERVICE: HostType<CustomFunctionHost> = {
  name: "CustomFunctions",
  methods: {
    _GetEnabledFeatures: () => [],
    _SetOsfControlContainerReadyForCustomFunctions: () => null,
    setInvocationArrayResults: (functions, args) => {
      for (const [id, succeeded, value, code] of args.raw(0) as readonly [number, boolean, WireValue, WireValue][]) {
        functions.settle(id, resultOf(!succeeded, value, code));
      }
    },
    setInvocationResults: (functions, args) => {
      for (const result of args.raw(0) as readonly { readonly [member: string]: WireValue }[]) {
        const { id, failed, value, errorCode } = result;
        functions.settle(Number(id), resultOf(failed === true, value ?? null, errorCode ?? null));
      }
    },
  },
};
