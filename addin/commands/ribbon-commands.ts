import type { PaneView } from "./pane-view.ts";

/** One button of the ribbon tab "SCA Ledger". */
export interface RibbonCommand {
  /** The FunctionName of the button in manifest.xml. */
  readonly id: string;
  /** The button's label in manifest.xml, in the user's words. */
  readonly label: string;
  /** The view at which the pane opens. */
  readonly view: PaneView;
  /** What the view starts by itself once it is shown. */
  readonly starts: PaneTask | null;
}

/** Work that a button starts without a further click. */
export type PaneTask = "updateLedger";

/**
 * Every button of the ribbon, the one list that manifest.xml, the association in the pane and the tests go by. All run a
 * function in the shared runtime: a button that only shows the pane could not say at which view.
 */
export const RIBBON_COMMANDS: readonly RibbonCommand[] = [
  { id: "openStructure", label: "Structure tracker", view: "structure", starts: null },
  { id: "updateLedger", label: "Update ledger", view: "structure", starts: "updateLedger" },
  { id: "openReview", label: "Review", view: "review", starts: null },
  { id: "openToday", label: "Today", view: "today", starts: null },
  { id: "openRate", label: "Rate", view: "rate", starts: null },
  { id: "openLeverage", label: "Leverage", view: "leverage", starts: null },
  { id: "openSettings", label: "Settings", view: "settings", starts: null },
];
