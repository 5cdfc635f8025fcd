import type { TrackedCase } from "../tracked-case.ts";
import type { BuiltCase } from "./build-case.ts";

function key(text: string | undefined): string {
  return (text ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function agree(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined || a === null || b === null || a === b;
}

/** Whether two cases on different sheets are the same request: the same person and request, and nothing against it. */
function isCopy(a: TrackedCase, b: TrackedCase): boolean {
  if (a.source.sheet === b.source.sheet) return false;
  if (key(a.patient) !== key(b.patient) || key(a.patient) === "") return false;
  if (!agree(a.dob, b.dob) || !agree(a.memberId, b.memberId) || !agree(a.submitted, b.submitted)) return false;
  const [numberA, numberB] = [a.periods[0]?.authNumber, b.periods[0]?.authNumber];
  if (!agree(numberA, numberB) || !agree(a.periods[0]?.authStart, b.periods[0]?.authStart)) return false;
  const strong =
    (a.submitted !== undefined && a.submitted === b.submitted) || (numberA !== undefined && numberA === numberB);
  return strong;
}

/** How much a case states: the fuller copy is the case, the other its older copy. */
function fullness(one: TrackedCase): number {
  return JSON.stringify({ ...one, notes: [], source: null }).length;
}

/** Makes one case of copies that stand on several sheets; the older ones are named in `alsoAt`. */
export function mergeCopies(cases: readonly BuiltCase[]): BuiltCase[] {
  const kept: BuiltCase[] = [];
  const byName = new Map<string, BuiltCase[]>();
  for (const one of cases) {
    const name = key(one.tracked.patient);
    const twins = byName.get(name) ?? [];
    const twin = twins.find((other) => isCopy(other.tracked, one.tracked));
    if (!twin) {
      kept.push(one);
      byName.set(name, [...twins, one]);
      continue;
    }
    const later = fullness(one.tracked) >= fullness(twin.tracked) * 0.9;
    const [main, copy] = later ? [one, twin] : [twin, one];
    const also = [
      ...(twin.tracked.source.alsoAt ?? []),
      { sheet: copy.tracked.source.sheet, rows: copy.tracked.source.rows },
    ];
    main.tracked.source.alsoAt = also;
    if (later) {
      kept[kept.indexOf(twin)] = main;
      twins[twins.indexOf(twin)] = main;
    }
  }
  return kept;
}
