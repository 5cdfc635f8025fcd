import { afterEach, beforeEach, expect, vi } from "vitest";

/** A line on the console in a test is a fault: the code prints through what it is handed, or it says nothing. */
const METHODS = ["debug", "error", "info", "log", "warn"] as const;

beforeEach(() => {
  for (const method of METHODS) vi.spyOn(console, method);
});

afterEach(() => {
  for (const method of METHODS) {
    const spy = vi.mocked(console[method]);
    const calls = spy.mock.calls;
    spy.mockRestore();
    expect(calls, `console.${method} was called`).toEqual([]);
  }
});
