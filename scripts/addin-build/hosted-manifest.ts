import { faultSentence } from "../../addin/manifest/manifest-fault.ts";
import { type ManifestSurroundings, validateManifest } from "../../addin/manifest/validate-manifest.ts";
import { parseXml } from "../../analysis/files/writing/xml-element.ts";
import { DEVELOPMENT_HOST } from "./build-arguments.ts";

/** The manifest with its host put in: every address of the development host becomes one of the given host. */
export function hostedManifest(manifest: string, host: string): string {
  return manifest
    .replaceAll(`"${DEVELOPMENT_HOST}/`, `"${host}/`)
    .replace(/\s*<!--[\s\S]*?-->/g, host === DEVELOPMENT_HOST ? "$&" : "");
}

/** All that is wrong with a manifest, a sentence each; text that is no XML is one fault. */
export function manifestFaults(manifest: string, around: ManifestSurroundings): readonly string[] {
  let root: ReturnType<typeof parseXml>;
  try {
    root = parseXml(manifest);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [`manifest.xml is no well-formed XML: ${why}; nothing else of it could be checked.`];
  }
  return validateManifest(root, around).map((fault) => faultSentence(fault, manifest));
}
