import type { ZipArea, ZipPlusFourQuarter } from "../fee-schedule.ts";
import type { CompactBody } from "./compact-tables.ts";

function areaKey(area: ZipArea): string {
  return `${area.state} ${area.mac} ${area.locality}`;
}

function areaOf(parts: readonly string[]): ZipArea | null {
  const [state = "", mac = "", locality = ""] = parts;
  if (!/^[A-Z]{2}$/.test(state) || !/^\d{5}$/.test(mac) || !/^\d{2}$/.test(locality)) return null;
  return { mac, locality, state };
}

/** Neighbouring numbers as stretches: "35004-35007 35010". */
function stretches(sorted: readonly string[]): string {
  const parts: [first: string, last: string][] = [];
  for (const text of sorted) {
    const last = parts.at(-1);
    if (last !== undefined && Number(text) === Number(last[1]) + 1) last[1] = text;
    else parts.push([text, text]);
  }
  return parts.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(" ");
}

/** The ends of a stretch of ZIP codes; null for anything else. */
function endsOf(text: string): readonly [first: number, last: number] | null {
  const first = Number(text.slice(0, 5));
  const last = text.length === 5 ? first : Number(text.slice(6));
  const isSound = text.length === 5 || (text.length === 11 && text[5] === "-");
  return isSound && Number.isSafeInteger(first) && Number.isSafeInteger(last) && first <= last ? [first, last] : null;
}

/** A line for each place with its ZIP codes, and one for those that need the four digits behind. */
export function zipBody(zips: ReadonlyMap<string, ZipArea>, split: ReadonlySet<string>): CompactBody {
  const places = new Map<string, string[]>();
  for (const [zip, area] of zips) {
    const key = areaKey(area);
    const codes = places.get(key);
    if (codes === undefined) places.set(key, [zip]);
    else codes.push(zip);
  }
  const lines = [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, codes]) => `${key} ${stretches(codes.sort())}`);
  if (split.size > 0) lines.push(`split ${stretches([...split].sort())}`);
  return { lines, count: zips.size + split.size };
}

/** Reads the lines back; null where they are not what was written. */
export function zipsOf(
  lines: readonly string[],
  count: number,
): { readonly zips: ReadonlyMap<string, ZipArea>; readonly split: ReadonlySet<string> } | null {
  const zips = new Map<string, ZipArea>();
  const split = new Set<string>();
  for (const line of lines) {
    const parts = line.split(" ");
    const isSplit = parts[0] === "split";
    const area = isSplit ? null : areaOf(parts);
    if (!isSplit && area === null) return null;
    for (let at = isSplit ? 1 : 3; at < parts.length; at++) {
      const ends = endsOf(parts[at] ?? "");
      if (ends === null) return null;
      for (let code = ends[0]; code <= ends[1]; code++) {
        const zip = String(code).padStart(5, "0");
        if (area === null) split.add(zip);
        else zips.set(zip, area);
      }
    }
  }
  return zips.size + split.size === count ? { zips, split } : null;
}

type Spans = ZipPlusFourQuarter["spans"];

/** The places, numbered, and a line for each ZIP code: "60601 a0 0001-0120 a1 0121". */
export function spanBody(spans: Spans): CompactBody {
  const keys = new Set<string>();
  for (const ofZip of spans.values()) for (const span of ofZip) keys.add(areaKey(span));
  const ordered = [...keys].sort();
  const numbers = new Map(ordered.map((key, at) => [key, `a${at}`]));
  const lines = ordered.map((key, at) => `a${at} ${key}`);
  let count = 0;
  for (const [zip, ofZip] of [...spans].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let line = zip;
    let before = "";
    for (const span of ofZip) {
      const number = numbers.get(areaKey(span)) ?? "";
      if (number !== before) line += ` ${number}`;
      before = number;
      line += span.first === span.last ? ` ${span.first}` : ` ${span.first}-${span.last}`;
      count++;
    }
    lines.push(line);
  }
  return { lines, count };
}

const SPAN = /^\d{4}(?:-\d{4})?$/;

/** Reads the lines back; null where they are not what was written. */
export function spansFrom(lines: readonly string[], count: number): Spans | null {
  const areas = new Map<string, ZipArea>();
  const spans = new Map<string, readonly (ZipArea & { readonly first: string; readonly last: string })[]>();
  let read = 0;
  for (const line of lines) {
    const [zip = "", ...parts] = line.split(" ");
    if (zip.startsWith("a")) {
      const area = areaOf(parts);
      if (area === null) return null;
      areas.set(zip, area);
      continue;
    }
    if (!/^\d{5}$/.test(zip)) return null;
    const ofZip: (ZipArea & { readonly first: string; readonly last: string })[] = [];
    let area: ZipArea | undefined;
    for (const part of parts) {
      if (part.startsWith("a")) {
        area = areas.get(part);
        continue;
      }
      if (area === undefined || !SPAN.test(part)) return null;
      const { mac, locality, state } = area;
      ofZip.push({ mac, locality, state, first: part.slice(0, 4), last: part.slice(-4) });
      read++;
    }
    spans.set(zip, ofZip);
  }
  return read === count ? spans : null;
}
