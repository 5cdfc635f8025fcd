import { afterEach, expect } from "vitest";
import { takeUnmodelled } from "./unmodelled.ts";

/** Code may catch an error and go on: what the host does not model fails the test all the same. */
afterEach(() => {
  expect(takeUnmodelled(), "the test host met what it does not model").toEqual([]);
});
