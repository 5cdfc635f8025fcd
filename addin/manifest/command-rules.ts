import type { RibbonCommand } from "../commands/ribbon-commands.ts";
import { attributeOf, elementsAt, everyElement, type ManifestElement } from "./manifest-element.ts";
import { faultAt, type ManifestFault } from "./manifest-fault.ts";

/** Every button runs a function that the pane associates, under the label of the list, and every function has a button. */
export function commandFaults(root: ManifestElement, commands: readonly RibbonCommand[]): readonly ManifestFault[] {
  const faults: ManifestFault[] = [];
  const named = new Set<string>();
  const known = commands.map(({ id }) => id).join(", ");
  for (const { element } of everyElement(root)) {
    for (const called of element.name === "Control" ? elementsAt(element, "Action", "FunctionName") : []) {
      const command = commands.find(({ id }) => id === called.text);
      if (named.has(called.text)) faults.push(faultAt(element, `a second button for "${called.text}"`, "one each"));
      named.add(called.text);
      if (command === undefined) {
        faults.push(faultAt(element, `the function "${called.text}"`, `one of the list of ribbon commands: ${known}`));
        continue;
      }
      const label = labelOf(root, element);
      if (label !== command.label)
        faults.push(faultAt(element, `the label "${label}"`, `"${command.label}", as in the list`));
    }
  }
  const ribbon = elementsAt(root, "VersionOverrides")[0] ?? root;
  for (const { id } of commands) {
    if (!named.has(id)) faults.push(faultAt(ribbon, `no button for the command "${id}"`, "a button for each command"));
  }
  return faults;
}

function labelOf(root: ManifestElement, control: ManifestElement): string {
  const label = elementsAt(control, "Label")[0];
  const resid = label === undefined ? undefined : attributeOf(label, "resid");
  const strings = elementsAt(root, "VersionOverrides", "Resources", "ShortStrings", "String");
  const string = strings.find((entry) => attributeOf(entry, "id") === resid);
  return (string === undefined ? undefined : attributeOf(string, "DefaultValue")) ?? "none";
}

/** The custom functions: those that functions.json declares, and those that the pane associates. */
export interface FunctionIds {
  readonly declared: readonly string[];
  readonly associated: readonly string[];
}

/** Every function that Excel is told of has its code, every one with code is told of, and the namespace is a name. */
export function functionFaults(root: ManifestElement, functions: FunctionIds): readonly ManifestFault[] {
  const point = everyElement(root).find(({ element }) => element.name === "Namespace")?.element;
  if (point === undefined) return [];
  const strings = elementsAt(root, "VersionOverrides", "Resources", "ShortStrings", "String");
  const entry = strings.find((string) => attributeOf(string, "id") === attributeOf(point, "resid"));
  const namespace = (entry === undefined ? undefined : attributeOf(entry, "DefaultValue")) ?? "";
  const faults = /^\p{L}[\p{L}\d._]*$/u.test(namespace)
    ? []
    : [faultAt(point, `the namespace "${namespace}"`, "a letter, then letters, digits, dots or underscores")];
  const onlyDeclared = functions.declared.filter((id) => !functions.associated.includes(id));
  const onlyAssociated = functions.associated.filter((id) => !functions.declared.includes(id));
  if (functions.declared.length === 0) faults.push(faultAt(point, "no function in functions.json", "one at least"));
  for (const id of onlyDeclared) faults.push(faultAt(point, `${id} in functions.json, without code`, "code for each"));
  for (const id of onlyAssociated)
    faults.push(faultAt(point, `code for ${id}, not in functions.json`, "each declared"));
  return faults;
}
