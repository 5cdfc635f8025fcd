import { type ReactNode, useEffect, useId, useRef } from "react";
import type { PaneView } from "../../commands/pane-view.ts";
import { usePane } from "./pane-services.ts";
import { useStore } from "./store.ts";
import { VIEW_LABELS } from "./view-labels.ts";

/** What every view stands in: its heading, which takes the focus when a button leads here, one line of purpose, the content. */
export function ViewFrame({
  view,
  purpose,
  children,
}: {
  readonly view: PaneView;
  readonly purpose?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { navigation } = usePane();
  const { wantsFocus, view: shown } = useStore(navigation.place);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    if (wantsFocus && shown === view && navigation.takeFocus(view)) heading.current?.focus();
  }, [wantsFocus, shown, view, navigation]);
  return (
    <section className="view" aria-labelledby={id}>
      <h2 className="view-heading" id={id} tabIndex={-1} ref={heading}>
        {VIEW_LABELS[view]}
      </h2>
      {purpose === undefined ? null : <p className="muted">{purpose}</p>}
      {children}
    </section>
  );
}
