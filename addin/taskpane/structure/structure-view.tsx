import type { ReactNode } from "react";
import { ViewFrame } from "../frame/view-frame.tsx";
import { EmptyNote } from "../parts/empty-note.tsx";

/** The view "Structure". */
export function StructureView(): ReactNode {
  return (
    <ViewFrame view="structure">
      <EmptyNote title="Not in this version">This view comes with a later version of SCA Ledger.</EmptyNote>
    </ViewFrame>
  );
}
