import type { PaneView } from "../../commands/pane-view.ts";

/** The views' names on their tabs and as their headings. */
export const VIEW_LABELS: Readonly<Record<PaneView, string>> = {
  structure: "Structure",
  review: "Review",
  today: "Today",
  rate: "Rate",
  leverage: "Leverage",
  settings: "Settings",
};
