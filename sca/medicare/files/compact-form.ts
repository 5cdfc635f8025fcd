import { type CalendarDate, parseIsoDay } from "../../values/calendar-date.ts";
import { RELEASE_LETTERS, type ReleaseLetter, type Track } from "../fee-schedule.ts";
import {
  type CompactBody,
  capBody,
  capsOf,
  countyAreasOf,
  countyBody,
  dayRateBody,
  dayRatesOf,
  localitiesOf,
  localityBody,
} from "./compact-tables.ts";
import { valueBody, valuesOf } from "./compact-values.ts";
import { spanBody, spansFrom, zipBody, zipsOf } from "./compact-zips.ts";
import { type HeldFile, type MedicareFile, refused } from "./medicare-file.ts";

/** How a text of the compact form begins; the number is that of the form. */
export const COMPACT_FORM = "SCA Ledger Medicare 1 ";

/** What the first line says behind the kind. */
interface Heading {
  readonly file: string;
  readonly year?: number;
  readonly letter?: ReleaseLetter;
  readonly track?: Track | null;
  readonly conversionFactor?: number;
  readonly quarter?: number;
  readonly effective?: CalendarDate;
  /** Of a starter set. */
  readonly isPartial?: boolean;
}

function written(name: string, kind: string, heading: Heading, body: CompactBody): { name: string; text: string } {
  const first = `${COMPACT_FORM}${kind} ${JSON.stringify(heading)}`;
  return { name, text: `${[first, ...body.lines, `end ${body.count}`].join("\n")}\n` };
}

/**
 * A file in the form that the manager's folder keeps: one text with numbers, codes and names of places, and no description.
 * The first line says form, kind and where it comes from, the last how many rows there are. The same file always gives the
 * same bytes, and each release its own name.
 *
 * @example compactForm(file).name is "physician-2025D.txt", "physician-2026B-nonqp.txt", "zip-2025Q4.txt"
 */
export function compactForm(file: HeldFile): { readonly name: string; readonly text: string } {
  switch (file.kind) {
    case "relativeValues": {
      const { values, ...heading } = file.release;
      const track = heading.track === null ? "" : `-${heading.track.toLowerCase()}`;
      return written(`physician-${heading.year}${heading.letter}${track}.txt`, "physician", heading, valueBody(values));
    }
    case "localities": {
      const { localities, ...heading } = file.localities;
      return written(`localities-${heading.year}.txt`, "localities", heading, localityBody(localities));
    }
    case "counties": {
      const { areas, ...heading } = file.counties;
      return written(`counties-${heading.year}.txt`, "counties", heading, countyBody(areas));
    }
    case "zip": {
      const { zips, split, ...heading } = file.zip;
      return written(`zip-${heading.year}Q${heading.quarter}.txt`, "zip", heading, zipBody(zips, split));
    }
    case "zipPlusFour": {
      const { spans, ...heading } = file.zipPlusFour;
      return written(`zip4-${heading.year}Q${heading.quarter}.txt`, "zip4", heading, spanBody(spans));
    }
    case "dayRates": {
      const { rates, ...heading } = file.dayRates;
      return written(`outpatient-days-${heading.effective}.txt`, "outpatient-days", heading, dayRateBody(rates));
    }
    case "caps": {
      const { amounts, ...heading } = file.caps;
      return written(`caps-${heading.year}${heading.letter}.txt`, "caps", heading, capBody(amounts));
    }
  }
}

