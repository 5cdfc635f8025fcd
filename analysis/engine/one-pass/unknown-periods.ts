import { LeftOutList } from "../../../sca/ledger/left-out.ts";
import type { PlainText } from "../plain-text.ts";
import { wholes } from "./number-column.ts";
import { readPlainTable } from "./plain-table.ts";
import { TextCodes } from "./text-codes.ts";

/**
 * Tells the authorizations that lines without an outcome name, each so many times, and that the ledger does not have. The
 * ids of its authorizations are read for it: nothing else rests on them, and most ledgers have no such line.
 */
export function tellUnknownPeriods(
  plain: PlainText | undefined,
  named: ReadonlyMap<string, number>,
  leftOut: LeftOutList,
): void {
  if (named.size === 0) return;
  const ids = new TextCodes({ foldsCase: true });
  const codes = new Map([...named.keys()].map((id) => [id, ids.codeOfText(id)]));
  const there = plain === undefined ? new Set<number>() : codesOfPeriods(plain, ids);
  for (const [id, times] of named) {
    if (there.has(codes.get(id) ?? 0)) continue;
    for (let at = 0; at < times; at++) leftOut.add("unknown-period", "ServiceLines", "Period id", id);
  }
}

function codesOfPeriods(plain: PlainText, ids: TextCodes): Set<number> {
  const idAt = wholes();
  const { count, gone } = readPlainTable(
    "AuthorizationPeriods",
    plain,
    ["Period id"],
    (place, cells) => idAt.set(place, cells.code(ids, 0)),
    new LeftOutList(),
  );
  const there = new Set<number>();
  for (let place = 0; place < count; place++) if (!gone.has(place)) there.add(idAt.at(place));
  return there;
}
