import { Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Something is being loaded or read: what, in words. */
export function BusyNote({ what }: { readonly what: string }): ReactNode {
  return (
    <div className="busy">
      <Spinner size="tiny" label={`${what} …`} />
    </div>
  );
}
