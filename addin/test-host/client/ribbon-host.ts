/** The part of the client that runs ribbon commands; `OfficeExt.AppCommand.AppCommandManager` of @microsoft/office-js. */
export interface AppCommandManager {
  _pseudoDocument: { appCommandInvocationCompletedAsync(id: string, status: number, data: string): void } | null;
  _processAppCommandInvocation(command: { appCommandId: string; callbackName: string; eventObjStr: string }): void;
}

/** How a command ended. */
export type CommandOutcome = "completed" | "unknown function" | "never completed";

/** `ooeInvalidCallback`: the manifest names a function that nobody associated. */
export const INVALID_CALLBACK = 11_101;
/** Excel shows the user a message after a few seconds, and lets no other command of the add-in run until then. */
const PATIENCE = 1_000;

/** Presses ribbon buttons that run a function (`ExecuteFunction`), through the client's own manager of commands. */
export class RibbonHost {
  readonly #manager: AppCommandManager;
  readonly #waiting = new Map<string, (outcome: CommandOutcome) => void>();
  #presses = 0;

  constructor(manager: AppCommandManager) {
    this.#manager = manager;
    manager._pseudoDocument = {
      appCommandInvocationCompletedAsync: (id, status) => {
        this.#waiting.get(id)?.(status === INVALID_CALLBACK ? "unknown function" : "completed");
      },
    };
  }

  /**
   * Presses the button whose action is this function, and tells how it ended: a function that forgets `event.completed()`
   * blocks the add-in's other buttons in Excel, and is told here after `patience` milliseconds.
   *
   * @example expect(await ribbon.press("structureTracker")).toBe("completed")
   */
  press(functionName: string, { controlId = functionName, patience = PATIENCE } = {}): Promise<CommandOutcome> {
    this.#presses += 1;
    const appCommandId = `command ${this.#presses}`;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve("never completed"), patience);
      this.#waiting.set(appCommandId, (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      });
      const eventObjStr = JSON.stringify({ source: { id: controlId } });
      this.#manager._processAppCommandInvocation({ appCommandId, callbackName: functionName, eventObjStr });
    });
  }
}
