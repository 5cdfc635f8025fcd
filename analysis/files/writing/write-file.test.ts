import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserProblem } from "../../user-problem.ts";
import { writeFileAtomically } from "./write-file.ts";

const BYTES = new TextEncoder().encode("the ledger");
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sca-write-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function problemOf(writing: Promise<void>): Promise<UserProblem> {
  const error: unknown = await writing.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof UserProblem) return error;
  throw new Error("no problem was reported");
}

describe("a file is written whole or not at all", () => {
  it("writes a new file and leaves nothing else in the folder", async () => {
    await writeFileAtomically(join(folder, "a.ledger.xlsx"), BYTES, { overwrite: false });
    expect(await readFile(join(folder, "a.ledger.xlsx"), "utf8")).toBe("the ledger");
    expect(await readdir(folder)).toEqual(["a.ledger.xlsx"]);
  });

  it("replaces a file and keeps its permissions", async () => {
    const path = join(folder, "a.xlsx");
    await writeFile(path, "old");
    await chmod(path, 0o640);
    await writeFileAtomically(path, BYTES);
    expect(await readFile(path, "utf8")).toBe("the ledger");
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(["a.xlsx"]);
  });

  it("leaves an existing file alone unless it may be replaced", async () => {
    const path = join(folder, "a.xlsx");
    await writeFile(path, "old");
    const problem = await problemOf(writeFileAtomically(path, BYTES, { overwrite: false }));
    expect(problem.code).toBe("output-exists");
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["a.xlsx"]);
  });

  it("writes to the file that a link leads to", async () => {
    await writeFile(join(folder, "real.xlsx"), "old");
    await symlink(join(folder, "real.xlsx"), join(folder, "link.xlsx"));
    await writeFileAtomically(join(folder, "link.xlsx"), BYTES);
    expect(await readFile(join(folder, "real.xlsx"), "utf8")).toBe("the ledger");
  });

  it("says when the folder is missing, the name is a folder's, or the path leads through a file", async () => {
    await mkdir(join(folder, "sub"));
    await writeFile(join(folder, "file"), "");
    const missing = await problemOf(writeFileAtomically(join(folder, "none", "a.xlsx"), BYTES));
    expect([missing.code, missing.message]).toEqual([
      "no-folder",
      `${join(folder, "none", "a.xlsx")}: the folder does not exist. Make it first, or choose another place. Nothing was written there.`,
    ]);
    expect((await problemOf(writeFileAtomically(join(folder, "sub"), BYTES))).code).toBe("is-folder");
    expect((await problemOf(writeFileAtomically(join(folder, "file", "a.xlsx"), BYTES))).code).toBe("no-folder");
    expect((await readdir(folder)).sort()).toEqual(["file", "sub"]);
  });

  it("does not touch a file that is marked read-only", async () => {
    const path = join(folder, "a.xlsx");
    await writeFile(path, "old");
    await chmod(path, 0o444);
    expect((await problemOf(writeFileAtomically(path, BYTES))).code).toBe("read-only");
    expect(await readFile(path, "utf8")).toBe("old");
  });

  it("says when the name is too long", async () => {
    expect((await problemOf(writeFileAtomically(join(folder, `${"a".repeat(300)}.xlsx`), BYTES))).code).toBe(
      "bad-name",
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
