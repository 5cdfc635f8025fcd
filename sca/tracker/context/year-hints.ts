import type { YearHint } from "../dates/year-hint.ts";
import { yearHintOf } from "../dates/year-hint.ts";
import type { RecordLine, SheetLayout } from "../layout/sheet-layout.ts";

/** The year a sheet's name or titles speak of. */
function sheetHint(layout: SheetLayout): YearHint | null {
  const named = layout.lines.sheet === null ? null : yearHintOf(layout.lines.sheet);
  if (named && named.from.year !== null) return named;
  for (const title of layout.titles) {
    const hint = yearHintOf(title);
    if (hint && hint.from.year !== null) return hint;
  }
  return named;
}

/** A month without its year takes the year of the wider hint that it falls into. */
function within(hint: YearHint, wider: YearHint | null): YearHint {
  if (hint.from.year !== null || wider === null || wider.from.year === null) return hint;
  const firstYear = wider.from.year;
  const year = hint.from.month >= wider.from.month || wider.to?.year === firstYear ? firstYear : firstYear + 1;
  const shift = hint.to === null || hint.to.month >= hint.from.month ? 0 : 1;
  return { ...hint, from: { ...hint.from, year }, to: hint.to === null ? null : { ...hint.to, year: year + shift } };
}

/** Years for the dates of a line: its nearest section that names one, else its sheet's name or title. */
export function hintFor(layout: SheetLayout, record: RecordLine): YearHint | null {
  const wider = sheetHint(layout);
  for (const section of [...record.sections].reverse()) {
    const hint = yearHintOf(section.text);
    if (!hint) continue;
    return within(hint, wider);
  }
  return wider;
}

/** The year that the manager gave for a sheet's dates. */
export function answeredYear(year: number | undefined): YearHint | null {
  return year === undefined ? null : yearHintOf(String(year));
}
