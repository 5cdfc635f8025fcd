import { Button, ProgressBar } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Long work: how far it has come, what is being done, and the way to stop it. */
export function WorkNote({
  share,
  what,
  onCancel,
}: {
  /** 0 to 1. */
  readonly share: number;
  readonly what: string;
  readonly onCancel?: () => void;
}): ReactNode {
  return (
    <div className="work">
      <ProgressBar value={share} thickness="large" aria-label={what} />
      <p>{what} …</p>
      {onCancel === undefined ? null : (
        <div className="actions">
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      )}
    </div>
  );
}
