import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CUSTOM_FUNCTIONS } from "../../addin/functions/associate-functions.ts";
import { type FunctionMetadata, functionMetadata } from "./function-metadata.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");

describe("what Excel is told of the custom functions", () => {
  let metadata: FunctionMetadata;
  beforeAll(async () => {
    metadata = await functionMetadata(ROOT);
  });

  it("are these, with these parameters: a change here changes formulas in users' workbooks", () => {
    const { functions } = JSON.parse(metadata.json) as {
      functions: {
        name: string;
        options?: { volatile?: boolean };
        parameters: { name: string; optional?: boolean }[];
      }[];
    };
    const calls = functions.map(({ name, parameters, options }) => {
      const words = parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
      return `SCA.${name}(${words.join(", ")})${options?.volatile === true ? " each time" : ""}`;
    });
    expect(calls).toEqual([
      "SCA.DAYSLEFT(lastDay, [asOf]) each time",
      "SCA.UNITSLEFT(authorized, used)",
      "SCA.REQUESTBY(lastDay, leadDays, [holidays])",
      "SCA.RUNSOUT(firstDay, lastDay, authorized, used, countedTo)",
      "SCA.WILSONLOW(yes, of)",
      "SCA.WILSONHIGH(yes, of)",
      "SCA.EXPECTED(rate, model, units, [medicare], [billed])",
      "SCA.FLOOR(staff, overhead, facility, [marginPercent])",
      "SCA.COUNTER(opening, target, [lowest], [asks], [offers])",
      "SCA.MEDICARE(code, day, [place], [setting], [modifiers])",
      "SCA.MULTIPLE(rate, code, day, [place], [setting], [modifiers])",
    ]);
  });

  it("all take and give ranges of anything, so that arrays spill, and have help for each parameter", () => {
    const { functions } = JSON.parse(metadata.json) as {
      functions: {
        id: string;
        name: string;
        description: string;
        result: unknown;
        parameters: { description: string; type: string; dimensionality: string }[];
      }[];
    };
    for (const { id, name, description, result, parameters } of functions) {
      // Words behind the tag would become the name that is shown.
      expect(name).toBe(id);
      expect(description.length, id).toBeGreaterThan(20);
      expect(description, id).not.toContain("\n");
      expect(result, id).toEqual({ dimensionality: "matrix" });
      for (const parameter of parameters) {
        expect(parameter).toMatchObject({ type: "any", dimensionality: "matrix" });
        expect(parameter.description, id).toMatch(/^[A-Z"].{5,150}\.$/);
      }
    }
  });

  it("have their code under the same id", () => {
    const named = [...CUSTOM_FUNCTIONS].map(([id, run]) => ({ id, functionName: run.name }));
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    expect([...metadata.associated].sort(byId)).toEqual(named.sort(byId));
  });
});
