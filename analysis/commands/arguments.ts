import { type ParseArgsConfig, parseArgs } from "node:util";
import { type CalendarDate, calendarDate, parseIsoDay } from "../../sca/values/calendar-date.ts";

/** The command was not written as it is meant to be: exit code 2. */
export class UsageProblem extends Error {
  override readonly name = "UsageProblem";
}

/** What a command line says: words in order, and options by name. */
export interface Arguments {
  readonly words: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly isSet: (option: string) => boolean;
}

/**
 * Reads a command line against the options that the command knows; `text` options take a value, `flags` none.
 * Throws a UsageProblem that names the word it stumbled on.
 */
export function readArguments(
  line: readonly string[],
  known: { readonly text: readonly string[]; readonly flags: readonly string[] },
): Arguments {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const name of known.text) options[name] = { type: "string" };
  for (const name of known.flags) options[name] = { type: "boolean" };
  try {
    const { positionals, values } = parseArgs({ args: [...line], options, allowPositionals: true, strict: true });
    return {
      words: positionals,
      text: (option) => {
        const value = values[option];
        return typeof value === "string" ? value : undefined;
      },
      isSet: (option) => values[option] === true,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const all = [...known.text, ...known.flags].map((name) => `--${name}`).join(", ");
    const found = /'(-[^' ]+)/.exec(error.message)?.[1] ?? line.join(" ");
    const fault = error.message.includes("argument missing")
      ? "needs a value"
      : error.message.includes("ambiguous")
        ? "is followed by a value that begins with a dash, which is none of its values"
        : "is not known here";
    throw new UsageProblem(`The option "${found}" ${fault}. Options: ${all}.`);
  }
}

/** The day the work is done for: what `--as-of` says, or the day on this machine's clock. The only place that reads it. */
export function asOfDay(given: string | undefined): CalendarDate {
  if (given !== undefined) {
    const day = parseIsoDay(given);
    if (day === null) throw new UsageProblem(`--as-of "${given}" is not a calendar day. Write it as 2026-02-28.`);
    return day;
  }
  const now = new Date();
  const today = calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (today === null)
    throw new UsageProblem("This machine's clock is outside 1900 to 2199. Give the day with --as-of.");
  return today;
}
