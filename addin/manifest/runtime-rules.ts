import { attributeOf, elementsAt, everyElement, type ManifestElement, typeOf } from "./manifest-element.ts";
import { faultAt, type ManifestFault } from "./manifest-fault.ts";

/**
 * Pane, functions and buttons run in one runtime that lives as long as the workbook: it is long-lived, all of them name
 * the same page by the same resid, and no pane has an id of its own ("Configure your add-in to use a shared runtime").
 */
export function runtimeFaults(root: ManifestElement): readonly ManifestFault[] {
  const runtime = elementsAt(root, "VersionOverrides", "Hosts", "Host", "Runtimes", "Runtime")[0];
  if (runtime === undefined) return [];
  const resid = attributeOf(runtime, "resid") ?? "";
  const lifetime = attributeOf(runtime, "lifetime") ?? "none";
  const faults = lifetime === "long" ? [] : [faultAt(runtime, `the lifetime "${lifetime}"`, `"long"`)];
  for (const { element, ancestors } of everyElement(root)) {
    const parent = ancestors.at(-1);
    if (element.name === "TaskpaneId") {
      faults.push(faultAt(parent ?? element, "a TaskpaneId", "none: with one shared runtime there is one pane"));
    }
    const isOurs =
      element.name === "FunctionFile" ||
      (element.name === "SourceLocation" &&
        (parent?.name === "Page" || (parent !== undefined && typeOf(parent) === "ShowTaskpane")));
    const own = attributeOf(element, "resid");
    if (isOurs && own !== resid) {
      faults.push(
        faultAt(element, `the page "${own ?? "none"}" in ${parent?.name ?? "it"}`, `"${resid}", the runtime's own`),
      );
    }
  }
  const page = elementsAt(root, "VersionOverrides", "Resources", "Urls", "Url").find(
    (url) => attributeOf(url, "id") === resid,
  );
  const start = elementsAt(root, "DefaultSettings", "SourceLocation")[0];
  const [here, there] = [page, start].map((element) =>
    element === undefined ? "" : attributeOf(element, "DefaultValue"),
  );
  if (page !== undefined && start !== undefined && here !== there) {
    faults.push(faultAt(start, `"${there ?? ""}"`, `"${here ?? ""}", the page of the runtime`));
  }
  return faults;
}
