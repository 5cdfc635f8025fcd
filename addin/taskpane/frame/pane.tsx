import { FluentProvider } from "@fluentui/react-components";
import { type ReactNode, Suspense } from "react";
import { PANE_VIEWS } from "../../commands/pane-view.ts";
import { BusyNote } from "../parts/busy-note.tsx";
import { PaneContext, type PaneServices } from "./pane-services.ts";
import { FLUENT_THEMES, type ThemeName } from "./pane-theme.ts";
import { type Store, useStore } from "./store.ts";
import { ViewBoundary } from "./view-boundary.tsx";
import { VIEW_LABELS } from "./view-labels.ts";
import { VIEWS } from "./view-list.ts";
import { panelId, tabId, ViewTabs } from "./view-tabs.tsx";

/** What was said last; the turn tells that it was said anew where the words are the same. */
export interface Said {
  readonly words: string;
  readonly turn: number;
}

export interface PaneProps {
  readonly services: PaneServices;
  readonly theme: Store<ThemeName>;
  readonly status: Store<Said>;
}

/** The whole pane: tabs, the views that were visited, and what was last said. A view that is left stays as it is. */
export function Pane({ services, theme, status }: PaneProps): ReactNode {
  const name = useStore(theme);
  const { view: shown, visited } = useStore(services.navigation.place);
  return (
    <FluentProvider theme={FLUENT_THEMES[name]} className="pane" data-theme={name}>
      <PaneContext value={services}>
        <header>
          <h1 className="unseen">SCA Ledger</h1>
          <ViewTabs view={shown} onChoose={services.navigation.choose} />
        </header>
        <main>
          {PANE_VIEWS.map((view) => {
            const View = VIEWS[view];
            const label = VIEW_LABELS[view];
            return (
              <div key={view} id={panelId(view)} role="tabpanel" aria-labelledby={tabId(view)} hidden={view !== shown}>
                {visited.has(view) ? (
                  <ViewBoundary label={label}>
                    <Suspense fallback={<BusyNote what={`Opening ${label}`} />}>
                      <View />
                    </Suspense>
                  </ViewBoundary>
                ) : null}
              </div>
            );
          })}
        </main>
        <StatusLine status={status} />
      </PaneContext>
    </FluentProvider>
  );
}

/** Read out when it changes; the element has to be there before its text. */
function StatusLine({ status }: { readonly status: Store<Said> }): ReactNode {
  const { words, turn } = useStore(status);
  return (
    <footer>
      <p className="status" role="status" aria-live="polite">
        <span key={turn}>{words}</span>
      </p>
    </footer>
  );
}
