import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the focus with a list of rows that are added and removed: the first field of a row that was added takes it, and
 * where one was removed the list's own button for adding, the last in it.
 */
export function useRowFocus<Root extends HTMLElement>(
  count: number,
): { readonly root: RefObject<Root | null>; readonly changed: () => void } {
  const root = useRef<Root>(null);
  const before = useRef<number | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = null;
    if (last === null || last === count) return;
    const rows = root.current?.querySelectorAll<HTMLElement>("[data-row]");
    const added = count > last ? rows?.[rows.length - 1] : undefined;
    const button = [...(root.current?.querySelectorAll<HTMLElement>("button") ?? [])].at(-1);
    (added?.querySelector<HTMLElement>("input") ?? button)?.focus();
  }, [count]);
  return {
    root,
    /** To be called where a person adds or removes a row: rows that come from elsewhere take no focus. */
    changed: () => {
      before.current = count;
    },
  };
}
