import type { ReactNode } from "react";
import { ViewFrame } from "../frame/view-frame.tsx";
import { EmptyNote } from "../parts/empty-note.tsx";

/** The view "Rate". */
export function RateView(): ReactNode {
  return (
    <ViewFrame view="rate">
      <EmptyNote title="Not in this version">This view comes with a later version of SCA Ledger.</EmptyNote>
    </ViewFrame>
  );
}
