import type { ReactNode } from "react";

/** Nothing is here yet: why, and what to do, with the button for it. */
export function EmptyNote({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <div className="empty">
      <h3>{title}</h3>
      <p>{children}</p>
      {action === undefined ? null : <div className="actions">{action}</div>}
    </div>
  );
}
