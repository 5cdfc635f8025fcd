import { basename } from "node:path";
import { pricingTerms, pricingWords } from "../../sca/ledger/pricing-settings.ts";
import { settingValues } from "../../sca/ledger/settings-sheet.ts";
import { understandWithLedger } from "../../sca/ledger/understand-with-ledger.ts";
import { benchmarksOf } from "../../sca/measures/line-benchmarks.ts";
import { medicarePricing } from "../../sca/measures/medicare-pricing.ts";
import { EMPTY_LIBRARY, type MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import type { Answer, Understanding } from "../../sca/tracker/tracked-case.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { readFileBytes } from "../files/reading/read-tracker.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import type { Priced } from "../report/payer-summary.ts";
import { UserProblem } from "../user-problem.ts";
import { exportText } from "./export-cases.ts";
import { checkExportPlace } from "./export-place.ts";
import { inFile, type LedgerPlace, placeLedger, readTrackerFile, type TrackerFile } from "./ledger-place.ts";
import { ledgerWorkbook } from "./ledger-workbook.ts";

/** What to structure, and where the results go. */
export interface StructureRequest {
  readonly tracker: string;
  /** Path of the ledger; beside the tracker where it is not given. */
  readonly out: string | undefined;
  /** Path of the export; none is written where it is not given. */
  readonly json: string | undefined;
  /** Answers beside those in the ledger's Review table; these go first. */
  readonly answers: readonly Answer[];
  readonly asOf: CalendarDate;
  readonly overwrite: boolean;
  /** Medicare's fee schedules by which lines are priced; without them each line says that none is loaded. */
  readonly library?: MedicareLibrary;
  /** Lets a new ledger count from the as-of day for good. */
  readonly keepDay?: boolean;
}

/** What came of it. */
export interface Structured {
  readonly understanding: Understanding;
  readonly ledger: string;
  /** What each line of the cases is measured against, as the ledger has it. */
  readonly priced: Priced;
  /** True where an earlier ledger was gone on from. */
  readonly isUpdate: boolean;
  /** Where the earlier ledger was kept, if it showed another state of the tracker. */
  readonly keptEarlierAs: string | null;
}

/**
 * From a tracker to its ledger: reads, understands, plans, writes. Everything is computed before the first byte is
 * written, and each file appears whole or not at all. Throws a UserProblem for what the user can mend.
 */
export async function structureTracker(
  request: StructureRequest,
  progress: (share: number, what: string) => void,
): Promise<Structured> {
  const name = basename(request.tracker);
  progress(0.05, `reading ${name}`);
  const file = await readTrackerFile(request.tracker);
  const place = await placeLedger(file, request);
  if (request.json !== undefined) await checkExportPlace(request.json, request.overwrite);
  progress(0.3, "understanding the cases");
  const understanding = understand(file, place, request);
  progress(0.7, "writing the ledger");
  const medicare = medicarePricing(request.library ?? EMPTY_LIBRARY);
  const bytes = inFile(place.path, () =>
    ledgerWorkbook(file, place, understanding, request.asOf, { keepDay: request.keepDay ?? false, medicare }),
  );
  if (place.keepEarlierAs !== null) await writeFileAtomically(place.keepEarlierAs, await readFileBytes(place.path));
  await writeFileAtomically(place.path, bytes);
  if (request.json !== undefined)
    await writeFileAtomically(request.json, new TextEncoder().encode(exportText(understanding)));
  progress(1, "done");
  const terms = pricingTerms(settingValues(place.previous ?? undefined));
  return {
    understanding,
    ledger: place.path,
    priced: { benchmarks: benchmarksOf(medicare, terms), by: medicare === undefined ? null : pricingWords(terms) },
    isUpdate: place.previous !== null,
    keptEarlierAs: place.keepEarlierAs,
  };
}

/** Understands a tracker with the answers given and those in its ledger. Throws a UserProblem where it holds no case. */
export function understand(
  file: TrackerFile,
  place: Pick<LedgerPlace, "previous">,
  request: Pick<StructureRequest, "asOf" | "answers">,
): Understanding {
  const understanding = understandWithLedger(file.tracker, {
    asOf: request.asOf,
    answers: request.answers,
    ...(place.previous === null ? {} : { previous: place.previous }),
  });
  if (understanding.cases.length === 0) {
    const sheets = file.tracker.grids.flatMap(({ sheet }) => (sheet === null ? [] : [`"${sheet}"`]));
    const looked = sheets.length === 0 ? "" : ` Looked on ${sheets.join(", ")}.`;
    throw new UserProblem(
      "no-cases",
      `${basename(file.path)}: no single case agreement was found in it.${looked} A table is needed with at least the patients and the payers, under headings or in a form such as one block a patient. Nothing was written.`,
    );
  }
  return understanding;
}
