import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { ReportDocument, TableBlock } from "../document/report-document.ts";
import type { OwnFigures } from "./own-figures.ts";
import { compact } from "./plain-words.ts";
import type { PrivateValues } from "./private-values.ts";
import { type ReadPart, readPart } from "./read-part.ts";
import type { SearchedPart } from "./searched-part.ts";
import {
  nameWords,
  type Search,
  searchContacts,
  searchDays,
  searchIds,
  searchInitials,
  searchInternalWords,
  searchNames,
  searchNameWords,
  searchNotes,
  searchOwnFigures,
  searchPhrases,
  searchSmallCounts,
} from "./searches.ts";

/** What is proved about, and against what. */
export interface ProofInput {
  /** The finished files, part by part, as `fileParts` reads them. */
  readonly parts: readonly SearchedPart[];
  /**
   * The same files made from the ledger's twin, in which no patient, number, note or other payer is the ledger's. A value
   * that is met in a part which the twin's file has letter by letter stands there by chance, where it can be a word at
   * all. Null: nothing is by chance.
   */
  readonly twin: readonly SearchedPart[] | null;
  readonly values: PrivateValues;
  /** Figures of the practice's own: cost, floor, target, walk-away. */
  readonly ownFigures: OwnFigures;
  /** The report, for the figures that it shows as something else than counts. */
  readonly document: ReportDocument;
  /** Days of the letter's own: its date, the day for the answer. */
  readonly ownDays: readonly CalendarDate[];
}

/** Where a value was met, and how often; never which one. */
export interface Meeting {
  readonly file: string;
  readonly part: string;
  readonly times: number;
  /** Stands there by chance: the part is the same without any patient of the ledger. */
  readonly isChance: boolean;
}

/** What came of one class of values. */
export interface ClassProof {
  readonly id: string;
  readonly label: string;
  /** How many values were looked for; null where it is a rule rather than a list. */
  readonly searched: number | null;
  readonly met: readonly Meeting[];
}

export interface RedactionProof {
  readonly classes: readonly ClassProof[];
  /** Parts that read otherwise when every patient and other payer is replaced; null where no twin was made. */
  readonly dependent: readonly { readonly file: string; readonly part: string }[] | null;
  /** Files in which the report's own title was not found: whoever cannot find what is there proves nothing. */
  readonly unread: readonly string[];
  readonly parts: readonly { readonly file: string; readonly part: string; readonly texts: number }[];
  readonly isClean: boolean;
}

interface ClassSearch {
  readonly id: string;
  readonly label: string;
  readonly searched: number | null;
  readonly search: Search;
  /**
   * What nothing excuses: values that are no word of any letter, whoever typed them in, and those that the twin keeps.
   * "all" for the whole class.
   */
  readonly never: Search | "all" | null;
}

/**
 * Searches finished files for everything that a payer must not read, seen or unseen, and tells what was met. Clean only
 * where nothing was met but by chance, no part depends on a patient, and every file could be read.
 *
 * @example redactionProof({ parts, twin, values, ownFigures, document, ownDays: [asOf] }).isClean
 */
export function redactionProof(input: ProofInput): RedactionProof {
  const read = input.parts.map(readPart);
  const twinOf = new Map((input.twin ?? []).map((part) => [keyOf(part), JSON.stringify(part.units)]));
  const isSame = ({ part }: ReadPart): boolean => twinOf.get(keyOf(part)) === JSON.stringify(part.units);
  const same = new Map(read.map((part) => [part, input.twin !== null && isSame(part)]));
  const classes = classesOf(input).map(({ id, label, searched, search, never }): ClassProof => {
    const met = read.flatMap((part): Meeting[] => {
      const times = searched === 0 ? 0 : search(part);
      if (times === 0) return [];
      const { file, part: name } = part.part;
      const isBare = never === "all" || (never !== null && never(part) > 0);
      return [{ file, part: name, times, isChance: !isBare && same.get(part) === true }];
    });
    return { id, label, searched, met };
  });
  const dependent =
    input.twin === null
      ? null
      : read.filter((part) => same.get(part) !== true).map(({ part: { file, part } }) => ({ file, part }));
  const unread = filesWithout(read, input.document.title);
  return {
    classes,
    dependent,
    unread,
    parts: input.parts.map(({ file, part, units }) => ({ file, part, texts: units.length })),
    isClean:
      classes.every(({ met }) => met.every(({ isChance }) => isChance)) &&
      (dependent?.length ?? 0) === 0 &&
      unread.length === 0 &&
      input.parts.length > 0,
  };
}

