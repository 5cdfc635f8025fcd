import { Button } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";

/**
 * A part that is opened when it is wanted. Not the browser's own `details`: in Excel on the web office.js moves the focus
 * on Tab by a list of its own, which knows no `summary`.
 */
export function Disclosure({
  label,
  isOpenAtFirst = false,
  isForcedOpen = false,
  children,
}: {
  readonly label: string;
  readonly isOpenAtFirst?: boolean;
  /** Opens it while something in it has to be mended. */
  readonly isForcedOpen?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const [isWanted, setWanted] = useState(isOpenAtFirst);
  const isOpen = isWanted || isForcedOpen;
  const id = useId();
  return (
    <div className="stack">
      <div className="actions">
        <Button size="small" aria-expanded={isOpen} aria-controls={id} onClick={() => setWanted(!isOpen)}>
          {`${isOpen ? "Hide" : "Show"} ${label}`}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </div>
  );
}
