import { measureInOnePass } from "../../../analysis/engine/one-pass/measure-in-one-pass.ts";
import { BENCH_AS_OF } from "../large-ledger.ts";
import { printResult } from "./pipeline-result.ts";

/** What `sca measures --only approval,multiple,units` does: with the authorizations looked at too, and what is left out told. */
const days = { given: BENCH_AS_OF, today: BENCH_AS_OF };
const found = await measureInOnePass(process.argv[2] ?? "", days, new Set(["approval", "multiple", "units"]));
printResult(
  (found?.groups ?? []).map(({ key, value: { approval, multiple, units } }) => ({
    payer: key ?? "",
    requests: Object.values(approval.counts).reduce((sum, count) => sum + count, 0),
    decided: approval.decided,
    approvalRate: approval.rate ?? 0,
    approvalLow: approval.interval?.low ?? 0,
    approvalHigh: approval.interval?.high ?? 0,
    multipleWeighted: multiple.weighted ?? 0,
    multipleMedian: multiple.median ?? 0,
    multipleLow: multiple.low ?? 0,
    multipleHigh: multiple.high ?? 0,
    multipleLines: multiple.lines,
    unitYield: units.share ?? 0,
  })),
);
