import { compactForm, readCompactForm } from "../../sca/medicare/files/compact-form.ts";
import {
  type HeldFile,
  type MedicareFile,
  type MedicareSource,
  refused,
} from "../../sca/medicare/files/medicare-file.ts";
import { readMedicareFile } from "../../sca/medicare/files/read-medicare-file.ts";
import { UserProblem } from "../user-problem.ts";
import type { OfficialFile } from "./official-forms.ts";

/** A table that was read, in the form that is kept. */
export interface OfficialDraft {
  /** As told to the manager: "RVU25D.zip, PPRRVU2025_Oct.csv". */
  readonly name: string;
  readonly held: HeldFile;
  /** The name that the kept form has, one for each release and table. */
  readonly keptAs: string;
  readonly text: string;
}

/** In an archive or a folder a table of something else is left aside; one that is known, or says so, and wrong is told. */
function isSomethingElse(code: string, { isNamed, name }: OfficialFile): boolean {
  if (isNamed || (code !== "unknown-file" && code !== "other-cms-file")) return false;
  return code === "other-cms-file" || !/PPRRVU|GPCI|LOCCO|ZIP[59]|OPPS_?CAP|ADDENDUM[ _-]*A(?![a-z])/i.test(name);
}

function readBestForm({ forms, name }: OfficialFile, releaseHint: string | undefined): MedicareFile {
  let first: MedicareFile | null = null;
  for (const form of forms) {
    const file = readForm(() => form(releaseHint), name);
    if (file.kind !== "refused") return file;
    first ??= file;
  }
  return first ?? refused("empty-file", name, ": there is nothing in it.");
}

function readForm(source: () => MedicareSource, name: string): MedicareFile {
  try {
    return readMedicareFile(source());
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error;
    return refused("binary-file", name, `: ${error.message}`);
  }
}

interface Read {
  readonly official: OfficialFile;
  readonly file: MedicareFile;
}

/**
 * CMS writes no year into some tables (OPPSCAP). Where one release of relative values lies in the same folder or archive,
 * it is of that release.
 */
function withReleaseBeside(all: readonly Read[], notes: string[]): Read[] {
  return all.map(({ official, file }) => {
    if (file.kind !== "refused" || (file.code !== "year-unknown" && file.code !== "release-unknown"))
      return { official, file };
    const beside = new Map<string, string>();
    for (const other of all) {
      if (other.official.place !== official.place || other.file.kind !== "relativeValues") continue;
      const { year, letter } = other.file.release;
      beside.set(`${year}${letter}`, other.official.name);
    }
    const [only, ...more] = beside;
    if (only === undefined || more.length > 0) return { official, file };
    const again = readBestForm(official, only[0]);
    if (again.kind === "refused") return { official, file };
    notes.push(
      `${within(official)}${official.name} does not say its release; it is taken for ${only[0]}, as ${only[1]} beside it.`,
    );
    return { official, file: again };
  });
}

/** In front of what is told of a part of an archive. */
function within({ archive }: OfficialFile): string {
  return archive === null ? "" : `${archive}, `;
}

/** One table may come in several downloads: each quarter's archive holds the year's cost indices. */
function withoutTwins(drafts: readonly OfficialDraft[], notes: string[], refusals: string[]): OfficialDraft[] {
  const kept = new Map<string, OfficialDraft>();
  for (const draft of drafts) {
    const twin = kept.get(draft.keptAs);
    const isSame = twin === undefined || tableText(twin) === tableText(draft);
    if (twin === undefined) kept.set(draft.keptAs, draft);
    else if (!isSame && draft.held.kind === "relativeValues") {
      refusals.push(
        `${twin.name} and ${draft.name} say that they are the same release and differ. Load the right one alone. Nothing was loaded from them.`,
      );
    } else if (!isSame) {
      kept.set(draft.keptAs, draft);
      notes.push(`${twin.name} and ${draft.name} are the same table and differ; the latter is kept.`);
    }
  }
  return [...kept.values()];
}

/** The kept form without the name of the file that it came from: the same table comes as csv and as txt. */
function tableText({ text, held }: Pick<OfficialDraft, "text" | "held">): string {
  return text.replace(`"file":${JSON.stringify(fileOf(held))}`, '"file":""');
}

/** Whether a kept text holds the same table as a draft, from whichever file. */
export function isSameTable(before: string, draft: OfficialDraft): boolean {
  if (before === draft.text) return true;
  const held = readCompactForm(draft.keptAs, before);
  if (held.kind === "refused" || held.kind === "notNeeded") return false;
  return tableText({ text: before, held }) === tableText(draft);
}

function fileOf(held: HeldFile): string {
  switch (held.kind) {
    case "relativeValues":
      return held.release.file;
    case "localities":
      return held.localities.file;
    case "counties":
      return held.counties.file;
    case "zip":
      return held.zip.file;
    case "zipPlusFour":
      return held.zipPlusFour.file;
    case "dayRates":
      return held.dayRates.file;
    case "caps":
      return held.caps.file;
  }
}

/** What official files hold, and everything that is to be told of them. Where one is refused, none is to be kept. */
export interface SettledFiles {
  readonly drafts: readonly OfficialDraft[];
  /** Sentences about files of CMS's from which nothing is kept. */
  readonly notNeeded: readonly string[];
  /** Parts that are no table that is used here, by name. */
  readonly leftAside: readonly string[];
  /** What else should be known: tables that were there twice. */
  readonly notes: readonly string[];
  /** Why a file is not taken, each a sentence that begins with its name. */
  readonly refusals: readonly string[];
}

/**
 * Reads the tables of official files and settles what belongs together: which release a table without a year is of, and
 * which of two forms of a table is kept.
 *
 * @example settleOfficialFiles(inForms(found), undefined, progress).drafts[0]?.keptAs is "physician-2025D.txt"
 */
export function settleOfficialFiles(
  official: readonly OfficialFile[],
  releaseHint: string | undefined,
  progress: (share: number, what: string) => void,
): SettledFiles {
  const drafts: OfficialDraft[] = [];
  const notNeeded: string[] = [];
  const notes: string[] = [];
  const leftAside: string[] = [];
  const refusals: string[] = [];
  const read = official.map((one, at): Read => {
    progress(at / official.length, `${within(one)}${one.name}`);
    return { official: one, file: readBestForm(one, releaseHint) };
  });
  for (const { official: one, file } of withReleaseBeside(read, notes)) {
    const shown = `${within(one)}${one.name}`;
    if (file.kind === "notNeeded") notNeeded.push(`${shown} is ${file.what}; nothing is kept from it.`);
    else if (file.kind !== "refused") {
      const { name: keptAs, text } = compactForm(file);
      drafts.push({ name: shown, held: file, keptAs, text });
    } else if (isSomethingElse(file.code, one)) leftAside.push(shown);
    else refusals.push(`${within(one)}${file.sentence}`);
  }
  return { drafts: withoutTwins(drafts, notes, refusals), notNeeded, leftAside, notes, refusals };
}
