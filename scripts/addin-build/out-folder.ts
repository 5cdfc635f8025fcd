import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UserProblem } from "../../analysis/user-problem.ts";

/** Building empties the folder first: it has to be new, empty, or one that was built before. Throws a UserProblem otherwise. */
export function checkOutFolder(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0) return;
  const isBuilt = ["taskpane.html", "functions.json", "assets"].every((name) => existsSync(join(out, name)));
  if (isBuilt) return;
  throw new UserProblem(
    "out-not-empty",
    `${out} holds other files, and building empties the folder. A new or empty folder, or one that was built before, is accepted. Nothing was changed.`,
  );
}
