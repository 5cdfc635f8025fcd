import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

/** A line on the console in a test is a fault: the code prints through what it is handed, or it says nothing. */
let spies: MockInstance[] = [];

beforeEach(() => {
  spies = (["debug", "error", "info", "log", "warn"] as const).map((method) => vi.spyOn(console, method));
});

afterEach(() => {
  for (const spy of spies) {
    const calls = [...spy.mock.calls];
    spy.mockRestore();
    expect(calls, `console.${spy.getMockName()} was called`).toEqual([]);
  }
});
