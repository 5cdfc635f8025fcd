import { UsageProblem } from "./arguments.ts";

/** A command line without its options that may be given several times, and their values in order. */
export interface RepeatedOptions {
  readonly rest: readonly string[];
  readonly values: (option: string) => readonly string[];
}

/**
 * Takes the options that may be given several times out of a command line. Throws a UsageProblem where one has no value.
 *
 * @example takeRepeated(["--offer", "400/day", "--offer", "140% of Medicare"], ["offer"]).values("offer") has both
 */
export function takeRepeated(line: readonly string[], options: readonly string[]): RepeatedOptions {
  const found = new Map<string, string[]>(options.map((option) => [option, []]));
  const rest: string[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const word = line[at] ?? "";
    const [, name = "", glued] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const values = found.get(name);
    if (values === undefined) {
      rest.push(word);
      continue;
    }
    if (glued === undefined) at += 1;
    const value = glued ?? line[at];
    if (value === undefined) throw new UsageProblem(`The option "--${name}" needs a value.`);
    values.push(value);
  }
  return { rest, values: (option) => found.get(option) ?? [] };
}
