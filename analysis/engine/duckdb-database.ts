import { totalmem } from "node:os";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/**
 * Runs work in a database of its own that lives in memory alone and ends with it: no file is written, also not where
 * memory runs short, no extension is loaded or looked for, and nothing is asked of a network.
 */
export async function inDatabase<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    memory_limit: `${Math.max(512, Math.floor(totalmem() / 2 ** 21))}MiB`,
    temp_directory: "",
    allocator_flush_threshold: "8MB",
  });
  try {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}
