import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { workOut } from "../background/ledger-work.ts";
import { makeReport } from "../background/report-work.ts";
import { structureInPane } from "../background/structure-work.ts";
import { createLedgerStore } from "../frame/ledger-store.ts";
import { createMedicareShelf } from "../frame/medicare-shelf.ts";
import { createNavigation } from "../frame/navigation.ts";
import { PaneContext, type PaneServices } from "../frame/pane-services.ts";
import { createStore } from "../frame/store.ts";
import { createStructuring } from "../structure/structuring.ts";
import type { FakeWorkbook } from "./fake-workbook.ts";

/** The services of a pane around a workbook in memory; the long work runs in the test's own process. */
export function paneServices(workbook: FakeWorkbook, asOf: CalendarDate): PaneServices {
  const ledger = createLedgerStore(workbook);
  const medicare = createMedicareShelf();
  const trackerChanged = createStore(false);
  const shared = { workbook, ledger, medicare, trackerChanged, today: () => asOf, say: () => {} };
  const structuring = createStructuring({
    ...shared,
    personChanges: createStore<number | null>(0),
    medicareReady: async () => {},
    run: async (request, progress) => structureInPane(request, progress),
  });
  return {
    ...shared,
    navigation: createNavigation(),
    structuring,
    workOut: async (question) => workOut(question),
    makeReport,
  };
}

/** A part of the pane as HTML, as it first shows; without the theme. */
export function rendered(services: PaneServices, part: ReactNode): string {
  const html = renderToStaticMarkup(
    <FluentProvider theme={webLightTheme}>
      <PaneContext value={services}>{part}</PaneContext>
    </FluentProvider>,
  );
  return html.replace(/<style[^>]*>.*?<\/style>/gs, "");
}
