import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { functionMetadata } from "./function-metadata.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const README = readFileSync(join(ROOT, "addin", "README.md"), "utf8");

describe("the add-in's README", () => {
  it("names scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...README.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it("shows every function with its parameters, and no other", async () => {
    const { functions } = await functionMetadata(ROOT);
    const calls = functions.map(({ name, parameters }) => {
      return `=SCA.${name}(${parameters.map((one) => (one.optional === true ? `[${one.name}]` : one.name)).join(", ")})`;
    });
    const shown = [...README.matchAll(/`(=SCA\.\w+\([^`]*\))`/g)].map((match) => match[1] ?? "");
    expect([...shown].sort()).toEqual([...calls].sort());
  });

  it("links to files that are there, and outside to Microsoft only", () => {
    for (const [, link = ""] of README.matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https:/.test(link)) expect(new URL(link).hostname).toMatch(/^(learn|admin)\.microsoft\.com$/);
      else expect(existsSync(join(ROOT, "addin", link)), link).toBe(true);
    }
  });
});
