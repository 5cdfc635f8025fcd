import { attributeOf, elementsAt, type ManifestElement, typeOf } from "./manifest-element.ts";
import { faultAt, type ManifestFault } from "./manifest-fault.ts";

/** Samples and templates on the web carry these: an add-in with one of them would take another's place on the machine. */
const GUIDS_OF_SAMPLES = new Set([
  "00000000-0000-0000-0000-000000000000",
  "ca968be6-628b-4f14-ba3c-3e614effa9bd",
  "05c2e1c9-3e1d-406e-9a91-e9ac64854143",
]);

/** What names the add-in: its id, version, language and the words shown in lists ("Office Add-ins XML manifest"). */
export function identityFaults(root: ManifestElement): readonly ManifestFault[] {
  return [
    ...textFaults(root, "Id", "a GUID of the add-in's own", (text) => {
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) && !GUIDS_OF_SAMPLES.has(text.toLowerCase());
    }),
    ...textFaults(
      root,
      "Version",
      "one to four numbers of up to five digits with dots, from 1.0 on, such as 1.0.0.0",
      (text) => {
        return /^[1-9]\d{0,4}(\.\d{1,5}){1,3}$/.test(text);
      },
    ),
    ...textFaults(root, "ProviderName", "a name of 1 to 125 characters", (text) => isOfLength(text, 125)),
    ...textFaults(root, "DefaultLocale", "en-US, the language of its words", (text) => text === "en-US"),
    ...textFaults(
      root,
      "Permissions",
      "ReadWriteDocument: it writes the ledger",
      (text) => text === "ReadWriteDocument",
    ),
    ...valueFaults(root, "DisplayName", 125),
    ...valueFaults(root, "Description", 250),
    ...hostFaults(root),
  ];
}

function isOfLength(text: string, longest: number): boolean {
  return text.trim() === text && text.length >= 1 && text.length <= longest;
}

function textFaults(
  root: ManifestElement,
  name: string,
  accepted: string,
  isRight: (text: string) => boolean,
): readonly ManifestFault[] {
  return elementsAt(root, name)
    .filter(({ text }) => !isRight(text))
    .map((element) => faultAt(element, `"${element.text}"`, accepted));
}

function valueFaults(root: ManifestElement, name: string, longest: number): readonly ManifestFault[] {
  return elementsAt(root, name).flatMap((element) => {
    const value = attributeOf(element, "DefaultValue") ?? "";
    const found = value.length > longest ? `${value.length} characters` : `"${value}"`;
    return isOfLength(value, longest) ? [] : [faultAt(element, found, `1 to ${longest} characters in DefaultValue`)];
  });
}

function hostFaults(root: ManifestElement): readonly ManifestFault[] {
  const named = elementsAt(root, "Hosts", "Host").map((host) => ({ host, value: attributeOf(host, "Name") }));
  const typed = elementsAt(root, "VersionOverrides", "Hosts", "Host").map((host) => ({ host, value: typeOf(host) }));
  return [...named, ...typed]
    .filter(({ value }) => value !== "Workbook")
    .map(({ host, value }) => faultAt(host, value ?? "no name", "Workbook, which is Excel"));
}
