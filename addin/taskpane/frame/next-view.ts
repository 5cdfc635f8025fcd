import type { PaneView } from "../../commands/pane-view.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The view that a key leads to from the one that has the focus, among those in a row; null for a key that leads to none. */
export function nextView(views: readonly PaneView[], from: PaneView, key: string): PaneView | null {
  if (key === "Home") return views[0] ?? null;
  if (key === "End") return views.at(-1) ?? null;
  const step = STEPS[key];
  return step === undefined ? null : (views.at((views.indexOf(from) + step) % views.length) ?? null);
}
