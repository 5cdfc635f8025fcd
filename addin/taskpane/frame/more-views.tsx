import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { PaneView } from "../../commands/pane-view.ts";
import { nextView } from "./next-view.ts";
import { VIEW_LABELS } from "./view-labels.ts";

/** The views that have no room in the line of tabs: a menu that is opened and worked by keyboard as by pointer. */
export function MoreViews({
  views,
  onChoose,
}: {
  readonly views: readonly PaneView[];
  readonly onChoose: (view: PaneView) => void;
}): ReactNode {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const itemId = (view: PaneView): string => `${id}-${view}`;
  const focus = (view: PaneView | null | undefined): void => {
    if (view !== null && view !== undefined) document.getElementById(itemId(view))?.focus();
  };
  const first = views[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first takes the focus as the menu opens, not later.
  useEffect(() => {
    if (isOpen) focus(first);
  }, [isOpen]);
  const openByArrow = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setOpen(true);
  };
  const withinMenu = (event: KeyboardEvent, from: PaneView): void => {
    if (event.key === "Escape") {
      // office.js takes it for the way out of the pane.
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    } else {
      const next = nextView(views, from, event.key);
      if (next === null) return;
      focus(next);
    }
    event.preventDefault();
  };
  const left = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    // The button itself closes the menu when it is pressed.
    if (relatedTarget !== button.current && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  // Safari takes the focus away from the menu, and with it the menu, before a press becomes a click.
  const keepFocus = (event: MouseEvent): void => event.preventDefault();
  return (
    <div>
      <button
        ref={button}
        type="button"
        className="more"
        aria-label="More views"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onMouseDown={keepFocus}
        onClick={({ currentTarget }) => {
          setOpen(!isOpen);
          currentTarget.focus();
        }}
        onKeyDown={openByArrow}
      >
        More
      </button>
      {isOpen ? (
        <div role="menu" aria-label="More views" className="more-menu" onBlur={left} onMouseDown={keepFocus}>
          {views.map((view) => (
            <button
              key={view}
              type="button"
              role="menuitem"
              className="more-view"
              id={itemId(view)}
              tabIndex={-1}
              onClick={() => {
                setOpen(false);
                onChoose(view);
              }}
              onKeyDown={(event) => withinMenu(event, view)}
            >
              {VIEW_LABELS[view]}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
