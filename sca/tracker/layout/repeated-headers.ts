import { readHeading } from "../headings/read-heading.ts";
import { editsAllowed, spellingDistance } from "../vocabulary/spelling-distance.ts";
import type { ColumnHeading } from "./column-heading.ts";
import type { Header } from "./header-lines.ts";
import { roundHeadings } from "./rounds.ts";

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}$%#]+/gu, "");
}

function sureness(heading: ColumnHeading): number {
  return Math.max(0, ...readHeading(heading.text, heading.group).scores.values());
}

/** Whether two headers are one typed twice: the same places, some headings the same, the others a slip apart. */
function isRetyped(one: Header, other: Header): boolean {
  if (one.headings.length !== other.headings.length || one.headings.length < 3) return false;
  let same = 0;
  for (const [index, heading] of one.headings.entries()) {
    const beside = other.headings[index];
    if (!beside || beside.position !== heading.position || plain(beside.group) !== plain(heading.group)) return false;
    const [a, b] = [plain(heading.text), plain(beside.text)];
    if (a === b) same += 1;
    else if (/\d/.test(a + b) || spellingDistance(a, b) > Math.max(1, editsAllowed(Math.min(a.length, b.length))))
      return false;
  }
  return same * 3 >= one.headings.length;
}

/** A header retyped over every block, slips and all, is one header: each heading as it is best spelt in any of them. */
export function withoutSlips(headers: ReadonlyMap<number, Header>): Map<number, Header> {
  const groups: Header[][] = [];
  for (const header of headers.values()) {
    const group = groups.find((others) => others[0] && isRetyped(others[0], header));
    if (group) group.push(header);
    else groups.push([header]);
  }
  const mended = new Map<number, Header>();
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const texts = first.headings.map(
      (_, index) =>
        group
          .flatMap((header) => header.headings[index] ?? [])
          .reduce((best, heading) => (sureness(heading) > sureness(best) ? heading : best)).text,
    );
    for (const header of group) {
      if (group.every((other) => other.signature === header.signature)) mended.set(header.at, header);
      else {
        const headings = header.headings.map((heading, index) => ({ ...heading, text: texts[index] ?? heading.text }));
        mended.set(header.at, { ...header, headings, rounds: roundHeadings(headings), signature: first.signature });
      }
    }
  }
  return mended;
}
