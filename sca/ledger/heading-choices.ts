import { MEANINGS, type Meaning } from "../tracker/headings/meaning.ts";
import { headingQuestion } from "../tracker/review/heading-answers.ts";
import { isBlank } from "./ledger-row.ts";
import { meaningWords } from "./meaning-words.ts";
import { NAME_PREFIX } from "./read-ledger.ts";
import { REVIEW_STATUS, REVIEW_TABLE } from "./tables/review-table.ts";
import type { LedgerContent, PlanValue, TableContent } from "./workbook-plan.ts";

/** What the manager chose that a heading of her tracker means; null: as it is read by itself. */
export interface HeadingChoice {
  readonly sheet: string;
  readonly cell: string;
  /** The heading as written. */
  readonly heading: string;
  readonly meaning: Meaning | null;
}

/** Read out of what else stands in the row, or of several columns: no heading can be given these. */
const NOT_TO_CHOOSE: ReadonlySet<Meaning> = new Set<Meaning>([
  "unitsUsedOfAuthorized",
  "caseNumber",
  "parentCase",
  "lineKind",
  "testFlag",
  "duplicateOf",
  "entryDate",
]);

/**
 * What a heading can be given to mean, with its words, in the order of the words; the one that keeps a column as notes is
 * last.
 *
 * @example [["authEnd", "Last covered day"], …, ["other", "Notes"]]
 */
export function meaningsToChoose(): readonly (readonly [meaning: Meaning, words: string])[] {
  const named = MEANINGS.filter((meaning) => !NOT_TO_CHOOSE.has(meaning)).map(
    (meaning) => [meaning, meaningWords(meaning)] as const,
  );
  const fields = named.filter(([, words]) => !words.startsWith("Notes"));
  const sorted = fields.sort(([, one], [, other]) => (one < other ? -1 : 1));
  return [...sorted, ["other", meaningWords("other")]];
}

const WHY = "You said what this heading means; empty the answer to have it read by itself again.";

/**
 * The earlier ledger with these choices as answers in its Review table, where the next run finds them and keeps them. A
 * workbook without a ledger gets one that holds nothing else.
 *
 * @example withHeadingChoices(undefined, [{ sheet: "Log", cell: "J1", heading: "Thru", meaning: "authEnd" }])
 */
export function withHeadingChoices(
  previous: LedgerContent | undefined,
  choices: readonly HeadingChoice[],
): LedgerContent | undefined {
  if (choices.length === 0) return previous;
  const content = previous ?? { tables: new Map(), named: new Map() };
  const review: TableContent = [`${NAME_PREFIX}Review`, "Review"]
    .flatMap((name) => content.tables.get(name) ?? [])
    .find(({ headings }) => headings.includes("Question id")) ?? {
    ...{ name: "Review", sheet: REVIEW_TABLE.sheet, rows: [] },
    headings: REVIEW_TABLE.columns.map(({ heading }) => heading),
  };
  const fresh = new Map(choices.map((choice) => [headingQuestion(choice.sheet, choice.cell), choice]));
  const id = review.headings.indexOf("Question id");
  const kept = review.rows.filter((row) => isBlank(row[id] ?? null) || !fresh.has(String(row[id])));
  const rows = [...fresh].flatMap(([key, choice]) => rowOf(review, key, choice));
  return { ...content, tables: new Map(content.tables).set(review.name, { ...review, rows: [...kept, ...rows] }) };
}

function rowOf(review: TableContent, key: string, choice: HeadingChoice): readonly (readonly PlanValue[])[] {
  if (choice.meaning === null) return [];
  const cells = new Map<string, PlanValue>([
    ["Answer", meaningWords(choice.meaning)],
    ["Status", REVIEW_STATUS.applied],
    ["Found", choice.heading],
    ["Why", WHY],
    ["Field", "Heading"],
    ["Sheet", choice.sheet],
    ["Cell", choice.cell],
    ["Question id", key],
    ["Settles", key],
  ]);
  return [review.headings.map((heading) => cells.get(heading) ?? null)];
}
