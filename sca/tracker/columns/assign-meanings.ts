import type { TrackerWords } from "../context/tracker-words.ts";
import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import { ASIDE } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import { codedHeading } from "./coded-heading.ts";
import { type Bid, bidsFor, CODED, LEAST, listedHeading } from "./column-bids.ts";
import type { ColumnMeaning } from "./column-meaning.ts";
import { type ColumnProfile, profileColumn } from "./column-profile.ts";
import { exchangeMeanings } from "./exchange-meanings.ts";
import { codesInHeadings, endingHeading, listedCodes } from "./listed-codes.ts";
import { markColumns } from "./mark-columns.ts";
import { MEANING_FIT } from "./meaning-fit.ts";
import { withPayer, withRate } from "./open-meanings.ts";
import { withPairs } from "./pair-columns.ts";
import { withoutShareColumns } from "./share-columns.ts";
import { stageColumns, tickColumns } from "./tick-columns.ts";

/** Meanings that several columns of one table may share. */
const SHARED: ReadonlySet<Meaning> = new Set<Meaning>([...ASIDE, "code", "notes", "modifier", "description"]);

/** A heading that names several things bids for them together, behind any column that is one of them alone. */
interface PackedBid {
  readonly index: number;
  readonly meanings: readonly Meaning[];
  readonly score: number;
}

const PACKED = 0.88;

function reasonOf(column: FieldColumn, bid: Bid): string {
  const heading = column.text === "" ? "no heading" : `"${column.text.replace(/\s+/g, " ")}"`;
  if (bid.words === 0) return `${heading}: its cells look like it`;
  return `${heading}: ${bid.words >= 0.85 ? "the heading says so" : "the heading suggests it"}${bid.fit >= 0.6 ? " and its cells agree" : ", its cells agree in part"}`;
}

/** Whether two columns can contradict each other: labels that no card has both of may mean the same. */
function meet(a: FieldColumn | undefined, b: FieldColumn | undefined): boolean {
  if (!a?.records || !b?.records) return true;
  for (const record of a.records) if (b.records.has(record)) return true;
  return false;
}

/** A question that hangs on the one before it ("If yes, on what date?") is read with that one's words. */
function withQuestionBefore(column: FieldColumn, before: FieldColumn | undefined): FieldColumn {
  if (before !== undefined && /^\W*(?:on|when)\W*$/i.test(column.text)) return { ...column, group: before.text };
  if (
    before === undefined ||
    !/^\W*(?:if (?:yes|so|approved|received)|when\b\W*$|date\b\W*$)/i.test(column.text) ||
    column.group !== ""
  )
    return column;
  return before.text.length > 12 && /\?\s*$/.test(before.text) ? { ...column, group: before.text } : column;
}

/**
 * Decides what the columns of one table mean, all at once: the best bids of words and cells together are taken first,
 * and a meaning that is taken leaves the other columns to their next best. `given` are meanings that columns beside these have.
 */
