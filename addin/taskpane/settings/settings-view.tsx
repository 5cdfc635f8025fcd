import type { ReactNode } from "react";
import { ViewFrame } from "../frame/view-frame.tsx";
import { WithLedger } from "../parts/with-ledger.tsx";
import { HolidayPart } from "./holiday-part.tsx";
import { LedgerSettings } from "./ledger-settings.tsx";
import { MedicarePart } from "./medicare-part.tsx";

/** The view "Settings": Medicare's files, and what the ledger's formulas count with. */
export function SettingsView(): ReactNode {
  return (
    <ViewFrame view="settings">
      <MedicarePart />
      <WithLedger>
        {(content) => (
          <>
            <LedgerSettings content={content} />
            <HolidayPart content={content} />
          </>
        )}
      </WithLedger>
    </ViewFrame>
  );
}
