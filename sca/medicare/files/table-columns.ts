/** The words of a heading in capitals: "non_fac_pe_rvu" and "NON-FAC PE RVU" say the same. */
export function headingWords(heading: string): string {
  return heading
    .toUpperCase()
    .replace(/[^A-Z0-9.]+/g, " ")
    .trim();
}

/** A column that is looked for: as a message calls it, and what its heading may say. */
export interface WantedColumn {
  readonly called: string;
  readonly says: RegExp;
  readonly optional?: true;
}

export type ColumnPlaces<Key extends string> = Readonly<Record<Key, number>>;

/**
 * Where each wanted column stands, told by its heading and never by its place; -1 for an optional one that is absent.
 * Otherwise the words for the columns that are missing or stand twice.
 *
 * @example placesOf(["MAC", "PE GPCI"], { pe: { called: "PE GPCI", says: /^PE GPCI$/ } }) finds pe at 1
 */
export function placesOf<Key extends string>(
  headings: readonly string[],
  wanted: Readonly<Record<Key, WantedColumn>>,
): { readonly places: ColumnPlaces<Key> } | { readonly wrong: string } {
  const words = headings.map(headingWords);
  const places: Partial<Record<Key, number>> = {};
  const missing: string[] = [];
  const twice: string[] = [];
  for (const key in wanted) {
    const column = wanted[key];
    const found = words.flatMap((heading, at) => (column.says.test(heading) ? [at] : []));
    if (found.length > 1) twice.push(column.called);
    else if (found.length === 0 && column.optional !== true) missing.push(column.called);
    places[key] = found[0] ?? -1;
  }
  const wrong: string[] = [];
  if (missing.length > 0) wrong.push(`no column says ${listed(missing)}`);
  if (twice.length > 0) wrong.push(`more than one column says ${listed(twice)}`);
  if (wrong.length > 0) return { wrong: wrong.join(", and ") };
  return { places: places as Record<Key, number> };
}

/** Names for a sentence; a long list is cut with its count. */
export function listed(names: readonly string[]): string {
  if (names.length > 6) return `${names.slice(0, 5).join(", ")} and ${names.length - 5} more`;
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** A field of a record, trimmed; empty where the record is shorter or the column absent. */
export function field(record: readonly string[], place: number): string {
  return place < 0 ? "" : (record[place] ?? "").trim();
}

const END_OF_OLD_FILE = String.fromCharCode(26);

/** Whether a record holds nothing, or only the mark by which old programs ended a file. */
export function isBlankRecord(record: readonly string[]): boolean {
  return record.every((text) => text.trim() === "" || text.replaceAll(END_OF_OLD_FILE, "").trim() === "");
}

/** Text as a person sees it: one blank between words, none around. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}
