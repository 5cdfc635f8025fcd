import { basename } from "node:path";
import { keyOf, tableLike } from "../../sca/ledger/ledger-gaps.ts";
import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { NAME_PREFIX, readTable } from "../../sca/ledger/read-ledger.ts";
import type { LedgerContent } from "../../sca/ledger/workbook-plan.ts";
import { OtherKindOfFile, recogniseFile } from "../files/reading/file-kind.ts";
import { ledgerTableOfFile } from "../files/reading/ledger-folder.ts";
import { UserProblem } from "../user-problem.ts";

/** What a command that counts takes. */
const TAKEN = "This takes a ledger: an .xlsx or .xlsm workbook with a table Cases, or a folder of its tables as .csv.";

/** The same problem of a file, with what is taken in place of a tracker. */
export function asLedgerProblem(problem: UserProblem): UserProblem {
  if (!(problem instanceof OtherKindOfFile)) return problem;
  return new UserProblem(problem.code, `${problem.found} ${TAKEN} ${problem.advice}`.trim());
}

/** Why a file that can be read is no ledger: another kind of file, or a workbook whose table Cases is not there. */
export function noLedgerIn(path: string, bytes: Uint8Array, content: LedgerContent | null): UserProblem {
  const file = basename(path);
  const make = `If it is your tracker, make a ledger of it first: npm run --silent sca -- structure ${file}`;
  const problem = (words: string): UserProblem => new UserProblem("no-ledger", `${file}: ${words}`);
  if (content !== null) return problem(missingCases(content) ?? `there is no ledger in it. ${TAKEN} ${make}`);
  if (recogniseFile(bytes).kind !== "text") {
    return problem(
      `this is a workbook of an older kind (.xls or .xlsb). If it is the ledger, open it in Excel and use "Save As", type "Excel Workbook (.xlsx)". ${make}`,
    );
  }
  const table = ledgerTableOfFile(file);
  return problem(
    table === null
      ? `there is no ledger in it, but a text. ${TAKEN} ${make}`
      : `this is one table of a ledger. Name the folder in which it lies, so that the others are found.`,
  );
}

/** A ledger of which the table Cases is gone, or has no column for the ids; null where there is no trace of one. */
export function missingCases(content: LedgerContent): string | null {
  const { tables } = content;
  const cases = tables.get(`${NAME_PREFIX}Cases`) ?? tables.get("Cases");
  if (cases !== undefined) {
    const key = keyOf("Cases");
    const found = cases.headings.filter((heading) => heading !== "").slice(0, 4);
    return `the table Cases has no column "${key}", so nothing can be counted. ${found.length === 0 ? "It is empty." : `Its first row holds ${found.join(", ")}.`} Give the column of the case ids its name back, in the first row: ${key}.`;
  }
  const like = tableLike(content, "Cases");
  if (like !== null) {
    return `there is no table Cases, so nothing can be counted. The table ${like} has its columns: give it its name back, Cases (click into it, Table Design, Table Name).`;
  }
  const isLedger = LEDGER_TABLES.some(({ name }) => name !== "Cases" && readTable(content, name) !== null);
  if (!isLedger) return null;
  return "the ledger's table Cases is gone, so nothing can be counted. If its sheet is still there, click into it, choose Insert, Table, and name the table Cases; else update the ledger from the tracker.";
}
