import { recordOfAll } from "../../sca/measures/payer-record.ts";
import type { Question, Understanding } from "../../sca/tracker/tracked-case.ts";
import { counted, inWords } from "../report/figures.ts";

/** Questions shown as examples; the ledger's Review table holds them all. */
const SHOWN = 3;
const WIDEST = 150;

/** What was found in a tracker and what is asked, in a few lines for the terminal. */
export function foundLines(understanding: Understanding): string[] {
  const { file, cases, notCases, questions } = understanding;
  const sheets = [...new Set(cases.flatMap(({ source }) => (source.sheet === null ? [] : [source.sheet])))];
  const where = sheets.length === 0 ? "" : ` on ${sheets.length === 1 ? "sheet" : "sheets"} ${inWords(sheets)}`;
  const { counts, decided } = recordOfAll(cases).approval;
  const outcomes = [
    [counts.approved, "approved"],
    [counts.partiallyApproved, "in part"],
    [counts.approvedOnAppeal, "on appeal"],
    [counts.denied, "denied"],
  ] as const;
  const others = [
    [counts.pending, "pending"],
    [counts.withdrawn, "withdrawn"],
    [counts.asked, "with an outcome to settle"],
    [counts.notStated, "without a stated outcome"],
  ] as const;
  const payers = new Set(cases.flatMap(({ payer }) => payer ?? [])).size;
  const periods = cases.reduce((sum, { periods }) => sum + periods.length, 0);
  const left = notCases.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    `${file}: ${counted(cases.length, "case")}${where}, ${counted(payers, "payer")}, ${counted(periods, "authorization period")}`,
    `  ${decided} decided (${listed(outcomes)})${others.some(([count]) => count > 0) ? `, ${listed(others)}` : ""}`,
    ...(left === 0
      ? []
      : [`  ${counted(left, "row")} left out as titles, headings, totals and the like; the ledger lists them`]),
    ...questionLines(questions),
  ];
}

function listed(parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
}

function questionLines(questions: readonly Question[]): string[] {
  if (questions.length === 0) return ["  No question is open."];
  const distinct = [...new Map(questions.map((question) => [question.settles, question])).values()];
  const more = distinct.length - SHOWN;
  return [
    `  ${counted(questions.length, "question")} for you, settled by ${counted(distinct.length, "answer")}:`,
    ...distinct.slice(0, SHOWN).map((question) => {
      const cell = question.sheet === null ? question.cell : `${question.sheet}!${question.cell}`;
      const found = question.found.trim() === "" ? "" : ` "${shortened(question.found, 40)}"`;
      return `    ${shortened(`${cell}${found}: ${firstSentence(question.why)}`, WIDEST)}`;
    }),
    ...(more > 0 ? [`    and ${more} more in Review`] : []),
  ];
}

/** What happens meanwhile is the same for every question: it stands in Review. */
function firstSentence(text: string): string {
  return /^.+?[.?!](?= [A-Z]|$)/su.exec(text)?.[0] ?? text;
}

/** On one line, cut at so many characters. */
function shortened(text: string, longest: number): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
