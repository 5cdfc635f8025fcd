import { type CalendarDate, calendarDate, parseIsoDay } from "../../values/calendar-date.ts";
import type { OutpatientDayRates } from "../fee-schedule.ts";
import { wholeOf } from "./exact-number.ts";
import { baseName, type MedicareFile, type MedicareSource, refused } from "./medicare-file.ts";
import { FIRST_YEAR } from "./paid-factors.ts";
import { clueInHint, clueInName, type QuarterLetter } from "./release-clues.ts";
import {
  type ColumnPlaces,
  field,
  headingWords,
  isBlankRecord,
  placesOf,
  tidy,
  type WantedColumn,
} from "./table-columns.ts";

const COLUMNS = {
  group: { called: "APC", says: /^APC(?: CODE)?$/ },
  rate: { called: "Payment Rate", says: /^PAYMENT RATE$/ },
  effective: { called: "effective_from", says: /^EFFECTIVE(?: FROM)?$/, optional: true },
} as const satisfies Record<string, WantedColumn>;

/** Intensive outpatient and partial hospitalization by 3 and by 4 or more services, at community centers and hospitals. */
const PROGRAM_GROUPS = ["5851", "5852", "5853", "5854", "5861", "5862", "5863", "5864"];
/** The cap of a day's mental health services outside a program. */
const COMPOSITE_GROUP = "8010";
/** From this year on all of them exist (CY 2024 OPPS final rule). */
const FIRST_YEAR_OF_ALL = 2024;

const EXPECTED =
  "Expected is CMS's OPPS Addendum A as csv: APC, Group Title, SI, Relative Weight, Payment Rate and so on, with the APCs 5851 to 5854, 5861 to 5864 and 8010.";

/** In which row a table has the headings of Addendum A; -1 where it has none. */
export function dayRateHeadingRow(records: readonly (readonly string[])[]): number {
  return records.slice(0, 40).findIndex((record) => {
    const words = record.map(headingWords);
    return (
      words.some((heading) => COLUMNS.group.says.test(heading)) &&
      words.some((heading) => COLUMNS.rate.says.test(heading)) &&
      !words.some((heading) => heading.startsWith("HCPCS"))
    );
  });
}

const FIRST_MONTH = { A: 1, B: 4, C: 7, D: 10 } as const;

/** The day that an addendum holds from: its quarter's first, or the year's where a title names the year alone. */
function effectiveFrom(source: MedicareSource, title: string): CalendarDate | null | "disagree" | "hint" {
  const hint = source.releaseHint === undefined ? null : clueInHint(source.releaseHint);
  if (source.releaseHint !== undefined && hint === null) return "hint";
  const own = baseName(source.name);
  const folders = source.name.slice(0, source.name.length - own.length);
  let year: number | null = null;
  let quarter: QuarterLetter | null = null;
  for (const text of [title, own]) {
    const named = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
    const told = named === undefined ? null : Number(named);
    if (year !== null && told !== null && told !== year) return "disagree";
    year ??= told;
    const month = clueInName(spaced(text)).quarter;
    if (quarter !== null && month !== null && month !== quarter) return "disagree";
    quarter ??= month;
  }
  for (const text of [folders, source.archive ?? ""]) {
    const named = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
    year ??= named === undefined ? null : Number(named);
    if (named === undefined || Number(named) === year) quarter ??= clueInName(spaced(text)).quarter;
  }
  // The manager's word is about the whole load: it fills in what the addendum itself does not tell.
  year ??= hint?.year ?? null;
  if (hint !== null && (hint.year === null || hint.year === year)) quarter ??= hint.quarter;
  if (year === null) return null;
  const isYears = /\bCY\b|calendar year|final/i.test(title);
  if (quarter === null) return isYears ? calendarDate(year, 1, 1) : null;
  return calendarDate(year, FIRST_MONTH[quarter], 1);
}

/** Months stand between low lines and dashes in names. */
function spaced(text: string): string {
  return text.replace(/[_-]+/g, " ");
}

