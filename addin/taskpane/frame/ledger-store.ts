import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { ExcelWorkbook } from "../../excel/excel-workbook.ts";
import { problemWords } from "./problem-words.ts";
import { createStore, type Store } from "./store.ts";

/** The ledger as the pane knows it. While it is read anew, what was there before stays in view. */
export type LedgerState =
  | { readonly kind: "unread" }
  | { readonly kind: "reading" }
  | { readonly kind: "none" }
  /** `problem`: why it could not be read anew, where it stands as it was read before. */
  | { readonly kind: "ready"; readonly content: LedgerContent; readonly problem: string | null }
  | { readonly kind: "failed"; readonly words: string };

/** The workbook's ledger, read once for all views. */
export interface LedgerStore {
  readonly state: Store<LedgerState>;
  /** Reads it if nobody has yet. */
  ensure(): void;
  /**
   * Puts readings off until the answer is called: the workbook keeps edits by what was read last, which has to be what a
   * plan was made from while one is written.
   */
  hold(): () => void;
  /** Reads it anew; of several readings at once the last one started counts. */
  refresh(): Promise<void>;
}

/** The ledger of a workbook; nothing is read before a view asks. */
export function createLedgerStore(workbook: Pick<ExcelWorkbook, "readLedger">): LedgerStore {
  const state = createStore<LedgerState>({ kind: "unread" });
  let started = 0;
  let holds = 0;
  let isWanted = false;
  const refresh = async (): Promise<void> => {
    isWanted = holds > 0;
    if (isWanted) return;
    started += 1;
    const own = started;
    if (state.get().kind === "unread") state.set({ kind: "reading" });
    const next = await workbook.readLedger().then(
      (content): LedgerState => (content === null ? { kind: "none" } : { kind: "ready", content, problem: null }),
      (error: unknown): LedgerState => failed(state.get(), problemWords(error)),
    );
    if (own === started) state.set(next);
  };
  return {
    state,
    refresh,
    hold: () => {
      holds += 1;
      return () => {
        holds -= 1;
        if (holds === 0 && isWanted) void refresh();
      };
    },
    ensure: () => {
      if (state.get().kind === "unread") void refresh();
    },
  };
}

/** What is typed in a form stays: Excel refuses a reading also where it is only busy, as while a cell is edited. */
function failed(before: LedgerState, words: string): LedgerState {
  return before.kind === "ready" ? { ...before, problem: words } : { kind: "failed", words };
}
