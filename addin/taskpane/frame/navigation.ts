import { PANE_VIEWS, type PaneView } from "../../commands/pane-view.ts";
import type { PaneTask } from "../../commands/ribbon-commands.ts";
import { createStore, type Store } from "./store.ts";

/** Where the pane is, and what was asked of it. */
export interface Place {
  readonly view: PaneView;
  /** Views that were shown: they stay as they were left. */
  readonly visited: ReadonlySet<PaneView>;
  /** What the view is to start by itself; taken by the view once. */
  readonly task: PaneTask | null;
  /** True until the view's heading has taken the focus: the way here was a button outside of the pane or in another view. */
  readonly wantsFocus: boolean;
}

/** Goes from view to view. */
export interface Navigation {
  readonly place: Store<Place>;
  /** From a ribbon button or from within a view: the focus goes to the view's heading. */
  open(view: PaneView, task?: PaneTask | null): void;
  /** From the tabs: the focus stays there. */
  choose(view: PaneView): void;
  /** The task that the view is to start, once. */
  takeTask(view: PaneView): PaneTask | null;
  /** True once for the view that is to take the focus. */
  takeFocus(view: PaneView): boolean;
}

/**
 * Starts at the first view.
 *
 * @example const way = createNavigation(); way.open("review"); way.place.get().view is "review"
 */
export function createNavigation(first: PaneView = PANE_VIEWS[0]): Navigation {
  const place = createStore<Place>({ view: first, visited: new Set([first]), task: null, wantsFocus: false });
  const go = (view: PaneView, task: PaneTask | null, wantsFocus: boolean): void =>
    place.set({ view, visited: new Set([...place.get().visited, view]), task, wantsFocus });
  return {
    place,
    open: (view, task = null) => go(view, task, true),
    choose: (view) => go(view, null, false),
    takeTask: (view) => {
      const { task, ...now } = place.get();
      if (task === null || now.view !== view) return null;
      place.set({ ...now, task: null });
      return task;
    },
    takeFocus: (view) => {
      const now = place.get();
      if (!now.wantsFocus || now.view !== view) return false;
      place.set({ ...now, wantsFocus: false });
      return true;
    },
  };
}
