import { yearHintOf } from "../dates/year-hint.ts";
import type { SectionLine } from "./sheet-layout.ts";

const PAGE_BREAK = /^\W*(?:pg|page|p|pagina|cont(?:inued|'?d)?)?\.?\W*\d{0,3}\W*$/i;

function namesYear(section: SectionLine): boolean {
  const hint = yearHintOf(section.text);
  return hint !== null && hint.from.year !== null;
}

/**
 * The sections that hold from this one on: the line right above it is its wider section, and the year named last holds until
 * another one is named. A page break ends nothing.
 *
 * @example after "==== 2024 ====" and rows, "MARCH" is a section of 2024; "--- pg ---" changes nothing
 */
export function sectionsFrom(sections: readonly SectionLine[], next: SectionLine): SectionLine[] {
  if (PAGE_BREAK.test(next.text)) return [...sections];
  const above = sections.filter((section) => section.at >= next.at - 1).slice(-1);
  const dated = namesYear(next) ? undefined : sections.findLast(namesYear);
  return [...(dated === undefined || above.includes(dated) ? [] : [dated]), ...above, next];
}
