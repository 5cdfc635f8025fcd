import { realpath } from "node:fs/promises";
import { basename } from "node:path";
import { type BatchTerms, priceBatchRow } from "../../sca/medicare/batch.ts";
import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { benchmarkWith } from "../../sca/medicare/price.ts";
import { readFileBytes } from "../files/reading/read-tracker.ts";
import { decodeText } from "../files/reading/text-encoding.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { answeredTable, isAnswered } from "../medicare/rate-table.ts";
import { UserProblem } from "../user-problem.ts";
import { checkExportPlace } from "./export-place.ts";

/** What a batch came to: its rows, and how many of them came out how. */
export interface BatchOutcome {
  readonly rows: number;
  readonly priced: number;
  /** Priced rows with a note behind their amount. */
  readonly noted: number;
  /** Rows without an amount, by reason code. */
  readonly without: ReadonlyMap<string, number>;
}

const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The answer in UTF-8. Excel takes UTF-8 for Windows-1252 unless a mark stands before it: the mark stays where it was, and
 * comes where the file was in another encoding.
 */
function encoded(text: string, source: Uint8Array): Uint8Array {
  const isSame = isPlain(source) || (isUtf8(source) && !source.includes(0));
  const bytes = new TextEncoder().encode(text);
  if (!hasMark(source) && isSame) return bytes;
  const marked = new Uint8Array(bytes.length + 3);
  marked.set([0xef, 0xbb, 0xbf]);
  marked.set(bytes, 3);
  return marked;
}

function refuseOtherKinds(file: string, bytes: Uint8Array): void {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOlder = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const isPicture =
    (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff);
  const isPdf = bytes[0] === 0x25 && bytes[1] === 0x50;
  if (!isZip && !isOlder && !isPicture && !isPdf) return;
  const what = isPdf ? "a PDF document" : isPicture ? "a picture" : "an Excel workbook or a zip archive";
  throw new UserProblem(
    "not-csv",
    `${file}: this is ${what}, whatever its name says. A batch is a .csv file: open it in Excel and save it as "CSV UTF-8". Nothing was written.`,
  );
}

async function refuseSameFile(from: string, to: string): Promise<void> {
  const target = await realpath(to).catch(() => null);
  if (target === null || target !== (await realpath(from).catch(() => from))) return;
  throw new UserProblem(
    "same-file",
    `${to}: this is the file that is read. Give --out another name. Nothing was written.`,
  );
}

/**
 * Prices a table row by row into another file. What stood at that place is replaced if it is empty, an earlier answer,
 * or may be overwritten. Throws a UserProblem for a file that is no such table, and for a place that cannot be written.
 */
export async function rateBatch(
  {
    from,
    to,
    overwrite,
    terms,
  }: { readonly from: string; readonly to: string; readonly overwrite: boolean; readonly terms: BatchTerms },
  library: MedicareLibrary,
  progress: (share: number, what: string) => void,
): Promise<BatchOutcome> {
  await refuseSameFile(from, to);
  await checkExportPlace(to, overwrite, (start) => isAnswered(start));
  const bytes = await readFileBytes(from);
  const file = basename(from);
  refuseOtherKinds(file, bytes);
  const benchmark = benchmarkWith(library);
  const without = new Map<string, number>();
  let priced = 0;
  let noted = 0;
  const { text, rows } = answeredTable(
    file,
    decodeText(bytes),
    (row) => {
      const answer = priceBatchRow(row, library, benchmark, terms);
      if (answer.release !== "") {
        priced++;
        if (answer.reason !== "") noted++;
      } else {
        const code = answer.reason.slice(0, answer.reason.indexOf(":"));
        without.set(code, (without.get(code) ?? 0) + 1);
      }
      return answer;
    },
    (share) => progress(share, `pricing ${file}`),
  );
  await writeFileAtomically(to, encoded(text, bytes));
  progress(1, "");
  return { rows, priced, noted, without };
}
