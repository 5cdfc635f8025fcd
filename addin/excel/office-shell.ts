import type { CommandHost } from "../commands/associate-commands.ts";
import type { FunctionHost } from "../functions/associate-functions.ts";

/** Excel around the pane: whether it is there, and where buttons and functions are registered. */
export interface OfficeShell {
  /** Resolves once the client has answered; false where the page was opened outside of Excel. */
  readonly isInExcel: () => Promise<boolean>;
  readonly commands: CommandHost;
  readonly functions: FunctionHost;
}

/** The shell that Office.js gives; null where its script did not load (no connection at the first start). */
export function officeShell(): OfficeShell | null {
  if (typeof Office === "undefined" || typeof CustomFunctions === "undefined") return null;
  return {
    isInExcel: async () => (await Office.onReady()).host === Office.HostType.Excel,
    commands: {
      associate: (id, run) => Office.actions.associate(id, run),
      showPane: () => Office.addin.showAsTaskpane(),
    },
    functions: {
      associate: (id, run) => CustomFunctions.associate(id, run),
      cellError: ({ problem, sentence }) => {
        // Both came with CustomFunctionsRuntime 1.2 and 1.3; before them a cell shows #VALUE! without words.
        if (typeof CustomFunctions.Error === "undefined" || typeof CustomFunctions.ErrorCode === "undefined") {
          return new Error(sentence);
        }
        const code =
          problem === "wrong" ? CustomFunctions.ErrorCode.invalidValue : CustomFunctions.ErrorCode.notAvailable;
        return new CustomFunctions.Error(code, sentence);
      },
    },
  };
}
