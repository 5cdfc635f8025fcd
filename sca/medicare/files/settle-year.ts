import { baseName, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import { FIRST_YEAR } from "./paid-factors.ts";
import { clueInHint, clueInName } from "./release-clues.ts";

const NAME_IT = 'Name it as CMS does ("GPCI2025.csv", "25LOCCO.csv", "rvu25d.zip"), or say it with --release 2025D.';

/**
 * The year of a file that holds for a whole year: told by its title and headings, its name, or the manager, which must
 * agree; else by its archive.
 *
 * @example settleYear({ name: "GPCI24_rvu24a.csv", archive: null, form: "lines", lines: [] }, "mac state gpci_work") is 2024
 */
export function settleYear(source: MedicareSource, words: string): number | RefusedFile {
  const { name } = source;
  const told: [year: number, called: string][] = [];
  const titled = new Set([...words.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map((match) => Number(match[1])));
  for (const year of titled) told.push([year, "its title or headings"]);
  const named = clueInName(baseName(name)).year;
  if (named !== null) told.push([named, "its name"]);
  if (source.releaseHint !== undefined) {
    const hint = clueInHint(source.releaseHint);
    if (hint === null) {
      return refused(
        "hint-unreadable",
        name,
        `: "${source.releaseHint}" names no release; accepted are a year and a letter, such as 2025D or 2024AR.`,
      );
    }
    if (hint.year !== null) told.push([hint.year, `--release ${source.releaseHint}`]);
  }
  const first = told[0];
  const other = told.find(([year]) => year !== first?.[0]);
  if (first !== undefined && other !== undefined) {
    return refused(
      "release-disagrees",
      name,
      `: ${first[1]} say ${first[0]}, but ${other[1]} ${other[0]}. Only one can be right: load the file as CMS publishes it.`,
    );
  }
  const year = first?.[0] ?? clueInName(name).year ?? clueInName(source.archive ?? "").year;
  if (year === null) return refused("year-unknown", name, `: nothing says of which year it is. ${NAME_IT}`);
  if (year < FIRST_YEAR)
    return refused("year-not-held", name, `: it is of ${year}; read are the files of ${FIRST_YEAR} and later.`);
  return year;
}
