import { type CountyArea, type LocalityIndices, localityKey } from "../fee-schedule.ts";

/** The lines between the first and the last, and how many rows they hold. */
export interface CompactBody {
  readonly lines: readonly string[];
  readonly count: number;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The fields of a line that is a JSON array; null for any other. */
function fieldsOf(line: string): readonly unknown[] | null {
  try {
    const fields: unknown = JSON.parse(line);
    return Array.isArray(fields) ? fields : null;
  } catch {
    return null;
  }
}

function isIndex(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A line for each locality: contractor, locality, state, name, work with and without the floor, PE, malpractice. */
export function localityBody(localities: ReadonlyMap<string, LocalityIndices>): CompactBody {
  const lines = sorted(localities).map(([, one]) =>
    JSON.stringify([
      one.mac,
      one.locality,
      one.state,
      one.name,
      one.workWithFloor,
      one.workWithoutFloor,
      one.pe,
      one.malpractice,
    ]),
  );
  return { lines, count: localities.size };
}

/** Reads the lines back; null where they are not what was written. */
export function localitiesOf(lines: readonly string[], count: number): ReadonlyMap<string, LocalityIndices> | null {
  const localities = new Map<string, LocalityIndices>();
  for (const line of lines) {
    const [mac, locality, state, name, workWithFloor, workWithoutFloor, pe, malpractice] = fieldsOf(line) ?? [];
    const isWork = (value: unknown): value is number | null => value === null || isIndex(value);
    if (!isText(mac) || !isText(locality) || !isText(state) || !isText(name)) return null;
    if (!isWork(workWithFloor) || !isWork(workWithoutFloor) || !isIndex(pe) || !isIndex(malpractice)) return null;
    const indices = { mac, locality, state, name, workWithFloor, workWithoutFloor, pe, malpractice };
    localities.set(localityKey(mac, locality), indices);
  }
  return localities.size === count ? localities : null;
}

/** A line for each row of the county list, in CMS's order. */
export function countyBody(areas: readonly CountyArea[]): CompactBody {
  const lines = areas.map((one) => JSON.stringify([one.mac, one.locality, one.state, one.area, one.counties]));
  return { lines, count: areas.length };
}

/** Reads the lines back; null where they are not what was written. */
export function countyAreasOf(lines: readonly string[], count: number): readonly CountyArea[] | null {
  const areas: CountyArea[] = [];
  for (const line of lines) {
    const [mac, locality, state, area, counties] = fieldsOf(line) ?? [];
    if (!isText(mac) || !isText(locality) || !isText(state) || !isText(area) || !isText(counties)) return null;
    areas.push({ mac, locality, state, area, counties });
  }
  return areas.length === count ? areas : null;
}

/** A line for each classification and its cents: "5861 26919". */
export function dayRateBody(rates: ReadonlyMap<string, number>): CompactBody {
  return { lines: sorted(rates).map(([group, cents]) => `${group} ${cents}`), count: rates.size };
}

/** Reads the lines back; null where they are not what was written. */
export function dayRatesOf(lines: readonly string[], count: number): ReadonlyMap<string, number> | null {
  const rates = new Map<string, number>();
  for (const line of lines) {
    const match = /^(\d{4}) (\d{1,9})$/.exec(line);
    if (match === null) return null;
    rates.set(match[1] ?? "", Number(match[2]));
  }
  return rates.size === count ? rates : null;
}

/** The places in a line, then for each code its amounts in their order: one where both settings have the same, "-" for none. */
export function capBody(amounts: ReadonlyMap<string, readonly [number, number]>): CompactBody {
  const codes = new Map<string, Map<string, string>>();
  const places = new Set<string>();
  for (const [key, [nonFacility, facility]] of amounts) {
    const [code = "", place = ""] = key.split(" ");
    places.add(place);
    let ofCode = codes.get(code);
    if (ofCode === undefined) {
      ofCode = new Map();
      codes.set(code, ofCode);
    }
    ofCode.set(place, nonFacility === facility ? String(facility) : `${nonFacility}/${facility}`);
  }
  const order = [...places].sort();
  const lines = sorted(codes).map(([code, ofCode]) =>
    [code, ...order.map((place) => ofCode.get(place) ?? "-")].join(" "),
  );
  return { lines: [["places", ...order].join(" "), ...lines], count: amounts.size };
}

/** Reads the lines back; null where they are not what was written. */
export function capsOf(lines: readonly string[], count: number): ReadonlyMap<string, readonly [number, number]> | null {
  const amounts = new Map<string, readonly [number, number]>();
  const [word, ...places] = (lines[0] ?? "").split(" ");
  if (word !== "places") return null;
  for (const line of lines.slice(1)) {
    const [code = "", ...parts] = line.split(" ");
    if (parts.length !== places.length) return null;
    for (const [at, part] of parts.entries()) {
      if (part === "-") continue;
      const match = /^(\d+)(?:\/(\d+))?$/.exec(part);
      if (match === null) return null;
      amounts.set(`${code} ${places[at] ?? ""}`, [Number(match[1]), Number(match[2] ?? match[1])]);
    }
  }
  return amounts.size === count ? amounts : null;
}
