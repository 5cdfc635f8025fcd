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

/** Sections of months without a year follow each other: "FEB" after "JAN '25" is February 2025, "JAN" after "DEC '25" a year on. */
function sectionHints(layout: SheetLayout): Map<number, YearHint> {
  const known = hintsBySheet.get(layout);
  if (known) return known;
  const hints = new Map<number, YearHint>();
  const sections = new Map(
    layout.records.flatMap((record) => record.sections.map((section) => [section.at, section.text] as const)),
  );
  let last: YearHint | null = null;
  for (const [at, text] of [...sections].sort((a, b) => a[0] - b[0])) {
    const hint = yearHintOf(text);
    if (!hint) continue;
    const settled: YearHint = hint.from.year === null && MONTHLY.has(hint.grain) ? after(hint, last) : hint;
    hints.set(at, settled);
    if (settled.from.year !== null) last = settled;
  }
  hintsBySheet.set(layout, hints);
  return hints;
}

const MONTHLY: ReadonlySet<YearHint["grain"]> = new Set<YearHint["grain"]>(["month", "months"]);

const hintsBySheet = new WeakMap<SheetLayout, Map<number, YearHint>>();

function after(hint: YearHint, last: YearHint | null): YearHint {
  if (last === null || last.from.year === null || !MONTHLY.has(last.grain)) return hint;
  const ahead = hint.from.month - last.from.month;
  // A month or a few on, over New Year or not; anything else is no run of months.
  if (ahead >= 0)
    return {
      ...hint,
      from: { ...hint.from, year: last.from.year },
      to: hint.to === null ? null : { ...hint.to, year: last.from.year },
    };
  if (ahead > -6) return hint;
  const year = last.from.year + 1;
  return { ...hint, from: { ...hint.from, year }, to: hint.to === null ? null : { ...hint.to, year } };
}

/** Years for the dates of a line: its nearest section that names one, else its sheet's name or title. */
export function hintFor(layout: SheetLayout, record: RecordLine): YearHint | null {
  const wider = sheetHint(layout);
  for (const section of [...record.sections].reverse()) {
    const hint = yearHintOf(section.text);
    if (!hint) continue;
    const inWider = within(hint, wider);
    return inWider.from.year === null ? (sectionHints(layout).get(section.at) ?? inWider) : inWider;
  }
  return wider;
}

/** The year that the manager gave for a sheet's dates. */
export function answeredYear(year: number | undefined): YearHint | null {
  return year === undefined ? null : yearHintOf(String(year));
}
