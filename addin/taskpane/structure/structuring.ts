import type { HeadingChoice } from "../../../sca/ledger/heading-choices.ts";
import type { LedgerContent, WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { type ExcelWorkbook, WorkbookProblem } from "../../excel/excel-workbook.ts";
import { WorkStopped } from "../background/run-in-worker.ts";
import type { StructuringRequest, StructuringResult, WorkProgress } from "../background/structure-work.ts";
import type { LedgerStore } from "../frame/ledger-store.ts";
import type { MedicareShelf } from "../frame/medicare-shelf.ts";
import { problemWords } from "../frame/problem-words.ts";
import { createStore, type Store } from "../frame/store.ts";
import { chosenSheets, sheetChoices, sheetsOfLedger } from "./sheet-choice.ts";
import type { Look, StructuringStep } from "./structuring-step.ts";

/** Runs the long part: in a worker in the pane, in the same process in tests. */
export type RunStructuring = (
  request: StructuringRequest,
  progress: WorkProgress,
  signal: AbortSignal,
) => Promise<StructuringResult>;

export interface StructuringParts {
  readonly workbook: ExcelWorkbook;
  readonly ledger: LedgerStore;
  readonly medicare: Store<MedicareShelf>;
  /** Changes by people that were told so far; null where this Excel tells none. */
  readonly personChanges: Store<number | null>;
  readonly trackerChanged: Store<boolean>;
  readonly run: RunStructuring;
  /** Resolves once Medicare's files of an earlier session are on the shelf. */
  medicareReady(): Promise<void>;
  today(): CalendarDate;
  say(sentence: string): void;
}

/** Looks, writes, updates and takes back; one work at a time. */
export interface Structuring {
  readonly step: Store<StructuringStep>;
  /** True once this session wrote something that can be taken back. */
  readonly canTakeBack: Store<boolean>;
  /** Understands the sheets and plans their ledger; writes nothing. */
  look(sheets: readonly string[]): Promise<void>;
  /** Looks at the same sheets once more with headings read as chosen; the choices made before stay. */
  lookAgain(headings: readonly HeadingChoice[]): Promise<void>;
  /** Writes what was looked at, and looks once more before where the workbook may have changed since. */
  write(): Promise<void>;
  /** Reads the tracker's sheets that the ledger was made of and brings the ledger up to date. */
  update(): Promise<void>;
  /** Stops the work that is going on. */
  cancel(): void;
  /** Takes back what was last written. */
  takeBack(): Promise<void>;
  /** Back to what was there before a failure, or to the choice of sheets. */
  goBack(): void;
}

const CHOOSING: StructuringStep = { kind: "choosing" };
/** Shares of the whole: reading the cells, understanding and planning, writing. */
const READ = 0.15;
const PLANNED = 0.6;

export function createStructuring(parts: StructuringParts): Structuring {
  const { workbook, ledger, say } = parts;
  const step = createStore<StructuringStep>(CHOOSING);
  const canTakeBack = createStore(false);
  let stop: AbortController | null = null;

  /** One work: its progress, its end, and what it leaves where it fails. */
  const work = async (
    title: string,
    doing: (tell: WorkProgress, signal: AbortSignal) => Promise<StructuringStep>,
  ): Promise<void> => {
    if (stop !== null) {
      say("SCA Ledger is still at work here. Wait until it is done, or cancel it.");
      return;
    }
    const own = new AbortController();
    const before = settled(step.get());
    stop = own;
    const letGo = ledger.hold();
    const tell = (share: number, what: string): void => {
      if (stop === own) step.set({ kind: "working", title, share, what });
    };
    tell(0, title);
    try {
      step.set(await doing(tell, own.signal));
    } catch (error) {
      const isStopped = error instanceof WorkStopped || (error instanceof WorkbookProblem && error.code === "stopped");
      step.set(isStopped ? before : { kind: "failed", title, words: problemWords(error), before });
      say(isStopped ? (error as Error).message : `${title}: this did not work.`);
    } finally {
      stop = null;
      letGo();
    }
  };

  const lookAt = async (
    { sheets, headings }: Pick<Look, "sheets" | "headings">,
    tell: WorkProgress,
    signal: AbortSignal,
  ): Promise<Look> => {
    const changes = parts.personChanges.get();
    const tracker = await workbook.readTracker(sheets, (share, what) => tell(share * READ, what));
    if (signal.aborted) throw new WorkStopped();
    const previous = await workbook.readLedger();
    const takenNames = await workbook.takenNames();
    await parts.medicareReady();
    const medicareTexts = parts.medicare.get().texts;
    const request = { tracker, previous, answers: [], headings, asOf: parts.today(), medicareTexts, takenNames };
    const result = await parts.run(request, (share, what) => tell(READ + share * (PLANNED - READ), what), signal);
    return { sheets, headings, result, previous, changes };
  };

  /** `from`: the share of the work that was done before. */
  const apply = async (
    { sheets, result }: Look,
    from: number,
    tell: WorkProgress,
    signal: AbortSignal,
  ): Promise<StructuringStep> => {
    const plan = planIn(result, sheets);
    const applied = await workbook.applyPlan(plan, (share, what) => tell(from + share * (1 - from), what), signal);
    parts.trackerChanged.set(false);
    canTakeBack.set(true);
    await ledger.refresh();
    say("The ledger is written. Your own sheets are as they were.");
    return { kind: "written", applied, summary: result.summary };
  };

  const look = (of: Pick<Look, "sheets" | "headings">): Promise<void> =>
    work("Looking at the tracker", async (tell, signal) => {
      const seen = await lookAt(of, (share, what) => tell(share / PLANNED, what), signal);
      say(seen.result.plan === null ? "No case was found." : "The tracker was read. Nothing is written yet.");
      return { kind: "looked", look: seen };
    });

  return {
    step,
    canTakeBack,
    look: (sheets) => look({ sheets, headings: [] }),
    lookAgain: async (headings) => {
      const now = step.get();
      if (now.kind !== "looked") return;
      const placeOf = ({ sheet, cell }: HeadingChoice) => `${sheet}!${cell}`;
      const all = new Map([...now.look.headings, ...headings].map((choice) => [placeOf(choice), choice]));
      await look({ sheets: now.look.sheets, headings: [...all.values()] });
    },
    write: async () => {
      const now = step.get();
      if (now.kind !== "looked") return;
      await work("Writing the ledger", async (tell, signal) => {
        const isFresh =
          now.look.previous === null && now.look.changes !== null && now.look.changes === parts.personChanges.get();
        if (isFresh) return apply(now.look, 0, tell, signal);
        return apply(await lookAt(now.look, tell, signal), PLANNED, tell, signal);
      });
    },
    update: () =>
      work("Updating the ledger", async (tell, signal) => {
        const sheets = await trackerSheets(workbook);
        return apply(await lookAt({ sheets, headings: [] }, tell, signal), PLANNED, tell, signal);
      }),
    cancel: () => stop?.abort(),
    takeBack: () =>
      work("Taking back what was written", async () => {
        const lost = await workbook.undoLastPlan();
        canTakeBack.set(false);
        await ledger.refresh();
        if (lost === null) say("There is nothing to take back.");
        else if (lost.length === 0) say("Taken back: the workbook is as it was before.");
        else say(["Taken back, but for this:", ...lost].join(" "));
        return CHOOSING;
      }),
    goBack: () => {
      const now = step.get();
      if (stop === null) step.set(now.kind === "failed" ? now.before : CHOOSING);
    },
  };
}

/** Nothing that is over once it is left: what was written is told once. */
function settled(step: StructuringStep): StructuringStep {
  if (step.kind === "failed") return step.before;
  return step.kind === "working" ? CHOOSING : step;
}

/** The sheets to go on from. Throws a WorkbookProblem where there is no ledger, or none of its tracker's sheets. */
async function trackerSheets(workbook: ExcelWorkbook): Promise<readonly string[]> {
  const ledger: LedgerContent | null = await workbook.readLedger();
  if (ledger === null) {
    throw new WorkbookProblem(
      "no-ledger",
      "This workbook has no ledger yet, so there is nothing to update. Choose the sheets of your tracker, look, and write the ledger first.",
    );
  }
  const known = sheetsOfLedger(ledger);
  const sheets = chosenSheets(sheetChoices(await workbook.sheets(), ledger)).filter((name) => known.has(name));
  if (sheets.length > 0) return sheets;
  const named = [...known].map((name) => `"${name}"`).join(", ");
  throw new WorkbookProblem(
    "tracker-sheets-gone",
    `The ledger was made of ${named || "sheets that it does not name"}, which this workbook does not have any more under that name. Choose the sheets of your tracker, look, and write. Nothing was changed.`,
  );
}

/** Throws a WorkbookProblem where no case was found. */
function planIn({ plan }: StructuringResult, sheets: readonly string[]): WorkbookPlan {
  if (plan !== null) return plan;
  throw new WorkbookProblem("no-cases", noCasesWords(sheets));
}

/** Why nothing can be written, and what is needed. */
export function noCasesWords(sheets: readonly string[]): string {
  const looked = sheets.map((name) => `"${name}"`).join(", ");
  return `No single case agreement was found on ${looked}. A table is needed with at least the patients and the payers, under headings or in a form such as one block a patient. Nothing was written.`;
}
