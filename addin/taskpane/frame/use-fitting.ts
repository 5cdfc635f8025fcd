import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * How many of a row's things fit into it, at least one. All are put in first, and one is taken out after the other while
 * the row is too full; anew whenever its width changes or `change` does. Settled before anything is drawn. The row has to
 * hide what reaches over its end.
 */
export function useFitting<Row extends HTMLElement>(
  count: number,
  change: unknown,
): { readonly row: RefObject<Row | null>; readonly fitting: number } {
  const row = useRef<Row>(null);
  const [fitting, setFitting] = useState(count);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (row.current === null) return;
    const watched = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watched.observe(row.current);
    return () => watched.disconnect();
  }, []);
  const before = useRef({ change, width });
  useLayoutEffect(() => {
    const isNew = before.current.change !== change || before.current.width !== width;
    before.current = { change, width };
    const { scrollWidth = 0, clientWidth = 0 } = row.current ?? {};
    if (isNew && fitting < count) setFitting(count);
    else if (scrollWidth > clientWidth && fitting > 1) setFitting(fitting - 1);
  }, [change, width, fitting, count]);
  return { row, fitting };
}
