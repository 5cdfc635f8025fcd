import type { WorkItem } from "../../../sca/deadlines/work-item.ts";
import { type TodayPage, workKey } from "./work-sections.ts";

/** Where a thing to do stands in the list. */
export interface WorkPlace {
  readonly section: string;
  readonly group: string;
  readonly item: WorkItem;
}

/** Where the thing of a key stands; null where it does not. */
export function placeOfWork({ sections }: Pick<TodayPage, "sections">, key: string): WorkPlace | null {
  for (const { title: section, groups } of sections) {
    for (const { title: group, items } of groups) {
      const item = items.find((one) => workKey(one) === key);
      if (item !== undefined) return { section, group, item };
    }
  }
  return null;
}

/**
 * The page with the thing whose form is open where it stood when it was opened, whatever the ledger says of it since: what
 * is being typed would go with its card.
 *
 * @example withOpenWork(page, placeOfWork(earlier, "overdue P-7")) still has P-7 after somebody else renewed it
 */
export function withOpenWork(page: TodayPage, open: WorkPlace | null): TodayPage {
  if (open === null) return page;
  const now = placeOfWork(page, workKey(open.item));
  if (now !== null && now.section === open.section && now.group === open.group) return page;
  const item = now?.item ?? open.item;
  const others = page.sections
    .map(({ title, groups }) => ({
      title,
      groups: groups
        .map((group) => ({ ...group, items: group.items.filter((one) => one !== item) }))
        .filter((group) => group.items.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
  const sections = withItem(others, open.section, (section) => ({
    title: open.section,
    groups: withItem(section?.groups ?? [], open.group, (group) => ({
      title: open.group,
      items: [item, ...(group?.items ?? [])],
    })),
  })).map((section) => ({ ...section, count: section.groups.reduce((sum, { items }) => sum + items.length, 0) }));
  return { ...page, sections, remarks: now === null ? [...page.remarks, NO_LONGER] : page.remarks };
}

const NO_LONGER =
  "The thing whose form is open is no longer in the list, since the ledger was changed meanwhile. What you typed is kept until you send it or cancel.";

/** The list with the one of a title changed, or added before the others. */
function withItem<One extends { readonly title: string }>(
  all: readonly One[],
  title: string,
  change: (before: One | undefined) => One,
): One[] {
  const at = all.findIndex((one) => one.title === title);
  return at < 0 ? [change(undefined), ...all] : all.map((one, index) => (index === at ? change(one) : one));
}
