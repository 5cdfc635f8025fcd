import type { CountyArea, CountyYear } from "../fee-schedule.ts";
import { stateCodeOf, stateNameOf, statesMissing } from "./contractor-states.ts";
import { areaOfLine, countyColumns, type PrintedArea, withoutCutLists } from "./county-lines.ts";
import { contractorNumber, localityNumber } from "./locality-number.ts";
import { baseName, type MedicareFile, type MedicareSource, refused } from "./medicare-file.ts";
import type { Completeness } from "./relative-values.ts";
import { settleYear } from "./settle-year.ts";
import { field, headingWords, isBlankRecord, placesOf, tidy, type WantedColumn } from "./table-columns.ts";

const COLUMNS = {
  mac: {
    called: "Medicare Administrative Contractor",
    says: /^MEDICARE ADMIN|^MAC$|^CARRIER(?: NUMBER)?$|^CONTRACTOR$/,
  },
  locality: { called: "Locality Number", says: /^LOCALITY(?: NUMBER)?$/ },
  state: { called: "State", says: /^STATE$/ },
  area: { called: "Fee Schedule Area", says: /^(?:FEE SCHEDULE )?AREA$/ },
  counties: { called: "Counties", says: /^COUNT(?:IES|Y)$/ },
} as const satisfies Record<string, WantedColumn>;

const EXPECTED =
  "Expected is CMS's list of localities and their counties (LOCCO): contractor, locality number, state, fee schedule area, counties.";
const FEWEST = 100;

/** In which row a table has the headings of the county list; -1 where it has none. */
export function countyHeadingRow(records: readonly (readonly string[])[]): number {
  return records.slice(0, 30).findIndex((record) => {
    const words = record.map(headingWords);
    return (
      words.some((heading) => COLUMNS.counties.says.test(heading)) &&
      words.some((heading) => COLUMNS.area.says.test(heading))
    );
  });
}

/** A name as CMS means it, whichever of its forms it stands in: blanks and the mark of a footnote let go. */
function cleaned(text: string): string {
  return tidy(text.replace(/\*+\s*$/, ""))
    .replace(/ ?\/ ?/g, "/")
    .toUpperCase();
}

function assembled(
  source: MedicareSource,
  printed: readonly PrintedArea[],
  title: string,
  completeness: Completeness,
): MedicareFile {
  const { name } = source;
  const year = settleYear(source, title);
  if (typeof year !== "number") return year;
  const areas: CountyArea[] = [];
  const seen = new Set<string>();
  let lastMac = "";
  let lastState = "";
  for (const row of printed) {
    const mac = contractorNumber(row.mac);
    const locality = localityNumber(row.locality);
    if (mac === null || locality === null) {
      return refused(
        "row-unreadable",
        name,
        `, row ${row.line}: "${tidy(`${row.mac} ${row.locality}`).slice(0, 40)}" stands where a contractor's five digits and a locality's two belong. ${EXPECTED}`,
      );
    }
    // The state stands on the first row of a block alone, and in the txt of California on none.
    const state = cleaned(row.state) || (stateNameOf(mac, locality) ?? (mac === lastMac ? lastState : null));
    if (state === null)
      return refused("row-unreadable", name, `, row ${row.line}: no state is told for contractor ${mac}. ${EXPECTED}`);
    lastMac = mac;
    lastState = state;
    const area: CountyArea = { mac, locality, state, area: cleaned(row.area), counties: cleaned(row.counties) };
    const key = JSON.stringify(area);
    if (seen.has(key)) continue;
    seen.add(key);
    areas.push(area);
  }
  const lacking = statesMissing(new Set(areas.map(({ mac, locality }) => stateCodeOf(mac, locality) ?? "")));
  if (completeness === "whole" && (areas.length < FEWEST || lacking.length > 0)) {
    const lack =
      lacking.length === 0
        ? ""
        : `; there is none of ${lacking.slice(0, 6).join(", ")}${lacking.length > 6 ? " and others" : ""}`;
    return refused(
      "file-partial",
      name,
      `: only a part of CMS's list: it has ${areas.length} localities, where the country has some 110${lack}. Download it again.`,
    );
  }
  const counties: CountyYear = { year, file: baseName(name), areas };
  return { kind: "counties", counties };
}

/** Reads the csv, or a txt with tabs. */
export function countiesOfRecords(
  source: MedicareSource,
  records: readonly (readonly string[])[],
  completeness: Completeness,
): MedicareFile {
  const bottom = countyHeadingRow(records);
  const found = placesOf(records[bottom] ?? [], COLUMNS);
  if ("wrong" in found) return refused("columns-missing", source.name, `: ${found.wrong}. ${EXPECTED}`);
  const { places } = found;
  const rows: PrintedArea[] = [];
  for (let at = bottom + 1; at < records.length; at++) {
    const record = records[at] ?? [];
    if (isBlankRecord(record) || tidy(record.join("")).startsWith("*")) continue;
    const mac = field(record, places.mac);
    const counties = field(record, places.counties);
    const last = rows.at(-1);
    if (mac === "" && last !== undefined && field(record, places.area) === "" && counties !== "") {
      last.counties += ` ${counties}`;
      continue;
    }
    rows.push({
      isFullWidth: false,
      mac,
      locality: field(record, places.locality),
      state: field(record, places.state),
      area: field(record, places.area),
      counties,
      line: at + 1,
    });
  }
  return assembled(source, rows, records.slice(0, bottom).flat().join(" "), completeness);
}

/** Reads the txt whose columns are set with blanks. CMS cuts its long lists of counties at the width of the page. */
export function countiesOfLines(
  source: MedicareSource,
  lines: readonly string[],
  completeness: Completeness,
): MedicareFile {
  const heading = lines.findIndex((line) => /Fee Schedule Area/i.test(line) && /Counties/i.test(line));
  const body = lines.slice(heading + 1);
  const columns = countyColumns(body);
  if (heading < 0 || columns === null) {
    return refused("columns-missing", source.name, `: its columns cannot be told apart. ${EXPECTED}`);
  }
  const rows: PrintedArea[] = [];
  for (const [at, line] of body.entries()) {
    if (isBlankRecord([line]) || tidy(line).startsWith("*")) continue;
    const row = areaOfLine(line, columns);
    const last = rows.at(-1);
    if (row !== null) rows.push({ ...row, line: heading + at + 2 });
    else if (last !== undefined && line.slice(0, columns.counties).trim() === "") {
      last.counties += ` ${line.slice(columns.counties).trim()}`;
    } else {
      const about = `, line ${heading + at + 2}: "${tidy(line).slice(0, 60)}" does not read as one locality.`;
      return refused("row-unreadable", source.name, `${about} ${EXPECTED}`);
    }
  }
  return assembled(source, withoutCutLists(rows), lines.slice(0, heading).join(" "), completeness);
}