function keyOf({ file, part }: SearchedPart): string {
  return `${file}\n${part}`;
}

function filesWithout(read: readonly ReadPart[], title: string): string[] {
  const wanted = searchPhrases([title]);
  const files = new Set(read.map(({ part }) => part.file));
  for (const part of read) if (files.has(part.part.file) && wanted(part) > 0) files.delete(part.part.file);
  return [...files];
}

function classesOf({ values, ownFigures, document, ownDays }: ProofInput): ClassSearch[] {
  const own = new Set(ownDays);
  const listed = (
    id: string,
    label: string,
    list: readonly unknown[],
    search: Search,
    never: ClassSearch["never"],
  ) => ({
    ...{ id, label, searched: list.length, search, never },
  });
  const ids = (id: string, label: string, list: readonly string[]): ClassSearch =>
    listed(id, label, list, searchIds(list), searchIds(list.filter(isUnlikeWords)));
  const ruled = (id: string, label: string, search: Search): ClassSearch => ({
    ...{ id, label, searched: null, search, never: "all" },
  });
  const { names, births, days, phones, emails, notes, otherPayers, otherPayerNames } = values;
  const others = [...otherPayerNames, ...otherPayers];
  return [
    listed("names", "Patients' names, whole", names, searchNames(names), "all"),
    listed("name-words", "Words of patients' names", nameWords(names), searchNameWords(names), null),
    listed("initials", "Patients' initials beside a day", names, searchInitials(names), null),
    listed("births", "Dates of birth", births, searchDays(births, own), "all"),
    ids("member-ids", "Member ids", values.memberIds),
    ids("group-numbers", "Group numbers", values.groupNumbers),
    ids("auth-numbers", "Authorization numbers", values.authNumbers),
    ids("references", "Reference numbers of letters and calls", values.references),
    ids("claim-numbers", "Claim numbers", values.claimNumbers),
    ids("case-ids", "Ids of cases, authorizations and lines", values.caseIds),
    listed("days", "Days of patients' requests, care and contacts", days, searchDays(days, own), "all"),
    listed(
      ...(["contacts", "Telephone numbers and mail addresses", [...phones, ...emails]] as const),
      ...([searchContacts(phones, emails), "all"] as const),
    ),
    listed("notes", "Notes that people wrote", notes, searchNotes(notes), null),
    listed(
      ...(["other-payers", "Other payers, under every name", others] as const),
      ...([searchPhrases(others), searchPhrases(otherPayerNames)] as const),
    ),
    listed(
      ...(["own-figures", "The practice's own figures: cost, floor, target, walk-away"] as const),
      ...([[...ownFigures.dollars, ...ownFigures.percents], searchOwnFigures(ownFigures), "all"] as const),
    ),
    ruled("own-words", "Words of the internal edition", searchInternalWords),
    ruled("small-counts", "Counts of 1 to 10", searchSmallCounts(otherFigures(document))),
  ];
}

/** From this length on an identifier is no year, code or sum. */
function isUnlikeWords(id: string): boolean {
  return compact(id).length >= 7;
}

/** Whole figures of 1 to 10 that the report shows as days, shares, dollars or multiples, and never as a count. */
function otherFigures({ sections }: ReportDocument): Set<string> {
  const shown = { counts: new Set<string>(), others: new Set<string>() };
  const take = (value: number | null, format: string): void => {
    if (value !== null) shown[format === "count" ? "counts" : "others"].add(String(value));
  };
  const takeTable = ({ rows, total }: TableBlock): void => {
    for (const { number } of [...rows, ...(total === null ? [] : [total])].flat()) {
      if (number !== undefined) take(number.value, number.format);
    }
  };
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === "table") takeTable(block);
    if (block.kind !== "chart") continue;
    takeTable(block.table);
    for (const value of block.bars?.series.flatMap(({ values }) => values) ?? [])
      take(value, block.bars?.format ?? "count");
  }
  return new Set([...shown.others].filter((figure) => !shown.counts.has(figure)));
}
