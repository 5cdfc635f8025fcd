/** Requirement sets of one Excel, each with the highest version that it has. */
export type RequirementSets = ReadonlyMap<string, string>;

/** The sets of Office LTSC 2021 ("Excel JavaScript API requirement sets"), with those of a shared runtime. */
export const LTSC_2021: RequirementSets = new Map([
  ["ExcelApi", "1.14"],
  ["CustomFunctionsRuntime", "1.3"],
  ["SharedRuntime", "1.1"],
  ["RibbonApi", "1.1"],
  ["DialogApi", "1.2"],
]);

/** The same with another version of ExcelApi: an older or newer Excel. */
export function withExcelApi(version: string, sets: RequirementSets = LTSC_2021): RequirementSets {
  return new Map([...sets, ["ExcelApi", version]]);
}

/**
 * `Office.context.requirements.isSetSupported`: names without regard to case, versions by number.
 *
 * @example hasRequirementSet(LTSC_2021, "excelapi", "1.9") is true
 */
export function hasRequirementSet(sets: RequirementSets, name: string, version = "1.1"): boolean {
  const has = [...sets].find(([set]) => set.toLowerCase() === name.toLowerCase())?.[1];
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
