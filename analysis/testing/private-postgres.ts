import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VERSIONS = "/usr/lib/postgresql";
const OWNER = "postgres";

/** Where PostgreSQL's programs are; null where it is not installed. */
export function postgresPrograms(): string | null {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const found = versions
    .map((version) => join(VERSIONS, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
  if (found === undefined) process.stderr.write("skipped: PostgreSQL is not installed\n");
  return found ?? null;
}

/** A PostgreSQL of its own in a new folder, for tests: reached by a socket in that folder alone, never over a network. */
export class PrivatePostgres {
  readonly #bin: string;
  readonly folder: string;

  constructor(bin: string) {
    this.#bin = bin;
    this.folder = mkdtempSync(join(tmpdir(), "sca-postgres-"));
    if (process.getuid?.() === 0) {
      const [user = "0", group = "0"] = ["-u", "-g"].map((which) =>
        execFileSync("id", [which, OWNER], { encoding: "utf8" }).trim(),
      );
      chownSync(this.folder, Number(user), Number(group));
    }
    const data = join(this.folder, "data");
    this.#run("initdb", ["-D", data, "-A", "trust", "-U", OWNER, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
    const options = `-c listen_addresses='' -c unix_socket_directories='${this.folder}' -c fsync=off`;
    this.#run("pg_ctl", ["-D", data, "-w", "-l", join(this.folder, "log"), "-o", options, "start"]);
  }

  /** Runs statements and answers with what they print, rows as tab-separated text. */
  query(statements: string, input?: string): string {
    const line = [
      "-h",
      this.folder,
      "-U",
      OWNER,
      "-d",
      "postgres",
      "-X",
      "-q",
      "-A",
      "-t",
      "-v",
      "ON_ERROR_STOP=1",
      "-c",
      statements,
    ];
    return this.#run("psql", line, input);
  }

  stop(): void {
    this.#run("pg_ctl", ["-D", join(this.folder, "data"), "-m", "immediate", "stop"]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** PostgreSQL refuses to run as root. */
  #run(program: string, line: readonly string[], input?: string): string {
    const path = join(this.#bin, program);
    const [command, all] =
      process.getuid?.() === 0 ? ["runuser", ["-u", OWNER, "--", path, ...line]] : [path, [...line]];
    const text = input ?? "";
    return (
      execFileSync(command as string, all as string[], {
        encoding: "utf8",
        input: text,
        cwd: this.folder,
        stdio: ["pipe", program === "pg_ctl" ? "ignore" : "pipe", "pipe"],
      }) ?? ""
    );
  }
}
