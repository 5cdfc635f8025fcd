import type { TrackerWords } from "../context/tracker-words.ts";
import type { Cell } from "../grid.ts";
import { asksOnly } from "../headings/asks-only.ts";
import type { Meaning } from "../headings/meaning.ts";
import { ASIDE, MEANINGS } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import { type CodedHeading, codedHeading } from "./coded-heading.ts";
import type { ColumnMeaning } from "./column-meaning.ts";
import { type ColumnProfile, profileColumn } from "./column-profile.ts";
import { exchangeMeanings } from "./exchange-meanings.ts";
import { codesInHeadings, endingHeading, type ListedCodes, listedCodes } from "./listed-codes.ts";
import { markColumns } from "./mark-columns.ts";
import { betrayedMeanings, MEANING_FIT } from "./meaning-fit.ts";
import { withPairs } from "./pair-columns.ts";
import { withoutShareColumns } from "./share-columns.ts";
import { stageColumns, tickColumns } from "./tick-columns.ts";

/** Meanings of figures that a heading can tie to a code. */
const CODED: ReadonlySet<Meaning> = new Set<Meaning>([
  "rate",
  "rateAsked",
  "rateOffered",
  "rateModel",
  "billedCharge",
  "unitsAuthorized",
  "unitsRequested",
  "unitsUsed",
  "unitsLeft",
  "unitsUsedOfAuthorized",
  "otherAmount",
]);

/** Meanings that several columns of one table may share. */
const SHARED: ReadonlySet<Meaning> = new Set<Meaning>([...ASIDE, "code", "notes", "modifier", "description"]);

const RATES: ReadonlySet<Meaning> = new Set<Meaning>(["rate", "ratePercent", "rateCents"]);

const LEAST = 0.34;

interface Bid {
  readonly index: number;
  readonly meaning: Meaning;
  readonly score: number;
  readonly words: number;
  readonly fit: number;
}

/** A heading with a list of codes, read by its other words. */
function listedHeading(list: ListedCodes | null | undefined, group: string): CodedHeading | null {
  return list ? { code: list.codes.join(), modifiers: [], text: list.text, group } : null;
}

/** A heading that names several things bids for them together, behind any column that is one of them alone. */
interface PackedBid {
  readonly index: number;
  readonly meanings: readonly Meaning[];
  readonly score: number;
}

const PACKED = 0.88;

/** What is granted, and so not under a heading of what was asked for. */
const GRANTED: ReadonlySet<Meaning> = new Set<Meaning>([
  "authStart",
  "authEnd",
  "authSpan",
  "authNumber",
  "unitsAuthorized",
  "rate",
  "unitsUsed",
]);
const WORTH_OF_ASKED = 0.25;
/** Every case has its number: a column of numbers that many lines lack counts something else. */
const WORTH_OF_PATCHY = 0.5;
const WORTH_OF_EVERYWHERE = 0.85;

