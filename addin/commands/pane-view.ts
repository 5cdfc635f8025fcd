/** The views of the pane, in the order of the ribbon. */
export const PANE_VIEWS = ["structure", "review", "today", "rate", "leverage", "settings"] as const;
export type PaneView = (typeof PANE_VIEWS)[number];
