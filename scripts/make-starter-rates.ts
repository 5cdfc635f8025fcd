import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readArguments, UsageProblem } from "../analysis/commands/arguments.ts";
import { tellProblem } from "../analysis/commands/command-line.ts";
import { processTerminal } from "../analysis/commands/terminal.ts";
import { medicareFolder, readLibrary } from "../analysis/medicare/library-folder.ts";
import { UserProblem } from "../analysis/user-problem.ts";
import { compactForm } from "../sca/medicare/files/compact-form.ts";
import type { HeldFile } from "../sca/medicare/files/medicare-file.ts";

/**
 * `npm run starter [-- --medicare DIR]`: makes data-samples/medicare from CMS's files as they are loaded: the
 * values of the codes below in the newest release of each year of the samples, those years' localities, and the day
 * rates. Numbers and codes only.
 */
const TARGET = resolve(import.meta.dirname, "..", "data-samples", "medicare");
const YEARS: readonly number[] = [2025, 2026];

/** What the samples bill and what programs and practices with single case agreements bill most. */
const CODES = new Set(
  [
    "90785 90791 90792 90832 90833 90834 90836 90837 90838 90839 90840 90846 90847 90853",
    "99202 99203 99204 99205 99211 99212 99213 99214 99215",
    "96130 96131 96136 96137 97151 97153 97155 97110 97530 92507",
    "96365 96366 96413 96415 J0129 J0897 J1745 J2350 J3380",
  ].flatMap((line) => line.split(" ")),
);

const terminal = processTerminal();
try {
  const given = readArguments(process.argv.slice(2), { text: ["medicare"], flags: [] });
  if (given.words.length > 0) throw new UsageProblem(`"${given.words[0]}" is one word too many.`);
  const library = await readLibrary(given.text("medicare") ?? medicareFolder());
  const held = YEARS.flatMap((year): HeldFile[] => {
    const release = library.releases
      .filter((one) => one.year === year && one.track !== "qp")
      .reduce<(typeof library.releases)[number] | null>(
        (newest, one) => (newest === null || one.letter > newest.letter ? one : newest),
        null,
      );
    const localities = library.localityYears.find((one) => one.year === year);
    if (release === null || localities === undefined) {
      throw new UserProblem(
        "not-loaded",
        `Relative values and cost indices of ${year} are needed: load them with sca medicare.`,
      );
    }
    const values = new Map([...release.values].filter(([, { code }]) => CODES.has(code)));
    return [
      { kind: "relativeValues", release: { ...release, values, isPartial: true } },
      { kind: "localities", localities },
    ];
  });
  const dayRates = library.dayRates.filter(({ effective }) => YEARS.includes(Number(effective.slice(0, 4))));
  await mkdir(TARGET, { recursive: true });
  for (const file of [...held, ...dayRates.map((one): HeldFile => ({ kind: "dayRates", dayRates: one }))]) {
    const { name, text } = compactForm(file);
    await writeFile(join(TARGET, name), text);
    terminal.say(`${join(TARGET, name)} (${text.length} characters)`);
  }
} catch (error) {
  process.exitCode = tellProblem(error, terminal);
}
