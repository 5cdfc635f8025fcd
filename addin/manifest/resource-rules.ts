import { attributeOf, elementsAt, everyElement, type ManifestElement, type PlacedElement } from "./manifest-element.ts";
import { faultAt, type ManifestFault } from "./manifest-fault.ts";

/** The list in Resources that an element's resid is looked up in, by the element's name. */
const LIST_OF: Readonly<Record<string, string>> = {
  Image: "Images",
  Runtime: "Urls",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
};

const LONGEST: Readonly<Record<string, number>> = { Images: 2048, Urls: 2048, ShortStrings: 125, LongStrings: 250 };
const LONGEST_RESOURCE_ID = 32;
const LONGEST_ID = 125;

/** Every resid is found in its list, every resource is used, ids are unique and short enough, texts fit their lists. */
export function resourceFaults(root: ManifestElement): readonly ManifestFault[] {
  const all = everyElement(root);
  const used = new Set<string>();
  const faults: ManifestFault[] = [];
  const lists = elementsAt(root, "VersionOverrides", "Resources").flatMap(({ children }) => children);
  for (const { element } of all) {
    const resid = attributeOf(element, "resid");
    const list = LIST_OF[element.name];
    if (resid === undefined || list === undefined) continue;
    used.add(`${list} ${resid}`);
    const entries = lists.filter(({ name }) => name === list).flatMap(({ children }) => children);
    if (entries.some((entry) => attributeOf(entry, "id") === resid)) continue;
    faults.push(
      faultAt(element, `resid "${resid}", which no entry of Resources > ${list} has`, `the id of one of them`),
    );
  }
  for (const list of lists) {
    for (const entry of list.children) faults.push(...entryFaults(list.name, entry, used));
  }
  return [...faults, ...idFaults(all)];
}

function entryFaults(list: string, entry: ManifestElement, used: ReadonlySet<string>): readonly ManifestFault[] {
  const id = attributeOf(entry, "id") ?? "";
  const value = attributeOf(entry, "DefaultValue") ?? "";
  const longest = LONGEST[list] ?? 0;
  const faults: ManifestFault[] = [];
  if (id === "" || id.length > LONGEST_RESOURCE_ID) {
    faults.push(faultAt(entry, `an id of ${id.length} characters`, `an id of 1 to ${LONGEST_RESOURCE_ID}`));
  }
  if (!used.has(`${list} ${id}`)) faults.push(faultAt(entry, "a resource that nothing uses", "none left over"));
  if (value.trim() !== value || value === "" || value.length > longest) {
    faults.push(
      faultAt(entry, `a text of ${value.length} characters`, `1 to ${longest} in ${list}, no blank at the ends`),
    );
  }
  return faults;
}

function idFaults(all: readonly PlacedElement[]): readonly ManifestFault[] {
  const seen = new Set<string>();
  return all.flatMap(({ element, ancestors }) => {
    const id = attributeOf(element, "id");
    if (id === undefined) return [];
    const faults: ManifestFault[] = [];
    const kind = ancestors.some(({ name }) => name === "Resources") ? "resource" : "control";
    if (seen.has(`${kind} ${id}`)) faults.push(faultAt(element, `the id "${id}" a second time`, "each id once"));
    seen.add(`${kind} ${id}`);
    if (kind === "control" && (id === "" || id.length > LONGEST_ID)) {
      faults.push(faultAt(element, `an id of ${id.length} characters`, `1 to ${LONGEST_ID}`));
    }
    return faults;
  });
}
