import { type LedgerAnswers, type LedgerQuestion, workOut } from "./ledger-work.ts";
import { serveWork } from "./serve-work.ts";

/** Runs beside the pane, so that the pane answers while a large ledger is worked through. */
serveWork(self, (question: LedgerQuestion<keyof LedgerAnswers>) => workOut(question));
