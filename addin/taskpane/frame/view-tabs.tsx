import { Tab, TabList } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { PANE_VIEWS, type PaneView } from "../../commands/pane-view.ts";
import { VIEW_LABELS } from "./view-labels.ts";

/** The ids that tie a tab and its panel together. */
export const tabId = (view: PaneView): string => `tab-${view}`;
export const panelId = (view: PaneView): string => `panel-${view}`;

/** The views to choose from: one stop of the Tab key, arrows go between them; in a narrow pane they wrap to more lines. */
export function ViewTabs({
  view,
  onChoose,
}: {
  readonly view: PaneView;
  readonly onChoose: (view: PaneView) => void;
}): ReactNode {
  return (
    <TabList
      className="tabs"
      size="small"
      selectedValue={view}
      onTabSelect={(_, { value }) => {
        const chosen = PANE_VIEWS.find((name) => name === value);
        if (chosen !== undefined) onChoose(chosen);
      }}
      aria-label="Views of SCA Ledger"
    >
      {PANE_VIEWS.map((name) => (
        <Tab key={name} value={name} id={tabId(name)} aria-controls={panelId(name)}>
          {VIEW_LABELS[name]}
        </Tab>
      ))}
    </TabList>
  );
}
