import type { ReactNode } from "react";
import { ViewFrame } from "../frame/view-frame.tsx";
import { WithLedger } from "../parts/with-ledger.tsx";

/** The view "Review". */
export function ReviewView(): ReactNode {
  return (
    <ViewFrame view="review">
      <WithLedger>{() => <p>The questions stand in the sheet Review.</p>}</WithLedger>
    </ViewFrame>
  );
}
