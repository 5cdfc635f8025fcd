import { createContext, useContext, useEffect } from "react";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { MendableWorkbook } from "../../excel/excel-workbook.ts";
import type { WorkOut } from "../background/ledger-work.ts";
import type { MakeReport } from "../background/report-work.ts";
import type { Structuring } from "../structure/structuring.ts";
import type { LedgerState, LedgerStore } from "./ledger-store.ts";
import type { MedicareShelf } from "./medicare-shelf.ts";
import type { Navigation } from "./navigation.ts";
import { type Store, useStore } from "./store.ts";

/** What every view works with. */
export interface PaneServices {
  readonly workbook: MendableWorkbook;
  readonly ledger: LedgerStore;
  readonly medicare: Store<MedicareShelf>;
  readonly navigation: Navigation;
  readonly structuring: Structuring;
  readonly workOut: WorkOut;
  readonly makeReport: MakeReport;
  /** True once a person changed the tracker after this session last structured it. */
  readonly trackerChanged: Store<boolean>;
  /** The day on the user's machine. */
  today(): CalendarDate;
  /** Says a sentence to people who do not see the screen, and shows it at the foot of the pane. */
  say(sentence: string): void;
}

export const PaneContext = createContext<PaneServices | null>(null);

/** The services of the pane around a view. */
export function usePane(): PaneServices {
  const services = useContext(PaneContext);
  if (services === null) throw new Error("a view stands outside of the pane");
  return services;
}

/** The workbook's ledger, read when the first view asks for it. */
export function useLedger(): LedgerState {
  const { ledger } = usePane();
  useEffect(() => ledger.ensure(), [ledger]);
  return useStore(ledger.state);
}
