import type {
  CountyYear,
  LocalityYear,
  OutpatientCaps,
  OutpatientDayRates,
  RelativeValueRelease,
  ZipPlusFourQuarter,
  ZipQuarter,
} from "../fee-schedule.ts";

/** A text of CMS's as it was split: a csv into records, a fixed-width or tabbed txt into lines without their ends. */
export type MedicareSource = {
  /** File name; folders before it are allowed, and inside an archive they are its own. */
  readonly name: string;
  /** Name of the archive that the file came in: CMS writes the release there ("rvu25d.zip"). */
  readonly archive: string | null;
  /** What the manager says the release is, where no name tells: "2025D". */
  readonly releaseHint?: string;
} & (
  | { readonly form: "records"; readonly records: readonly (readonly string[])[] }
  | { readonly form: "lines"; readonly lines: readonly string[] }
);

/** A file that is not taken, and why: where, what was found, what is accepted, what happens meanwhile. */
export interface RefusedFile {
  readonly kind: "refused";
  readonly code: RefusalCode;
  readonly sentence: string;
}

/** Why a file is refused, for programs and tests; the sentence is for the manager. */
export type RefusalCode =
  | "empty-file"
  | "web-page"
  | "binary-file"
  | "unknown-file"
  | "other-cms-file"
  | "columns-missing"
  | "row-unreadable"
  | "row-twice"
  | "file-partial"
  | "year-unknown"
  | "year-not-held"
  | "release-unknown"
  | "release-disagrees"
  | "hint-unreadable"
  | "factor-not-medicare"
  | "factors-differ"
  | "quarters-differ"
  | "rates-proposed"
  | "no-day-rates"
  | "counties-cut"
  | "compact-form-broken";

/** What was read of a file and can be kept. */
export type HeldFile =
  | { readonly kind: "relativeValues"; readonly release: RelativeValueRelease }
  | { readonly kind: "localities"; readonly localities: LocalityYear }
  | { readonly kind: "counties"; readonly counties: CountyYear }
  | { readonly kind: "zip"; readonly zip: ZipQuarter }
  | { readonly kind: "zipPlusFour"; readonly zipPlusFour: ZipPlusFourQuarter }
  | { readonly kind: "dayRates"; readonly dayRates: OutpatientDayRates }
  | { readonly kind: "caps"; readonly caps: OutpatientCaps };

export type MedicareFile =
  | HeldFile
  /** A file of CMS's from which nothing is needed; `what` says what it is, ready to follow "is". */
  | { readonly kind: "notNeeded"; readonly what: string }
  | RefusedFile;

/** The file's own name, without folders. */
export function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}

/** A refusal that begins with the file's name and ends with what happens meanwhile. */
export function refused(code: RefusalCode, name: string, about: string): RefusedFile {
  return { kind: "refused", code, sentence: `${baseName(name)}${about} Nothing was loaded from it.` };
}
