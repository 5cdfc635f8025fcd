import { join } from "node:path";
import type { UsedMember } from "../../addin/manifest/requirement-rules.ts";
import { membersUsed, shippedSources } from "../../addin/test-host/gate/members-used.ts";

/** The members of Excel's API that the add-in's code uses, each once; one that is used untested anywhere is untested. */
export function membersOfCode(root: string): readonly UsedMember[] {
  const members = new Map<string, UsedMember>();
  for (const { member, set, isFeatureTested } of membersUsed(shippedSources(join(root, "addin", "excel")))) {
    if (set?.set !== "ExcelApi") continue;
    const before = members.get(member);
    members.set(member, {
      member,
      set: set.version,
      isFeatureTested: isFeatureTested && (before?.isFeatureTested ?? true),
    });
  }
  return [...members.values()];
}
