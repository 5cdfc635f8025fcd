import { isBroken } from "../../sca/workbook/ledger-mark.ts";
import { parseReferences, retarget } from "../../sca/workbook/sheet-reference.ts";
import type { PreparedPlan } from "./prepare-plan.ts";
import type { Before } from "./snapshot.ts";
import type { Survey, SurveyedSheet } from "./survey.ts";
import { CALL_BYTES, type WriteQueue } from "./write-queue.ts";

/** What sheets are called now that had another name before, by that name in lower case. */
export type Renamed = ReadonlyMap<string, string>;

/** What the plan's sheets are called now, by their names in the plan and in the run. */
export function renamedSince(
  { sheets }: PreparedPlan,
  nowOf: (id: string | undefined) => SurveyedSheet | undefined,
): Renamed {
  return new Map(
    sheets.flatMap(({ plan, name, earlier }) => {
      const now = nowOf(earlier?.sheet.id)?.name;
      return now === undefined ? [] : [plan.name, name].map((known) => [known.toLowerCase(), now] as const);
    }),
  );
}

/** Takes off the names that the run added; a name on a sheet of somebody else's is theirs. */
export async function dropNames(
  context: Excel.RequestContext,
  plan: PreparedPlan,
  before: Before,
  ours: ReadonlySet<string>,
  survey: Survey,
  queue: WriteQueue,
): Promise<void> {
  for (const { name } of plan.names) {
    const found = survey.names.find((known) => known.name === name);
    if (found === undefined || before.names.some((known) => known.name === name)) continue;
    const sheet = parseReferences(found.refersTo)?.sheet.toLowerCase();
    if (!isBroken(found.refersTo) && (sheet === undefined || !ours.has(sheet))) continue;
    await queue.room(CALL_BYTES);
    context.workbook.names.getItem(name).delete();
  }
}

/** Gives names of the earlier run their cells again. */
export async function restoreNames(
  context: Excel.RequestContext,
  plan: PreparedPlan,
  before: Before,
  survey: Survey,
  renamed: Renamed,
  queue: WriteQueue,
): Promise<void> {
  const { names } = context.workbook;
  for (const { name, refersTo } of before.names) {
    const planned = plan.names.some((item) => item.name === name);
    if (!planned && !plan.namesGone.includes(name)) continue;
    await queue.room(CALL_BYTES + refersTo.length);
    const formula = `=${retarget(refersTo, renamed)}`;
    if (survey.names.some((found) => found.name === name)) names.getItem(name).formula = formula;
    else names.add(name, formula);
  }
}