export function assignMeanings(
  columns: readonly FieldColumn[],
  dictionary: TrackerWords,
  alike: ReadonlyMap<FieldColumn, readonly Cell[]> = new Map(),
  given: ReadonlySet<Meaning> = new Set(),
): ColumnMeaning[] {
  const profiles = columns.map((column) => ({
    ...profileColumn(alike.get(column) ?? column.cells, dictionary, `${column.group} ${column.text}`),
    ...(column.cells.length === 0 ? { filled: 0 } : {}),
  }));
  const taken = new Map<number, Bid>();
  const owners = new Map<Meaning, number[]>();
  const ticks = new Map([...stageColumns(columns), ...tickColumns(columns)]);
  const marks = markColumns(columns, dictionary);
  for (const kinds of marks.values())
    for (const kind of kinds) if (!SHARED.has(kind)) owners.set(kind, [columns.length]);
  for (const meaning of given) if (!SHARED.has(meaning)) owners.set(meaning, [columns.length]);
  const family = codesInHeadings(columns.map((column) => `${column.group} ${column.text}`));
  const listed = columns.map((column) => listedCodes(column.text, family));
  const codes = columns.map((column, index) => {
    const ending = endingHeading(column.text, family);
    const list = listed[index];
    const coded =
      ending !== null
        ? { code: ending, modifiers: [], text: column.group, group: "" }
        : list
          ? null
          : codedHeading(column.text, column.group);
    return coded &&
      [...readHeading(coded.text, coded.group).scores].some(([meaning, score]) => CODED.has(meaning) && score >= 0.4)
      ? coded
      : null;
  });
  const sameCode = (a: number, b: number) =>
    codes[a]?.code === codes[b]?.code && codes[a]?.modifiers.join() === codes[b]?.modifiers.join();
  const own = (meaning: Meaning, index: number) => owners.set(meaning, [...(owners.get(meaning) ?? []), index]);
  const free = (meaning: Meaning, index: number) =>
    !(owners.get(meaning) ?? []).some((other) => meet(columns[other], columns[index]) && sameCode(other, index));
  const parts = columns.map((column) =>
    readHeading(column.text, column.group).parts.filter((part) => part !== "caseNumber"),
  );
  const result = new Map<number, ColumnMeaning>();
  const packedBids: PackedBid[] = [];
  parts.forEach((meanings, index) => {
    const column = columns[index];
    const profile = profiles[index];
    if (
      meanings.length < 2 ||
      !column ||
      !profile ||
      codes[index] ||
      listed[index] ||
      ticks.has(column) ||
      marks.has(column)
    )
      return;
    const fitting = meanings.filter((meaning) => profile.filled === 0 || MEANING_FIT[meaning](profile) > 0.12);
    if (fitting.length < 2 || fitting.every((meaning) => ASIDE.has(meaning))) return;
    packedBids.push({ index, meanings: fitting, score: PACKED });
  });
  const fullest = Math.max(0, ...profiles.map((profile) => profile.filled));
  const packs = new Set(packedBids.map((bid) => bid.index));
  const bids = columns
    .flatMap((column, index): (Bid | PackedBid)[] =>
      ticks.has(column) || marks.has(column)
        ? []
        : bidsFor(
            index,
            withQuestionBefore(column, columns[index - 1]),
            profiles[index] as ColumnProfile,
            codes[index] ?? listedHeading(listed[index], column.group),
            fullest,
          ).filter(({ meaning }) => SHARED.has(meaning) || !given.has(meaning)),
    )
    .map((bid) => (packs.has(bid.index) && bid.score >= PACKED ? { ...bid, score: PACKED - 0.01 } : bid))
    .concat(packedBids)
    .sort(
      (a, b) =>
        b.score - a.score || (profiles[b.index]?.filled ?? 0) - (profiles[a.index]?.filled ?? 0) || a.index - b.index,
    );
  for (const bid of bids) {
    if (bid.score < LEAST || taken.has(bid.index) || result.has(bid.index)) continue;
    if ("meanings" in bid) {
      const column = columns[bid.index];
      const open = bid.meanings.filter((meaning) => SHARED.has(meaning) || free(meaning, bid.index));
      if (open.length < 2 || !column) continue;
      for (const meaning of open) if (!SHARED.has(meaning)) own(meaning, bid.index);
      result.set(bid.index, {
        column,
        meanings: open,
        confidence: 0.85,
        reason: `"${column.text}": the heading names ${open.length} things`,
        profile: profiles[bid.index] as ColumnProfile,
      });
      continue;
    }
    if (!SHARED.has(bid.meaning) && !free(bid.meaning, bid.index)) continue;
    // Split names are the patient's; a vaguer column beside them is somebody else.
    // Case numbers can look like codes ("E2401"): where a heading says codes, no other column is one by its looks.
    if (
      bid.meaning === "code" &&
      bid.words === 0 &&
      columns[bid.index]?.text.trim() !== "" &&
      [...taken.values()].some((other) => other.meaning === "code" && other.words >= 0.8 && other.fit >= 0.6)
    )
      continue;
    if (bid.meaning === "patient" && bid.words < 0.95 && !free("patientLast", bid.index)) continue;
    taken.set(bid.index, bid);
    if (!SHARED.has(bid.meaning)) own(bid.meaning, bid.index);
  }
  exchangeMeanings({
    bids: bids.filter((bid): bid is Bid => !("meanings" in bid) && bid.score >= LEAST && !result.has(bid.index)),
    taken,
    isShared: (meaning) => SHARED.has(meaning),
    share: (index) => (fullest === 0 ? 1 : (profiles[index]?.filled ?? 0) / fullest),
    rivals: (meaning, index) => {
      const packers = [...result.keys()].filter((other) => result.get(other)?.meanings.includes(meaning));
      const singles = [...taken.values()]
        .filter((bid) => bid.meaning === meaning && bid.index !== index)
        .map((bid) => bid.index);
      return [...packers, ...singles].filter((other) => meet(columns[other], columns[index]) && sameCode(other, index));
    },
  });
  // A second status column ("Status" beside "Determination") speaks where the first is blank.
  const second = new Set(
    ticks.size > 0
      ? []
      : bids.flatMap((bid) =>
          !("meanings" in bid) &&
          bid.meaning === "outcome" &&
          bid.words >= 0.8 &&
          bid.fit >= 0.5 &&
          !taken.has(bid.index) &&
          !result.has(bid.index)
            ? [bid.index]
            : [],
        ),
  );
  const meant = columns.map((column, index): ColumnMeaning => {
    const profile = profiles[index] as ColumnProfile;
    const packed = result.get(index);
    if (packed) return packed;
    const bid = taken.get(index);
    const tick = ticks.get(column);
    const kinds = marks.get(column);
    if (kinds !== undefined)
      return {
        column,
        meanings: kinds,
        confidence: 0.95,
        reason: `"${column.text}": the key explains its marks`,
        profile,
        marks: true,
      };
    if (tick !== undefined)
      return {
        column,
        meanings: ["outcome"],
        confidence: owners.has("outcome") ? 0.5 : 0.9,
        reason: `"${column.text}": a mark or date in it is the answer`,
        profile,
        tick,
      };
    const coded = codes[index];
    if (bid) {
      return {
        column,
        meanings: [bid.meaning],
        confidence: Math.min(1, bid.score),
        reason: reasonOf(column, bid),
        profile,
        ...(coded ? { coded } : {}),
        ...(listed[index] ? { listed: listed[index].codes } : {}),
      };
    }
    if (second.has(index))
      return {
        column,
        meanings: ["outcome"],
        confidence: 0.3,
        reason: `"${column.text}": a second column of answers, for lines where the other is blank`,
        profile,
      };
    const prose = profile.shape("prose") + profile.shape("phrase") > 0.3;
    const heading = column.text === "" ? "no heading" : `"${column.text}"`;
    return {
      column,
      meanings: [prose ? "notes" : "other"],
      confidence: 0.3,
      reason: `${heading}: nothing known; kept with the case's notes`,
      profile,
    };
  });
  return withPairs(withoutShareColumns(withRate(withPayer(meant))));
}
