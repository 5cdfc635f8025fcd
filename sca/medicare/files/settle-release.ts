import { FIRST_YEAR_OF_TRACKS } from "../conversion-factor.ts";
import type { ReleaseLetter, Track } from "../fee-schedule.ts";
import { printWhole } from "./exact-number.ts";
import { baseName, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import { FIRST_YEAR, factorsOfYear, LAST_KNOWN_YEAR, type PaidFactor, paidFactor } from "./paid-factors.ts";
import { clueInHint, clueInName, type QuarterLetter, type ReleaseClue, releaseLetter } from "./release-clues.ts";

/** Which release a file of relative values is. */
interface SettledRelease {
  readonly year: number;
  readonly letter: ReleaseLetter;
  readonly track: Track | null;
}

const NAME_IT = 'name it as CMS does ("PPRRVU2025_Oct.csv", "rvu25d.zip"), or say it with --release 2025D';

/** A clue, and how a sentence calls the place that it was found in. */
type Witness = readonly [clue: ReleaseClue, called: string];

function disagree(name: string, found: string): RefusedFile {
  return refused(
    "release-disagrees",
    name,
    `: ${found}. Only one can be right: if the file was renamed or mixed up, load it as CMS publishes it.`,
  );
}

/** The witnesses of a release in the order of their weight: the file's title, its own name, the manager. */
function witnessesOf(source: MedicareSource, title: ReleaseClue | null): readonly Witness[] | RefusedFile {
  const witnesses: Witness[] = [];
  if (title !== null) witnesses.push([title, "its title"]);
  witnesses.push([clueInName(baseName(source.name)), "its name"]);
  if (source.releaseHint !== undefined) {
    const hint = clueInHint(source.releaseHint);
    if (hint === null) {
      return refused(
        "hint-unreadable",
        source.name,
        `: "${source.releaseHint}" names no release; accepted are a year and a letter, such as 2025D or 2024AR.`,
      );
    }
    witnesses.push([hint, `--release ${source.releaseHint}`]);
  }
  return witnesses;
}

/** Archive and folders speak last, and only where they do not speak of another year. */
function archiveClues(source: MedicareSource, year: number): readonly ReleaseClue[] {
  const folders = source.name.slice(0, source.name.length - baseName(source.name).length);
  return [clueInName(folders), clueInName(source.archive ?? "")].filter(
    (clue) => clue.year === null || clue.year === year,
  );
}

function yearOf(name: string, witnesses: readonly Witness[], archive: string, factor: number): number | RefusedFile {
  const paid = paidFactor(factor);
  let year: number | null = null;
  let teller = "";
  for (const [clue, called] of witnesses) {
    if (clue.year === null) continue;
    if (year !== null && clue.year !== year)
      return disagree(name, `${teller} says ${year}, but ${called} says ${clue.year}`);
    year = clue.year;
    teller = called;
  }
  const printed = printWhole(factor, 4);
  const told = year ?? (paid === null ? clueInName(archive).year : paid.year);
  if (told === null) {
    return refused(
      "year-unknown",
      name,
      `: neither a title nor a name says of which year it is, and its conversion factor ${printed} is none that Medicare paid by from ${FIRST_YEAR} to ${LAST_KNOWN_YEAR}. Load the file as CMS publishes it.`,
    );
  }
  if (told < FIRST_YEAR) {
    return refused("year-not-held", name, `: it is of ${told}; read are the releases of ${FIRST_YEAR} and later.`);
  }
  const factors = factorsOfYear(told);
  if (factors.length > 0 && !factors.some((one) => one.factor === factor)) {
    const others = factors.map((one) => printWhole(one.factor, 4)).join(" or ");
    const found = paid === null ? "none that Medicare paid by" : `that of ${paid.year}`;
    return refused(
      "factor-not-medicare",
      name,
      `: ${teller === "" ? "it" : teller} says ${told}, but its conversion factor ${printed} is ${found}; in ${told} it was ${others}. It may be a proposed, withdrawn or altered file; load the final release from CMS.`,
    );
  }
  if (factors.length === 0 && paid !== null)
    return disagree(name, `${teller} says ${told}, but its conversion factor ${printed} is that of ${paid.year}`);
  return told;
}

function quarterOf(
  name: string,
  witnesses: readonly Witness[],
  archive: readonly ReleaseClue[],
): QuarterLetter | RefusedFile {
  let quarter: QuarterLetter | null = null;
  let teller = "";
  for (const [clue, called] of witnesses) {
    if (clue.quarter === null) continue;
    if (quarter !== null && clue.quarter !== quarter) {
      return disagree(
        name,
        `${teller} says release ${quarter}, but ${called} says ${clue.quarter} (A January, B April, C July, D October)`,
      );
    }
    quarter = clue.quarter;
    teller = called;
  }
  quarter ??= archive.find((clue) => clue.quarter !== null)?.quarter ?? null;
  return (
    quarter ??
    refused(
      "release-unknown",
      name,
      `: nothing says of which quarter it is. Please ${NAME_IT} (A January, AR its correction, B April, C July, D October).`,
    )
  );
}

function trackOf(name: string, year: number, paid: PaidFactor | null): Track | null | RefusedFile {
  if (year < FIRST_YEAR_OF_TRACKS) return null;
  const called = baseName(name);
  const named: Track | null = /non[-_ ]?q/i.test(called)
    ? "nonQp"
    : /(?<![a-z])qp{1,2}(?![a-z])/i.test(called)
      ? "qp"
      : null;
  const told = paid?.track ?? named;
  if (told === null) {
    return refused(
      "release-unknown",
      name,
      `: of ${year} there are two files, for qualifying participants (QPP) and for everyone else (nonQPP), and its name does not say which it is. Name it as CMS does ("PPRRVU${year}_Jan_nonQPP.csv").`,
    );
  }
  if (named !== null && named !== told) {
    return disagree(
      name,
      `its name says ${named === "qp" ? "QPP" : "nonQPP"}, but its conversion factor is that of the other track`,
    );
  }
  return told;
}

/**
 * Which release a file of relative values is: year, letter and, from 2026, track. Title, names and the manager's word must
 * agree with each other and with the conversion factor, which CMS prints on every row.
 *
 * @example "PPRRVU24_JAN.csv" with 33.2875 is 2024AR: January's own factor was 32.7442
 */
export function settleRelease(
  source: MedicareSource,
  title: ReleaseClue | null,
  factor: number,
): SettledRelease | RefusedFile {
  const { name } = source;
  const witnesses = witnessesOf(source, title);
  if ("kind" in witnesses) return witnesses;
  const year = yearOf(name, witnesses, `${source.name} ${source.archive ?? ""}`, factor);
  if (typeof year !== "number") return year;
  const archive = archiveClues(source, year);
  const quarter = quarterOf(name, witnesses, archive);
  if (typeof quarter !== "string") return quarter;
  const paid = factorsOfYear(year).find((one) => one.factor === factor) ?? null;
  const track = trackOf(name, year, paid);
  if (track !== null && typeof track !== "string") return track;
  const told = [...witnesses.map(([clue]) => clue), ...archive].some(
    (clue) => clue.corrected && clue.quarter === quarter,
  );
  if (paid?.only !== undefined && (paid.only !== quarter || told)) {
    return disagree(
      name,
      `its conversion factor ${printWhole(factor, 4)} is that of ${year}${paid.only} alone, but it is told to be ${year}${releaseLetter(quarter, told)}`,
    );
  }
  const corrected = told || (paid?.correctsJanuary === true && quarter === "A");
  return { year, letter: releaseLetter(quarter, corrected), track };
}