function bidsFor(
  index: number,
  column: FieldColumn,
  profile: ColumnProfile,
  coded: CodedHeading | null,
  fullest: number,
): Bid[] {
  const reading = coded ? readHeading(coded.text, coded.group) : readHeading(column.text, column.group);
  const bids: Bid[] = [];
  const worth = namesItsCells(column) ? WORTH_OF_CHOICES : 1;
  for (const meaning of MEANINGS) {
    const words =
      (reading.scores.get(meaning) ?? 0) *
      worth *
      (GRANTED.has(meaning) && asksOnly(column.text, column.group) ? WORTH_OF_ASKED : 1);
    if (words < 0.2 || (coded && !CODED.has(meaning))) continue;
    const fit = profile.filled === 0 ? 0.7 : MEANING_FIT[meaning](profile);
    const certainty = Math.min(1, profile.filled / 4);
    // Requests that wait or were refused have no authorization: a number on every line is rather the member's.
    const everywhere =
      meaning === "authNumber" && fullest >= 6 && profile.filled >= fullest * 0.9 ? WORTH_OF_EVERYWHERE : 1;
    const patchy = meaning === "caseNumber" && index > 2 && profile.filled < fullest * 0.8 ? WORTH_OF_PATCHY : 1;
    bids.push({ index, meaning, score: words * patchy * everywhere * (1 - certainty * 0.75 * (1 - fit)), words, fit });
  }
  const topWords = Math.max(0, ...bids.map((bid) => bid.words));
  const topScore = Math.max(0, ...bids.map((bid) => bid.score));
  if ((topWords < 0.55 || topScore < LEAST) && !coded) {
    for (const [meaning, strength] of betrayedMeanings(profile)) {
      const score = strength * (1 - topWords * 0.4);
      const existing = bids.findIndex((bid) => bid.meaning === meaning);
      if (existing >= 0) {
        const bid = bids[existing];
        if (bid) bids[existing] = { ...bid, score: Math.max(bid.score, score) + bid.words * 0.3 };
      } else {
        bids.push({ index, meaning, score, words: 0, fit: 1 });
      }
    }
  }
  return bids;
}

/** What the words of a heading are worth that are the choices its cells are made of. */
const WORTH_OF_CHOICES = 0.6;

/** Whether a heading lists what its cells may hold: "Is that per session, % of Medicare or % of billed?" over "% of Medicare". */
function namesItsCells(column: FieldColumn): boolean {
  if (column.text.length < 25) return false;
  const heading = column.text.toLowerCase();
  const texts = [
    ...new Set(column.cells.filter((cell) => cell.kind === "text").map((cell) => cell.text.trim().toLowerCase())),
  ].filter((text) => text.length > 3);
  const named = texts.filter((text) => heading.includes(text)).length;
  return named >= 2 && named >= texts.length * 0.6;
}

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

/** "Funding", "Product": where no column is headed as the payer's, the one whose cells are payers is. */
function withPayer(meant: readonly ColumnMeaning[]): ColumnMeaning[] {
  if (meant.some((one) => one.meanings.includes("payer") && one.profile.filled > 0)) return [...meant];
  const [best] = meant
    .filter((one) => one.meanings.length === 1 && one.meanings[0] === "otherPlan" && one.profile.payer >= 0.6)
    .sort((a, b) => b.profile.payer - a.profile.payer);
  return meant.map((one) =>
    one === best
      ? {
          ...one,
          meanings: ["payer"],
          confidence: 0.6,
          reason: `"${one.column.text}": its cells are payers, and no other column's are`,
        }
      : one,
  );
}

/** What the headings of rates say of themselves; below it an amount is not taken for one. */
const SAYS_RATE = 0.5;
const STATES_BASES = 0.35;

/** "Pay": where no column is headed as the rate, the amounts that state their basis, or stand beside a column of bases. */
function withRate(meant: readonly ColumnMeaning[]): ColumnMeaning[] {
  if (meant.some((one) => one.meanings.some((meaning) => RATES.has(meaning)) && one.profile.filled > 0))
    return [...meant];
  const bases = meant.some((one) => one.meanings.includes("rateModel") && one.profile.filled > 0);
  const rate = meant.find(
    ({ meanings, profile, column }) =>
      meanings.length === 1 &&
      meanings[0] === "otherAmount" &&
      (profile.basis >= STATES_BASES ||
        (bases && (readHeading(column.text, column.group).scores.get("rate") ?? 0) >= SAYS_RATE)),
  );
  return meant.map((one) =>
    one === rate
      ? {
          ...one,
          meanings: ["rate"],
          confidence: 0.6,
          reason: `"${one.column.text}": its amounts are told with their basis, and no other column's are`,
        }
      : one,
  );
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
 * and a meaning that is taken leaves the other columns to their next best.
 */
export function assignMeanings(
  columns: readonly FieldColumn[],
  dictionary: TrackerWords,
  alike: ReadonlyMap<FieldColumn, readonly Cell[]> = new Map(),
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
          ),
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
