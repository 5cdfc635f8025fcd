import { componentBuildUp } from "../../../sca/medicare/component-build-up.ts";
import type { MedicareLibrary } from "../../../sca/medicare/fee-schedule.ts";
import { programComparison } from "../../../sca/medicare/program-comparison.ts";
import { noBenchmarkOf, programOf } from "../../../sca/medicare/programs.ts";
import { printMoney } from "../../../sca/values/money.ts";
import { pricer } from "../../functions/pricer.ts";
import { asSentence } from "../parts/as-sentence.ts";
import type { ReadTerms } from "./priced-service.ts";
import type { RateDraft } from "./rate-draft.ts";

/** A program's day beside what it can be compared with: first, always, that there is no benchmark. */
export interface ProgramDay {
  readonly noBenchmark: string;
  /** Label and figures, each a line; empty until it is asked for. */
  readonly comparison: readonly string[];
  readonly buildUp: readonly string[];
  readonly problems: { readonly servicesPerDay?: string; readonly buildUp?: string };
}

/** What a program's day can be set beside; null where the code stands for no program. */
export function programDay(draft: RateDraft, read: ReadTerms, library: MedicareLibrary): ProgramDay | null {
  const program = programOf(draft.code);
  if (program === null) return null;
  const problems: { servicesPerDay?: string; buildUp?: string } = {};
  const noBenchmark = noBenchmarkOf(program).sentence;
  if (read.kind === "problems") return { noBenchmark, comparison: [], buildUp: [], problems };
  const { terms } = read;
  let comparison: string[] = [];
  if (draft.servicesPerDay.trim() !== "") {
    const count = /^\d{1,2}\+?$/.test(draft.servicesPerDay.trim()) ? Number.parseInt(draft.servicesPerDay, 10) : null;
    const found = programComparison({ code: program.code, servicesPerDay: count, day: terms.day }, library);
    if (found.kind === "none") problems.servicesPerDay = found.sentence;
    else {
      comparison = [
        `${asSentence(found.label)}.`,
        `Hospital (${found.hospital.classification}): ${printMoney(found.hospital.cents)} a day.`,
        `Community mental health center (${found.communityMentalHealthCenter.classification}): ${printMoney(found.communityMentalHealthCenter.cents)} a day.`,
        `From ${found.file}, in force from ${found.effective}.`,
        ...found.notes,
      ];
    }
  }
  let buildUp: string[] = [];
  if (draft.buildUp.trim() !== "") {
    const services = readDayServices(draft.buildUp);
    if (services === null) {
      problems.buildUp = "Write each code with how often it comes a day, with commas between: 90834x1, 90853x3.";
    } else {
      const built = componentBuildUp(
        services.map(({ code, modifiers, units }) => ({ question: { ...terms, code, modifiers }, units })),
        pricer(library),
      );
      buildUp = [
        `${asSentence(built.label)}.`,
        ...built.services.flatMap(({ question, units, cents }) =>
          cents === null ? [] : [`${units} × ${question.code}: ${printMoney(cents)}`],
        ),
        ...(built.cents === null
          ? []
          : [`${built.isComplete ? "Sum" : "Sum of what has a benchmark"}: ${printMoney(built.cents)} a day.`]),
        ...built.notes,
      ];
    }
  }
  return { noBenchmark, comparison, buildUp, problems };
}

function readDayServices(text: string) {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const services = parts.map((part) => {
    const [, code, modifier, units = "1"] =
      /^([A-Za-z0-9]{5})(?:-([A-Za-z0-9]{2}))?(?:\s*[xX*×]\s*(\d{1,2}))?$/.exec(part) ?? [];
    if (code === undefined || Number(units) < 1) return null;
    return {
      code: code.toUpperCase(),
      modifiers: modifier === undefined ? [] : [modifier.toUpperCase()],
      units: Number(units),
    };
  });
  return services.includes(null) ? null : services.filter((service) => service !== null);
}