function ownDay(record: readonly string[], places: ColumnPlaces<keyof typeof COLUMNS>): CalendarDate | null {
  return parseIsoDay(field(record, places.effective));
}

/** Reads OPPS Addendum A: the day rates of programs, and nothing else of it. */
export function dayRatesOfRecords(source: MedicareSource, records: readonly (readonly string[])[]): MedicareFile {
  const { name } = source;
  const bottom = dayRateHeadingRow(records);
  const found = placesOf(records[bottom] ?? [], COLUMNS);
  if ("wrong" in found) return refused("columns-missing", name, `: ${found.wrong}. ${EXPECTED}`);
  const { places } = found;
  const title = tidy(records.slice(0, bottom).flat().join(" "));
  if (/propos|\bNPRM\b/i.test(`${title} ${spaced(baseName(name))}`)) {
    return refused(
      "rates-proposed",
      name,
      ": these are proposed rates, which Medicare does not pay by. Load the final Addendum A of the quarter.",
    );
  }
  const rates = new Map<string, number>();
  const days = new Set<CalendarDate>();
  for (let at = bottom + 1; at < records.length; at++) {
    const record = records[at] ?? [];
    if (isBlankRecord(record)) continue;
    const group = field(record, places.group).padStart(4, "0");
    if (!PROGRAM_GROUPS.includes(group) && group !== COMPOSITE_GROUP) continue;
    const printed = field(record, places.rate);
    const cents = wholeOf(printed.replace(/^\$\s*/, "").trim(), 2);
    if (cents === null || cents === 0) {
      return refused(
        "row-unreadable",
        name,
        `, row ${at + 1}: APC ${group} has the payment rate "${printed.slice(0, 40)}", where dollars and cents belong, such as $269.19. ${EXPECTED}`,
      );
    }
    if (rates.has(group))
      return refused(
        "row-twice",
        name,
        `, row ${at + 1}: APC ${group} stands there a second time. Load one quarter's addendum as CMS publishes it.`,
      );
    rates.set(group, cents);
    const day = ownDay(record, places);
    if (places.effective >= 0 && day === null) {
      return refused(
        "row-unreadable",
        name,
        `, row ${at + 1}: under effective_from stands "${field(record, places.effective).slice(0, 40)}", where a day such as 2025-01-01 belongs.`,
      );
    }
    if (day !== null) days.add(day);
  }
  if (rates.size === 0)
    return refused("no-day-rates", name, `: it has none of the day rates of outpatient programs. ${EXPECTED}`);
  if (days.size > 1)
    return refused(
      "quarters-differ",
      name,
      ": its rates hold from different days; load one quarter's addendum at a time.",
    );
  const effective = [...days][0] ?? effectiveFrom(source, title);
  if (effective === "hint")
    return refused(
      "hint-unreadable",
      name,
      `: "${source.releaseHint}" names no release; accepted are a year and a quarter, such as 2025Q1.`,
    );
  if (effective === "disagree")
    return refused(
      "release-disagrees",
      name,
      ": its title, its name and what was said of its release name different years or quarters. Load it as CMS publishes it.",
    );
  if (effective === null)
    return refused(
      "release-unknown",
      name,
      `: nothing says from which quarter it holds. Name it as CMS does ("January 2025 Web Addendum A.csv"), or say it with --release 2025Q1.`,
    );
  const year = Number(effective.slice(0, 4));
  if (year < FIRST_YEAR)
    return refused("year-not-held", name, `: it is of ${year}; read are the files of ${FIRST_YEAR} and later.`);
  const lacking = year < FIRST_YEAR_OF_ALL ? [] : PROGRAM_GROUPS.filter((group) => !rates.has(group));
  if (lacking.length > 0)
    return refused(
      "file-partial",
      name,
      `: only a part of Addendum A: the APCs ${lacking.join(", ")} are missing. Download it again.`,
    );
  const dayRates: OutpatientDayRates = { effective, file: baseName(name), rates };
  return { kind: "dayRates", dayRates };
}
