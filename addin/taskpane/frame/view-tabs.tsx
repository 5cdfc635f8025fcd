import type { KeyboardEvent, ReactNode } from "react";
import { PANE_VIEWS, type PaneView } from "../../commands/pane-view.ts";
import { VIEW_LABELS } from "./view-labels.ts";

/** The ids that tie a tab and its panel together. */
export const tabId = (view: PaneView): string => `tab-${view}`;
export const panelId = (view: PaneView): string => `panel-${view}`;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The tab that a key leads to from the one that has the focus; null for a key that leads to none. */
export function nextTab(from: PaneView, key: string): PaneView | null {
  if (key === "Home") return PANE_VIEWS[0];
  if (key === "End") return PANE_VIEWS.at(-1) ?? null;
  const step = STEPS[key];
  return step === undefined ? null : (PANE_VIEWS.at((PANE_VIEWS.indexOf(from) + step) % PANE_VIEWS.length) ?? null);
}

/**
 * The views to choose from: one stop of the Tab key, arrows go between them; in a narrow pane they wrap to more lines.
 * Not Fluent UI's list: that one moves the focus on Tab itself, and so does office.js in Excel on the web; between the two
 * the focus never got out.
 */
export function ViewTabs({
  view,
  onChoose,
}: {
  readonly view: PaneView;
  readonly onChoose: (view: PaneView) => void;
}): ReactNode {
  const follow = (event: KeyboardEvent, from: PaneView): void => {
    const next = nextTab(from, event.key);
    if (next === null) return;
    event.preventDefault();
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div role="tablist" aria-label="Views of SCA Ledger" className="tabs">
      {PANE_VIEWS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-controls={panelId(name)}
          aria-selected={name === view}
          tabIndex={name === view ? 0 : -1}
          onClick={() => onChoose(name)}
          onKeyDown={(event) => follow(event, name)}
        >
          {VIEW_LABELS[name]}
        </button>
      ))}
    </div>
  );
}
