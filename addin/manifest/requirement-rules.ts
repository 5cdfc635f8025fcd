import { attributeOf, elementsAt, type ManifestElement } from "./manifest-element.ts";
import { faultAt, type ManifestFault } from "./manifest-fault.ts";

/** A member of Excel's JavaScript API that the code uses, with the ExcelApi set that brought it. */
export interface UsedMember {
  /** Such as "Table.resize". */
  readonly member: string;
  /** Such as "1.13"; null for a member that no set is known of. */
  readonly set: string | null;
  /** The code asks whether the set is there before it uses the member, and does without otherwise. */
  readonly isFeatureTested: boolean;
}

/** The sets that the add-in cannot do without, and the newest of which it may use anything (Office LTSC 2021 has it). */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ["ExcelApi", "1.9"],
  ["CustomFunctionsRuntime", "1.1"],
  ["SharedRuntime", "1.1"],
]);
const NEWEST_USED = "1.14";

/** The manifest asks for what the code needs, no less and no more, and the code keeps to sets that its users have. */
export function requirementFaults(root: ManifestElement, members: readonly UsedMember[]): readonly ManifestFault[] {
  const sets = elementsAt(root, "Requirements", "Sets", "Set");
  const at = elementsAt(root, "Requirements")[0] ?? root;
  const faults: ManifestFault[] = [];
  for (const set of sets) {
    const name = attributeOf(set, "Name") ?? "";
    const version = attributeOf(set, "MinVersion") ?? "none";
    const needed = NEEDED.get(name);
    if (needed === undefined) faults.push(faultAt(set, `the set "${name}"`, [...NEEDED.keys()].join(", ")));
    else if (needed !== version) faults.push(faultAt(set, `MinVersion "${version}"`, `"${needed}"`));
  }
  for (const [name, version] of NEEDED) {
    const count = sets.filter((set) => attributeOf(set, "Name") === name).length;
    if (count !== 1) faults.push(faultAt(at, `${name} ${count} times`, `once, from ${version} on`));
  }
  const required = NEEDED.get("ExcelApi") ?? "";
  for (const { member, set, isFeatureTested } of members) {
    if (set === null) faults.push(faultAt(at, `${member}, which no set is known to bring`, "a member of a known set"));
    else if (isLater(set, NEWEST_USED))
      faults.push(faultAt(at, `${member} of ExcelApi ${set}`, `up to ${NEWEST_USED}`));
    else if (isLater(set, required) && !isFeatureTested) {
      faults.push(
        faultAt(at, `${member} of ExcelApi ${set}, used untested`, `up to ${required}, or asked for before use`),
      );
    }
  }
  return faults;
}

function isLater(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major > thanMajor || (major === thanMajor && minor > thanMinor);
}
