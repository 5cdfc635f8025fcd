import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { PANE_VIEWS, type PaneView } from "../../commands/pane-view.ts";
import { MoreViews } from "./more-views.tsx";
import { nextView } from "./next-view.ts";
import { useFitting } from "./use-fitting.ts";
import { VIEW_LABELS } from "./view-labels.ts";

/** The ids that tie a tab and its panel together. */
export const tabId = (view: PaneView): string => `tab-${view}`;
export const panelId = (view: PaneView): string => `panel-${view}`;

/**
 * The tabs that have room, in their order; the view that is shown is always one of them.
 *
 * @example viewsInSight(3, "settings") is ["structure", "review", "settings"]
 */
export function viewsInSight(fitting: number, shown: PaneView): readonly PaneView[] {
  const first = PANE_VIEWS.slice(0, fitting);
  return first.includes(shown) ? first : [...first.slice(0, -1), shown];
}

/**
 * The views to choose from in one line: one stop of the Tab key, arrows go between them; those that have no room are in a
 * menu behind. Not Fluent UI's list: that one moves the focus on Tab itself, and so does office.js in Excel on the web;
 * between the two the focus never got out.
 */
export function ViewTabs({
  view,
  onChoose,
}: {
  readonly view: PaneView;
  readonly onChoose: (view: PaneView) => void;
}): ReactNode {
  const { row, fitting } = useFitting<HTMLDivElement>(PANE_VIEWS.length, view);
  const inSight = viewsInSight(fitting, view);
  const others = PANE_VIEWS.filter((name) => !inSight.includes(name));
  const fromMenu = useRef<PaneView | null>(null);
  useEffect(() => {
    if (fromMenu.current !== view) return;
    fromMenu.current = null;
    document.getElementById(tabId(view))?.focus();
  }, [view]);
  const follow = (event: KeyboardEvent, from: PaneView): void => {
    const next = nextView(inSight, from, event.key);
    if (next === null) return;
    event.preventDefault();
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div className="tab-row">
      <div className="tab-line" ref={row}>
        <div role="tablist" aria-label="Views of SCA Ledger" className="tabs">
          {inSight.map((name) => (
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
        {others.length === 0 ? null : (
          <MoreViews
            views={others}
            onChoose={(chosen) => {
              // Its tab takes the place of another, and the focus: the menu is gone.
              fromMenu.current = chosen;
              onChoose(chosen);
            }}
          />
        )}
      </div>
    </div>
  );
}
