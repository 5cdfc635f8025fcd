import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { ReportDocument, TableBlock } from "../document/report-document.ts";
import type { OwnFigures } from "./own-figures.ts";
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
   * that is met in a part which the twin's file has letter by letter stands there by chance. Null: nothing is by chance.
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
  /** True where the twin keeps the values, so that being the same as the twin excuses nothing. */
  readonly isKept?: true;
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
  const classes = classesOf(input).map(({ id, label, searched, search, isKept }): ClassProof => {
    const met = read.flatMap((part): Meeting[] => {
      const times = searched === 0 ? 0 : search(part);
      if (times === 0) return [];
      const { file, part: name } = part.part;
      return [{ file, part: name, times, isChance: isKept !== true && same.get(part) === true }];
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
  const figures = ownFigures.dollars.length + ownFigures.percents.length;
  const ids = (id: string, label: string, list: readonly string[]): ClassSearch => ({
    ...{ id, label, searched: list.length, search: searchIds(list) },
  });
  const { names } = values;
  const words = nameWords(names).length;
  return [
    { id: "names", label: "Patients' names, whole", searched: names.length, search: searchNames(names) },
    { id: "name-words", label: "Words of patients' names", searched: words, search: searchNameWords(names) },
    { id: "initials", label: "Patients' initials beside a day", searched: names.length, search: searchInitials(names) },
    {
      ...{ id: "births", label: "Dates of birth", searched: values.births.length },
      ...{ search: searchDays(values.births, own), isKept: true },
    },
    ids("member-ids", "Member ids", values.memberIds),
    ids("group-numbers", "Group numbers", values.groupNumbers),
    ids("auth-numbers", "Authorization numbers", values.authNumbers),
    ids("references", "Reference numbers of letters and calls", values.references),
    ids("claim-numbers", "Claim numbers", values.claimNumbers),
    ids("case-ids", "Ids of cases, authorizations and lines", values.caseIds),
    {
      ...{ id: "days", label: "Days of patients' requests, care and contacts", searched: values.days.length },
      ...{ search: searchDays(values.days, own), isKept: true },
    },
    {
      ...{ id: "contacts", label: "Telephone numbers and mail addresses" },
      ...{ searched: values.phones.length + values.emails.length },
      ...{ search: searchContacts(values.phones, values.emails) },
    },
    { id: "notes", label: "Notes that people wrote", searched: values.notes.length, search: searchNotes(values.notes) },
    {
      ...{ id: "other-payers", label: "Other payers, under every name", searched: values.otherPayers.length },
      ...{ search: searchPhrases(values.otherPayers) },
    },
    {
      ...{ id: "own-figures", label: "The practice's own figures: cost, floor, target, walk-away" },
      ...{ searched: figures, search: searchOwnFigures(ownFigures), isKept: true },
    },
    {
      ...{ id: "own-words", label: "Words of the internal edition", searched: null },
      ...{ search: searchInternalWords, isKept: true },
    },
    {
      ...{ id: "small-counts", label: "Counts of 1 to 10", searched: null },
      ...{ search: searchSmallCounts(otherFigures(document)), isKept: true },
    },
  ];
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
