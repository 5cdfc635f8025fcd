import type { CommandHost } from "../commands/associate-commands.ts";
import type { FunctionHost } from "../functions/associate-functions.ts";

/** The colours of Office around the pane, as it tells them: "#FFFFFF". */
export interface OfficeColours {
  readonly background: string;
  readonly foreground: string;
}

/** Excel around the pane: whether it is there, how it looks, and where buttons and functions are registered. */
export interface OfficeShell {
  /** Resolves once the client has answered; false where the page was opened outside of Excel. */
  readonly isInExcel: () => Promise<boolean>;
  /** Null where Office tells none; to be asked once `isInExcel` has answered. */
  readonly colours: () => OfficeColours | null;
  /**
   * Tells when Office changes its theme. Microsoft documents the event for Outlook only, so an Excel may never tell: ask
   * `colours` again when the pane gets the focus.
   */
  readonly onThemeChange: (listener: () => void) => void;
  readonly commands: CommandHost;
  readonly functions: FunctionHost;
}

/** The shell that Office.js gives; null where its script did not load (no connection at the first start). */
export function officeShell(): OfficeShell | null {
  if (typeof Office === "undefined" || typeof CustomFunctions === "undefined") return null;
  return {
    isInExcel: async () => (await Office.onReady()).host === Office.HostType.Excel,
    colours: () => {
      // Typed as always there; a client outside of Excel and some older ones have none.
      const theme: Office.OfficeTheme | undefined = Office.context?.officeTheme;
      if (theme === undefined) return null;
      return { background: theme.bodyBackgroundColor, foreground: theme.bodyForegroundColor };
    },
    onThemeChange: (listener) => {
      try {
        Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, listener);
      } catch {
        // This Excel has no such event.
      }
    },
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
