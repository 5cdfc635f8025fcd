import { fieldHeading } from "../../../sca/ledger/asked-fields.ts";
import { ROW_KIND_WORDS } from "../../../sca/ledger/ledger-words.ts";
import { meaningWords } from "../../../sca/ledger/meaning-words.ts";
import type { OutcomeCounts } from "../../../sca/measures/approval-rate.ts";
import { recordOfAll } from "../../../sca/measures/payer-record.ts";
import type { Answer, Understanding } from "../../../sca/tracker/tracked-case.ts";

/** How one heading was read, for the manager to check. */
export interface HeadingSummary {
  readonly sheet: string;
  readonly cell: string;
  readonly heading: string;
  /** In words: "Agreed rate". */
  readonly readAs: string;
  /** 0 to 1. */
  readonly certainty: number;
  readonly reason: string;
}

/** How many of one kind. */
export interface Tally {
  readonly what: string;
  readonly count: number;
}

/** What was understood of a tracker, small enough to hand from a worker to the pane at once. */
export interface UnderstandingSummary {
  readonly cases: number;
  readonly sheets: readonly string[];
  readonly payers: number;
  readonly periods: number;
  readonly decided: number;
  readonly outcomes: OutcomeCounts;
  readonly headings: readonly HeadingSummary[];
  /** Rows that became no case, by what they are. */
  readonly leftOut: readonly Tally[];
  readonly questions: number;
  /** How many answers settle all questions. */
  readonly answers: number;
  /** Questions by what they ask about, the most frequent first. */
  readonly asked: readonly Tally[];
  /** Answers in Review to questions that are asked all the same, since they could not be read, by question id. */
  readonly unreadAnswers: ReadonlyMap<string, string>;
}

/**
 * The summary that the pane shows before anything is written.
 *
 * @example a tracker of 12 requests of which 9 are decided gives { cases: 12, decided: 9, … }
 */
export function summaryOf(
  { cases, notCases, questions, headings }: Understanding,
  answers: readonly Answer[] = [],
): UnderstandingSummary {
  const answered = new Map(answers.map(({ question, answer }) => [question, answer]));
  const { counts, decided } = recordOfAll(cases).approval;
  return {
    cases: cases.length,
    sheets: [...new Set(cases.flatMap(({ source }) => source.sheet ?? []))],
    payers: new Set(cases.flatMap(({ payer }) => payer ?? [])).size,
    periods: cases.reduce((sum, { periods }) => sum + periods.length, 0),
    decided,
    outcomes: counts,
    headings: headings.map(({ sheet, cell, heading, field, confidence, reason }) => ({
      sheet: sheet ?? "",
      cell,
      heading,
      readAs: meaningWords(field),
      certainty: confidence,
      reason,
    })),
    leftOut: tallied(notCases.map(({ kind, rows }) => [ROW_KIND_WORDS.wordFor(kind), rows.length])),
    questions: questions.length,
    answers: new Set(questions.map(({ settles }) => settles)).size,
    asked: tallied(questions.map(({ field }) => [field === null ? "Row as a whole" : fieldHeading(field), 1])),
    unreadAnswers: new Map(
      questions.flatMap(({ id }) => {
        const answer = answered.get(id);
        return answer === undefined ? [] : [[id, answer] as const];
      }),
    ),
  };
}

function tallied(parts: readonly (readonly [what: string, count: number])[]): Tally[] {
  const counts = new Map<string, number>();
  for (const [what, count] of parts) counts.set(what, (counts.get(what) ?? 0) + count);
  return [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => b.count - a.count);
}
