import type { RibbonCommand } from "../commands/ribbon-commands.ts";
import { addressFaults, type HostedFile, ribbonIconFaults } from "./address-rules.ts";
import { commandFaults, type FunctionIds, functionFaults } from "./command-rules.ts";
import { orderFaults } from "./element-order.ts";
import { identityFaults } from "./identity-rules.ts";
import type { ManifestElement } from "./manifest-element.ts";
import type { ManifestFault } from "./manifest-fault.ts";
import { requirementFaults, type UsedMember } from "./requirement-rules.ts";
import { resourceFaults } from "./resource-rules.ts";
import { runtimeFaults } from "./runtime-rules.ts";

/** What the manifest is held against. */
export interface ManifestSurroundings {
  readonly commands: readonly RibbonCommand[];
  readonly functions: FunctionIds;
  readonly file: HostedFile;
  /** Members of Excel's API that the code uses; empty where nobody listed them. */
  readonly members: readonly UsedMember[];
}

/**
 * All that is wrong with an add-in-only XML manifest, in the order of its text: what Microsoft's own check over the
 * network would refuse, and what it cannot see (a resource that nothing uses, an icon of the wrong size, a button
 * without its function). Needs no network. Empty when all is right.
 *
 * @example a Runtime with lifetime "short" gives one fault: found the lifetime "short"; accepted is "long"
 */
export function validateManifest(root: ManifestElement, around: ManifestSurroundings): readonly ManifestFault[] {
  const faults = [
    ...orderFaults(root),
    ...identityFaults(root),
    ...resourceFaults(root),
    ...addressFaults(root, around.file),
    ...ribbonIconFaults(root),
    ...runtimeFaults(root),
    ...commandFaults(root, around.commands),
    ...functionFaults(root, around.functions),
    ...requirementFaults(root, around.members),
  ];
  return faults.sort((one, other) => one.at.start - other.at.start);
}
