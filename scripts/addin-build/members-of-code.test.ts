import { resolve } from "node:path";
import { expect, it } from "vitest";
import { membersOfCode } from "./members-of-code.ts";

it("the manifest is checked against what the code uses: tables are made, and resized only where Excel can", () => {
  const members = membersOfCode(resolve(import.meta.dirname, "..", ".."));
  expect(members.length).toBeGreaterThan(50);
  expect(members).toContainEqual({ member: "Table.resize", set: "1.13", isFeatureTested: true });
}, 60_000);
