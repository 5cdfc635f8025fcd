import { measureFolder } from "../../../analysis/engine/measure-folder.ts";
import { BENCH_AS_OF } from "../large-ledger.ts";
import { printResult } from "./pipeline-result.ts";

/** What `sca measures` does with the whole folder: every measure, and what is left out. */
await measureFolder(process.argv[2] ?? "", { given: BENCH_AS_OF, today: BENCH_AS_OF }, () => undefined);
printResult(null);
