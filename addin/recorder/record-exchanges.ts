/** One request of the client and what Excel answered, as the client sends and gets them. */
export interface RecordedExchange {
  readonly request: unknown;
  /** Null where Excel refused the request as a whole: then `error` says why. */
  readonly response: unknown;
  readonly error: { readonly code: number; readonly message: string } | null;
}

/** The answer that the client waits for; `OSF.DDA.RichApi` of @microsoft/office-js. */
interface RichApiResult {
  readonly status: string;
  readonly value?: { readonly data: readonly [status: number, headers: unknown, body: string | readonly string[]] };
  readonly error?: { readonly code: number; readonly message: string };
}

type Execute = (message: readonly unknown[], answer: (result: RichApiResult) => void) => void;

/** The place of a batch in a message to Excel. */
const BODY = 4;

function parsed(text: unknown): unknown {
  return JSON.parse(Array.isArray(text) ? text.join("") : String(text));
}

/**
 * Writes down every exchange from now on; the client and Excel notice nothing. Answers with the list, which grows.
 *
 * @example const exchanges = recordExchanges(); await Excel.run(…); exchanges.at(-1)?.response
 */
export function recordExchanges(): readonly RecordedExchange[] {
  const { OSF } = globalThis as unknown as {
    OSF: { DDA: { RichApi: { executeRichApiRequestAsync: Execute } } };
  };
  const exchanges: RecordedExchange[] = [];
  const { RichApi } = OSF.DDA;
  const execute = RichApi.executeRichApiRequestAsync.bind(RichApi);
  const record: Execute = (message, answer) => {
    execute(message, (result) => {
      const request = parsed(message[BODY]);
      const isAnswer = result.status === "succeeded" && result.value !== undefined;
      exchanges.push({
        request,
        response: isAnswer ? parsed(result.value?.data[2]) : null,
        error: isAnswer ? null : (result.error ?? { code: 0, message: result.status }),
      });
      answer(result);
    });
  };
  // The client does not let the member itself be written; it looks the object up anew for every request.
  OSF.DDA.RichApi = Object.create(RichApi, { executeRichApiRequestAsync: { value: record } }) as typeof RichApi;
  return exchanges;
}
