import { WorkbookProblem } from "./excel-workbook.ts";

/** What Office.js throws, as far as we look at it: `OfficeExtension.Error`. */
interface OfficeError {
  readonly code: string;
  readonly message: string;
}

function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && "debugInfo" in error && typeof Reflect.get(error, "code") === "string";
}

/** True where an answer was larger than Excel on the web sends: smaller pieces are asked for then. */
export function isTooLarge(error: unknown): boolean {
  return isOfficeError(error) && /PayloadSizeLimitExceeded/.test(error.code);
}

const SENTENCES: ReadonlyMap<string, readonly [code: string, sentence: string]> = new Map([
  [
    "AccessDenied",
    [
      "protected",
      "Excel refused the change: the sheet is protected, or the workbook is open for reading only. Take the protection off (Review > Unprotect Sheet) or save a copy, and run again.",
    ],
  ],
  [
    "InvalidOperationInCellEditMode",
    ["cell-edit", "A cell is being edited. Finish it with Enter or leave it with Esc, and run again."],
  ],
  [
    "ItemAlreadyExists",
    [
      "name-taken",
      "A sheet, table or name that the ledger needs came into the workbook meanwhile, as when a second pane or a co-author writes the ledger at the same time. Wait for the other to end, and run again.",
    ],
  ],
  [
    "RequestPayloadSizeLimitExceeded",
    ["too-large", "This is more than Excel on the web takes at once. Run it in Excel on your computer."],
  ],
  [
    "ResponsePayloadSizeLimitExceeded",
    ["too-large", "This is more than Excel on the web gives at once. Run it in Excel on your computer."],
  ],
]);

/**
 * What Excel refused, as a WorkbookProblem in the manager's words. What is not from Excel stays as it is.
 *
 * @example inWords(accessDenied).message begins "Excel refused the change: the sheet is protected"
 */
export function inWords(error: unknown): unknown {
  if (!isOfficeError(error)) return error;
  const known = SENTENCES.get(error.code);
  if (known !== undefined) return new WorkbookProblem(known[0], known[1], { cause: error });
  const said = `Excel refused a step and said: "${error.message}" (${error.code}).`;
  return new WorkbookProblem("excel-refused", `${said} Save the workbook, open it again and run once more.`, {
    cause: error,
  });
}
