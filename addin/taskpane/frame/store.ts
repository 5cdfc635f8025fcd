import { useSyncExternalStore } from "react";

/** A value that views show and that others change: the pane's state outside of any view. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  /** Calls `listener` after each change; answers with how to stop. */
  subscribe(listener: () => void): () => void;
}

/**
 * A store with its first value. Setting the same value tells nobody.
 *
 * @example const count = createStore(0); count.set(1); count.get() is 1
 */
export function createStore<Value>(first: Value): Store<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The store's value in a component, which is shown anew when it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
