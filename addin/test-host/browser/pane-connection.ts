import type { ExcelHost } from "../client/excel-host.ts";
import type { RequirementSets } from "../client/requirement-sets.ts";
import { type CommandOutcome, INVALID_CALLBACK } from "../client/ribbon-host.ts";
import { reportUnmodelled } from "../client/unmodelled.ts";
import type { EventEntry } from "../model/events.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { KEYBOARD, WANTS, type WacMessage, wacAnswer, wacEvent, wacTabIn } from "./wac-message.ts";

/** `OSF.DDA.MethodDispId` of @microsoft/office-js 1.1.110: which method a call of `executeMethod` means. */
const METHOD = { richApi: 93, commandCompleted: 94 } as const;
/** `OSF.AppName.ExcelWebApp`. */
const EXCEL_ON_THE_WEB = 16;
/** The errors that the client turns into RequestPayloadSizeLimitExceeded and its twin, and for anything else. */
const ERROR_OF_STATUS = { request: 5103, response: 5104, other: 5001 } as const;

/** What a pane's connection needs of its surroundings. */
export interface PaneSurroundings {
  readonly id: string;
  readonly excel: ExcelHost;
  readonly sets: RequirementSets;
  /** The address of the page of Excel, without a path. */
  readonly origin: string;
  /** Posts a text to the frame of the add-in. */
  readonly post: (text: string) => void;
}

/** Excel on the web as one add-in's frame hears it: the handshake, batches, events, ribbon commands. */
export class PaneConnection {
  readonly #around: PaneSurroundings;
  readonly #heardOf = new Map<string, WacMessage>();
  readonly #commands = new Map<string, (outcome: CommandOutcome) => void>();
  #presses = 0;
  /** False once Tab has led out of the pane: office.js tells, and Excel's ribbon has the focus. */
  hasKeyboard = false;

  constructor(around: PaneSurroundings) {
    this.#around = around;
  }

  /** Answers what the frame posted. */
  hear(message: WacMessage): void {
    const { _actionType: wants, _actionName: name } = message;
    if (wants === WANTS.hear) this.#heardOf.set(name, message);
    if (wants === WANTS.hearNoMore) this.#heardOf.delete(name);
    this.#answer(message, wants === WANTS.call ? this.#call(name, message._data) : { Error: 0 });
  }

  /** Events of the workbook and calls of custom functions. */
  tell(entries: readonly EventEntry[]): void {
    if (entries.length === 0) return;
    const data = entries.map((entry) => {
      const { messageCategory, messageType, targetId, message, id } = entry;
      return [messageCategory, messageType, targetId, message, id, false];
    });
    this.#fire("richApiMessage", { ArrayData: data });
  }

  /**
   * Presses the button of the ribbon whose action is this function, and tells how it ended.
   *
   * @example expect(await connection.press("openToday")).toBe("completed")
   */
  press(functionName: string, patience: number): Promise<CommandOutcome> {
    this.#presses += 1;
    const command = `command ${this.#presses}`;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve("never completed"), patience);
      this.#commands.set(command, (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      });
      const event = JSON.stringify({ source: { id: functionName } });
      this.#fire("appCommandInvoked", [command, functionName, event]);
    });
  }

  /** The person comes into the pane by keyboard (Ctrl+F6 or Tab). */
  tabIn(): void {
    this.hasKeyboard = true;
    this.#presses += 1;
    this.#around.post(wacTabIn(this.#around.id, this.#presses, this.#around.origin));
  }

  #answer(message: WacMessage, data: WireValue): void {
    this.#around.post(wacAnswer(message, data, this.#around.origin));
  }

  #fire(event: string, data: WireValue): void {
    const registration = this.#heardOf.get(event);
    if (registration !== undefined) this.#around.post(wacEvent(registration, data, this.#around.origin));
  }

  #call(name: string, data: WireValue): WireValue {
    if (name === "ContextActivationManager_getAppContextAsync") return this.#context();
    if (name === "ContextActivationManager_notifyHost") return this.#noteFocus(data);
    if (name === "executeMethod") return this.#execute(data as unknown as MethodCall);
    reportUnmodelled(`Excel on the web does not know the call ${name}`);
    return { Error: ERROR_OF_STATUS.other };
  }

  #noteFocus(data: WireValue): null {
    if (Array.isArray(data) && data[1] === KEYBOARD.tabOut) this.hasKeyboard = false;
    return null;
  }

  #context(): WireValue {
    const { id, sets } = this.#around;
    return {
      ...{ _id: id, _appInstanceId: id, _appName: EXCEL_ON_THE_WEB, _appVersion: "16.00", _appMinorVersion: 0 },
      ...{ _appUILocale: "en-US", _dataLocale: "en-US", _docUrl: "https://example.org/Book1.xlsx", _clientMode: 1 },
      ...{ _settings: [], _reason: "documentOpened", _osfControlType: 1, _eToken: "", _correlationId: "1" },
      ...{ _requirementMatrix: JSON.stringify(Object.fromEntries(sets)), _hostFullVersion: "16.0.19000.0" },
      ...{ _addinName: "SCA Ledger", _appDomains: [], _featureGates: {}, _initialDisplayMode: 0 },
      ...{ _wacHostEnvironment: "0", _isFromWacAutomation: false },
    };
  }

  #execute(call: MethodCall): WireValue {
    const method = call.DdaMethod.DispatchId;
    if (method === METHOD.commandCompleted) {
      const [command, status] = [String(call["0"]), call["1"]];
      this.#commands.get(command)?.(status === INVALID_CALLBACK ? "unknown function" : "completed");
      return { Version: 1, Error: 0 };
    }
    if (method !== METHOD.richApi) {
      reportUnmodelled(`Excel on the web does not know the method ${method}`);
      return { Version: 1, Error: ERROR_OF_STATUS.other };
    }
    const { statusCode, body } = this.#around.excel.process(String(call.ArrayData?.[4]));
    if (statusCode === 200) return { Version: 1, Error: 0, Data: [200, [], body] };
    const which = /"(Request|Response)PayloadSizeLimitExceeded"/.exec(body)?.[1]?.toLowerCase();
    return {
      Version: 1,
      Error: which === "request" || which === "response" ? ERROR_OF_STATUS[which] : ERROR_OF_STATUS.other,
    };
  }
}

/** A call of a method; parameters stand beside it by their place, a batch in an array. */
interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly WireValue[];
  readonly [place: `${number}`]: WireValue;
}
