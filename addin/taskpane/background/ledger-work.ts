import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { RevealedPrice } from "../../../sca/rates/revealed-price.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { type LeveragePage, leveragePage } from "../leverage/leverage-page.ts";
import { agreedBefore } from "../rate/agreed-before.ts";
import { type TodayPage, todayPage } from "../today/work-sections.ts";

/** What views show of a whole ledger, by what is asked for. */
export interface LedgerAnswers {
  readonly today: TodayPage;
  /** Null where the ledger holds no cases. */
  readonly leverage: LeveragePage | null;
  readonly agreedBefore: readonly RevealedPrice[];
}

/** Plain data, so that it can be handed to a worker. */
export interface LedgerQuestion<Asked extends keyof LedgerAnswers> {
  readonly asked: Asked;
  readonly content: LedgerContent;
  readonly today: CalendarDate;
}

/** Works something out of a whole ledger beside the pane; rejects once `signal` fires, which nobody needs to be told. */
export type WorkOut = <Asked extends keyof LedgerAnswers>(
  question: LedgerQuestion<Asked>,
  signal: AbortSignal,
) => Promise<LedgerAnswers[Asked]>;

type Answering = {
  readonly [Asked in keyof LedgerAnswers]: (content: LedgerContent, today: CalendarDate) => LedgerAnswers[Asked];
};

const ANSWERING: Answering = { today: todayPage, leverage: leveragePage, agreedBefore };

/**
 * Works one thing out of a whole ledger. Pure, and seconds long for ten thousand requests: the pane runs it in a worker,
 * tests in their own process.
 */
export function workOut<Asked extends keyof LedgerAnswers>({
  asked,
  content,
  today,
}: LedgerQuestion<Asked>): LedgerAnswers[Asked] {
  return ANSWERING[asked](content, today);
}
