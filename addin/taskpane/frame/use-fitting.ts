import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * How many of a row's things fit into it, at least one. All are put in first, and one is taken out after the other while
 * the row is too full; anew whenever its width changes or `change` does, and where its letters grow. The row has to hide
 * what reaches over its end, and what it holds has to stand in its first child.
 */
export function useFitting<Row extends HTMLElement>(
  count: number,
  change: unknown,
): { readonly row: RefObject<Row | null>; readonly fitting: number } {
  const row = useRef<Row>(null);
  const [fitting, setFitting] = useState(count);
  const [width, setWidth] = useState(0);
  const [overfull, setOverfull] = useState(0);
  useEffect(() => {
    const line = row.current;
    if (line === null) return;
    const watched = new ResizeObserver(() => {
      setWidth(line.clientWidth);
      if (line.scrollWidth > line.clientWidth) setOverfull((times) => times + 1);
    });
    watched.observe(line);
    if (line.firstElementChild !== null) watched.observe(line.firstElementChild);
    return () => watched.disconnect();
  }, []);
  const before = useRef({ change, width });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is found too full, one more is taken out.
  useLayoutEffect(() => {
    const isNew = before.current.change !== change || before.current.width !== width;
    before.current = { change, width };
    const { scrollWidth = 0, clientWidth = 0 } = row.current ?? {};
    if (isNew && fitting < count) setFitting(count);
    else if (scrollWidth > clientWidth && fitting > 1) setFitting(fitting - 1);
  }, [change, width, fitting, count, overfull]);
  return { row, fitting };
}
