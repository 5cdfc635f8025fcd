import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const SHARED = resolve(import.meta.dirname, "..", "..", "shared");

/**
 * The path of an example that lies beside the project, in `../shared`, or null where it is absent: the tests that read
 * examples then skip, and say so once for each path. Only tests may ask.
 *
 * @example
 * const files = sharedExamples("trackers", "files");
 * describe.skipIf(files === null)("the example trackers", () => { … });
 */
export function sharedExamples(...path: readonly string[]): string | null {
  const found = join(SHARED, ...path);
  if (existsSync(found)) return found;
  process.stderr.write(`skipped: ../shared/${path.join("/")} is not on this machine\n`);
  return null;
}
