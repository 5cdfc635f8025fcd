import { expect, it } from "vitest";
import { accessSettings } from "./access-settings.ts";
import { CARE_KIND, PLAN_STATE } from "./settings.ts";

it.each([
  ["MD", "Behavioral health", "MD", "behavioralHealth"],
  ["new york", "mental health", "NY", "behavioralHealth"],
  ["D.C.", "Specialist", "DC", "specialist"],
  ["tx", "primary care", "TX", "primaryCare"],
  ["Atlantis", "dance", null, null],
  [null, null, null, null],
])("Settings with %s and %s mean %s and %s", (state, care, letters, kind) => {
  const values = new Map([
    [PLAN_STATE, state],
    [CARE_KIND, care],
  ]);
  expect(accessSettings(values)).toEqual({ state: letters, care: kind });
});
