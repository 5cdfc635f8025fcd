import { type ReactNode, useEffect, useRef } from "react";

/**
 * The heading of one step of a view. Where a step takes the place of another, its heading takes the focus: the button
 * that was pressed is gone.
 */
export function StepHeading({
  takesFocus,
  children,
}: {
  readonly takesFocus: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useRef(takesFocus);
  useEffect(() => {
    if (wanted.current) heading.current?.focus();
  }, []);
  return (
    <h3 className="step-heading" tabIndex={-1} ref={heading}>
      {children}
    </h3>
  );
}
