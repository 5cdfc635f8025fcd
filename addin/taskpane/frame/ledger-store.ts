import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { ExcelWorkbook } from "../../excel/excel-workbook.ts";
import { problemWords } from "./problem-words.ts";
import { createStore, type Store } from "./store.ts";

/** The ledger as the pane knows it. While it is read anew, what was read before stays in view. */
export type LedgerState =
  | { readonly kind: "unread" }
  | { readonly kind: "reading" }
  | { readonly kind: "none" }
  | { readonly kind: "ready"; readonly content: LedgerContent; readonly isReadingAnew: boolean }
  | { readonly kind: "failed"; readonly words: string };

/** The workbook's ledger, read once for all views. */
export interface LedgerStore {
  readonly state: Store<LedgerState>;
  /** Reads it if nobody has yet. */
  ensure(): void;
  /** Reads it anew; of several readings at once the last one started counts. */
  refresh(): Promise<void>;
}

/** The ledger of a workbook; nothing is read before a view asks. */
export function createLedgerStore(workbook: Pick<ExcelWorkbook, "readLedger">): LedgerStore {
  const state = createStore<LedgerState>({ kind: "unread" });
  let started = 0;
  const refresh = async (): Promise<void> => {
    started += 1;
    const own = started;
    const before = state.get();
    state.set(before.kind === "ready" ? { ...before, isReadingAnew: true } : { kind: "reading" });
    const next = await workbook.readLedger().then(
      (content): LedgerState =>
        content === null ? { kind: "none" } : { kind: "ready", content, isReadingAnew: false },
      (error: unknown): LedgerState => ({ kind: "failed", words: problemWords(error) }),
    );
    if (own === started) state.set(next);
  };
  return {
    state,
    refresh,
    ensure: () => {
      if (state.get().kind === "unread") void refresh();
    },
  };
}
