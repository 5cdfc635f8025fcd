import { Button, ProgressBar } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { asSentence } from "./as-sentence.ts";

/** Long work: how far it has come, what is being done, and the way to stop it. */
export function WorkNote({
  share,
  what,
  onCancel,
}: {
  /** 0 to 1. */
  readonly share: number;
  readonly what: string;
  readonly onCancel?: (() => void) | undefined;
}): ReactNode {
  // Where Excel is at work, it stops between two steps.
  const [isStopping, setStopping] = useState(false);
  const words = isStopping ? "Stopping" : asSentence(what);
  return (
    <div className="work">
      <ProgressBar value={share} thickness="large" aria-label={words} />
      <p>{words} …</p>
      {onCancel === undefined ? null : (
        <div className="actions">
          <Button
            disabledFocusable={isStopping}
            onClick={() => {
              setStopping(true);
              onCancel();
            }}
          >
            Cancel
          </Button>
        </div>
      )}
    </div>
  );
}
