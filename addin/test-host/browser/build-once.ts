import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { buildAddin } from "../../../scripts/addin-build/build-addin.ts";
import { buildPages } from "../../../scripts/addin-build/build-pages.ts";
import { findChromium, NO_CHROMIUM } from "./chromium.ts";
import { ADDIN_HOST } from "./excel-page.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

declare module "vitest" {
  interface ProvidedContext {
    /** The folder that an organization would serve. */
    readonly builtAddin: string;
  }
}

/** Builds what ships, once for all the tests in Chromium. */
export default async function buildOnce({ provide }: TestProject): Promise<() => void> {
  if (findChromium() === null) throw new Error(NO_CHROMIUM);
  const folder = mkdtempSync(join(tmpdir(), "sca-addin-"));
  await buildAddin(ROOT, { host: ADDIN_HOST, out: join(folder, "dist") });
  await buildPages(ROOT, join(folder, "dist"), "recorder");
  provide("builtAddin", join(folder, "dist"));
  return () => rmSync(folder, { recursive: true, force: true });
}
