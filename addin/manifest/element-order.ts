import { everyElement, type ManifestElement, type PlacedElement, typeOf } from "./manifest-element.ts";
import { faultAt, type ManifestFault } from "./manifest-fault.ts";

const APP = "http://schemas.microsoft.com/office/appforoffice/1.1";
const OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
const BASIC = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

/**
 * What each element holds, in its order: `?` may be absent, `+` once or more. An element that stands twice here with
 * another parent or type is told apart by them (MS-OWEMXML; "Configure your add-in to use a shared runtime"). What we do
 * not use (menus, mobile forms, built-in controls) is left out on purpose: it is refused until someone adds its rules.
 */
const CONTENT: ReadonlyMap<string, string> = new Map([
  [
    "OfficeApp",
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements DefaultSettings Permissions VersionOverrides",
  ],
  ["AppDomains", "AppDomain+"],
  ["Hosts", "Host+"],
  ["OfficeApp/Hosts/Host", ""],
  ["Requirements", "Sets"],
  ["Sets", "Set+"],
  ["DefaultSettings", "SourceLocation"],
  ["VersionOverrides", "Description? Requirements? Hosts Resources"],
  ["VersionOverrides/Hosts/Host", "Runtimes AllFormFactors DesktopFormFactor"],
  ["Runtimes", "Runtime"],
  ["AllFormFactors", "ExtensionPoint"],
  ["DesktopFormFactor", "GetStarted? FunctionFile ExtensionPoint+"],
  ["GetStarted", "Title Description LearnMoreUrl"],
  ["ExtensionPoint:CustomFunctions", "Script Page Metadata Namespace"],
  ["ExtensionPoint:PrimaryCommandSurface", "OfficeTab? CustomTab?"],
  ["Script", "SourceLocation"],
  ["Page", "SourceLocation"],
  ["Metadata", "SourceLocation"],
  ["OfficeTab", "Group+"],
  ["CustomTab", "Group+ Label"],
  ["Group", "Label Icon Control+"],
  ["Control:Button", "Label Supertip Icon Action"],
  ["Supertip", "Title Description"],
  ["Icon", "Image+"],
  ["Action:ExecuteFunction", "FunctionName"],
  ["Action:ShowTaskpane", "TaskpaneId? SourceLocation Title?"],
  ["Resources", "Images Urls ShortStrings LongStrings"],
  ["Images", "Image+"],
  ["Urls", "Url+"],
  ["ShortStrings", "String+"],
  ["LongStrings", "String+"],
]);

/** Elements of which the type decides what they hold. */
const TYPED = new Set(["ExtensionPoint", "Control", "Action"]);

/** Every element stands where and as often as the schema has it, in the schema's order and namespace. */
export function orderFaults(root: ManifestElement): readonly ManifestFault[] {
  if (root.name !== "OfficeApp" || typeOf(root) !== "TaskPaneApp") {
    return [faultAt(root, `the root ${root.name} of type ${typeOf(root) ?? "none"}`, "OfficeApp of type TaskPaneApp")];
  }
  return everyElement(root).flatMap((placed) => [...contentFaults(placed), ...namespaceFaults(placed)]);
}

function contentFaults(placed: PlacedElement): readonly ManifestFault[] {
  const { element } = placed;
  const type = typeOf(element) ?? "none";
  const key = TYPED.has(element.name) ? `${element.name}:${type}` : contextKey(placed);
  const content = CONTENT.get(key);
  if (TYPED.has(element.name) && content === undefined) {
    const known = [...CONTENT.keys()].filter((name) => name.startsWith(`${element.name}:`));
    return [faultAt(element, `the type ${type}`, known.map((name) => name.split(":")[1]).join(" or "))];
  }
  return sequenceFault(element, content ?? "");
}

function contextKey({ element, ancestors }: PlacedElement): string {
  if (element.name !== "Host") return element.name;
  return `${ancestors.some(({ name }) => name === "VersionOverrides") ? "VersionOverrides" : "OfficeApp"}/Hosts/Host`;
}

/** The first place at which the children leave the order: what follows it would only repeat the complaint. */
function sequenceFault(element: ManifestElement, content: string): readonly ManifestFault[] {
  const expected = content === "" ? [] : content.split(" ");
  const names = element.children.map(({ name }) => name);
  let at = 0;
  for (const part of expected) {
    const name = part.replace(/[?+]$/, "");
    const before = at;
    const isMany = part.endsWith("+");
    while (names[at] === name && (isMany || at === before)) at += 1;
    if (at === before && !part.endsWith("?")) {
      const stands = names[at] === undefined ? "nothing more" : `${names[at]}`;
      return [faultAt(element.children[at] ?? element, `${stands} where ${name} belongs`, shown(element, expected))];
    }
  }
  const extra = element.children[at];
  return extra === undefined
    ? []
    : [faultAt(extra, `${extra.name} too many or out of order`, shown(element, expected))];
}

function shown(element: ManifestElement, expected: readonly string[]): string {
  return expected.length === 0
    ? `nothing inside ${element.name}`
    : `in ${element.name}, in this order: ${expected.join(", ")}`;
}

function namespaceFaults({ element, ancestors }: PlacedElement): readonly ManifestFault[] {
  const parent = ancestors.at(-1)?.name;
  const isBasic = ["Images", "Urls", "ShortStrings", "LongStrings"].includes(element.name) || BASIC_PARENTS.has(parent);
  const isOverride = element.name === "VersionOverrides" || ancestors.some(({ name }) => name === "VersionOverrides");
  const expected = isBasic ? BASIC : isOverride ? OVERRIDES : APP;
  return element.namespace === expected
    ? []
    : [faultAt(element, `the namespace ${element.namespace === "" ? "none" : element.namespace}`, expected)];
}

const BASIC_PARENTS: ReadonlySet<string | undefined> = new Set([
  "Icon",
  "Images",
  "Urls",
  "ShortStrings",
  "LongStrings",
]);
