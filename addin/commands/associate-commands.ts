import type { PaneView } from "./pane-view.ts";
import { type PaneTask, RIBBON_COMMANDS, type RibbonCommand } from "./ribbon-commands.ts";

/** What Excel hands a button's function: the button stays pressed until `completed` is called. */
export interface CommandEvent {
  completed(): void;
}

/** Excel's side of the buttons. */
export interface CommandHost {
  associate(commandId: string, run: (event: CommandEvent) => Promise<void>): void;
  /** Opens the pane, or brings it to the front. */
  showPane(): Promise<void>;
}

/** The pane's side of the buttons. */
export interface CommandPane {
  open(view: PaneView, starts: PaneTask | null): void;
  /** The pane could not be shown: it says so at the next occasion. */
  couldNotShow(command: RibbonCommand, error: unknown): void;
}

/**
 * Gives every button of the ribbon its function. A button always completes, whatever happens, and completes as soon as
 * the pane is shown: long work goes on in the pane, where it shows its progress and can be cancelled.
 *
 * @example "Update ledger" tells the pane to open "structure" and to start "updateLedger", shows the pane, completes
 */
export function associateCommands(host: CommandHost, pane: CommandPane): void {
  for (const command of RIBBON_COMMANDS) {
    host.associate(command.id, async (event) => {
      try {
        pane.open(command.view, command.starts);
        await host.showPane();
      } catch (error) {
        pane.couldNotShow(command, error);
      } finally {
        event.completed();
      }
    });
  }
}