function headingOf(text: string): Heading | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null || !("file" in parsed) || typeof parsed.file !== "string")
    return null;
  const number = (key: string): number | undefined => {
    const value: unknown = (parsed as Readonly<Record<string, unknown>>)[key];
    return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
  };
  const rest = parsed as Readonly<Record<string, unknown>>;
  const letter = RELEASE_LETTERS.find((one) => one === rest["letter"]);
  const track = rest["track"];
  const effective = typeof rest["effective"] === "string" ? parseIsoDay(rest["effective"]) : null;
  const year = number("year");
  const conversionFactor = number("conversionFactor");
  const quarter = number("quarter");
  return {
    file: parsed.file,
    ...(year === undefined ? {} : { year }),
    ...(letter === undefined ? {} : { letter }),
    ...(track === null || track === "nonQp" || track === "qp" ? { track } : {}),
    ...(conversionFactor === undefined ? {} : { conversionFactor }),
    ...(quarter === undefined ? {} : { quarter }),
    ...(effective === null ? {} : { effective }),
    ...(rest["isPartial"] === true ? { isPartial: true } : {}),
  };
}

/** The file of a kind from its lines; null where they are not what was written. */
function held(kind: string, heading: Heading, lines: readonly string[], count: number): HeldFile | null {
  const { file, year, letter, track, conversionFactor, quarter, effective, isPartial } = heading;
  if (kind === "outpatient-days") {
    const rates = dayRatesOf(lines, count);
    return rates === null || effective === undefined
      ? null
      : { kind: "dayRates", dayRates: { effective, file, rates } };
  }
  if (year === undefined) return null;
  switch (kind) {
    case "physician": {
      const values = valuesOf(lines, count);
      if (values === null || letter === undefined || track === undefined || conversionFactor === undefined) return null;
      const part = isPartial === true ? { isPartial } : {};
      return { kind: "relativeValues", release: { year, letter, track, conversionFactor, file, ...part, values } };
    }
    case "localities": {
      const localities = localitiesOf(lines, count);
      return localities === null ? null : { kind: "localities", localities: { year, file, localities } };
    }
    case "counties": {
      const areas = countyAreasOf(lines, count);
      return areas === null ? null : { kind: "counties", counties: { year, file, areas } };
    }
    case "caps": {
      const amounts = capsOf(lines, count);
      return amounts === null || letter === undefined ? null : { kind: "caps", caps: { year, letter, file, amounts } };
    }
  }
  if (quarter !== 1 && quarter !== 2 && quarter !== 3 && quarter !== 4) return null;
  if (kind === "zip") {
    const read = zipsOf(lines, count);
    return read === null ? null : { kind: "zip", zip: { year, quarter, file, ...read } };
  }
  const spans = kind === "zip4" ? spansFrom(lines, count) : null;
  return spans === null ? null : { kind: "zipPlusFour", zipPlusFour: { year, quarter, file, spans } };
}

/**
 * Reads a text of the compact form back. What was cut off, altered or written by a later form is refused by name.
 *
 * @example readCompactForm("physician-2025D.txt", text) equals the file that compactForm(file) wrote
 */
export function readCompactForm(name: string, text: string): MedicareFile {
  const lines = (text.includes("\r") ? text.replaceAll("\r\n", "\n") : text).split("\n");
  while (lines.at(-1) === "") lines.pop();
  const match = /^([a-z0-9-]+) (\{.*\})$/s.exec(
    lines[0]?.startsWith(COMPACT_FORM) === true ? lines[0].slice(COMPACT_FORM.length) : "",
  );
  const again = "Load CMS's file again; it takes this one's place.";
  if (match === null) {
    return refused(
      "compact-form-broken",
      name,
      `: this is no fee schedule in the form that is kept (its first line begins with "${COMPACT_FORM.trim()}"). ${again}`,
    );
  }
  const end = /^end (\d+)$/.exec(lines.at(-1) ?? "");
  if (end === null)
    return refused(
      "compact-form-broken",
      name,
      `: its last line, the number of rows, is missing: the file is cut off. ${again}`,
    );
  const heading = headingOf(match[2] ?? "");
  const read = heading === null ? null : held(match[1] ?? "", heading, lines.slice(1, -1), Number(end[1]));
  if (read === null) {
    return refused(
      "compact-form-broken",
      name,
      `: it does not hold the ${end[1]} rows that its last line tells, or rows of another form: it was altered or damaged. ${again}`,
    );
  }
  return read;
}
