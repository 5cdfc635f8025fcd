import { getOfficeAppsForManifestHosts, OfficeAddinManifest, OfficeApp } from "office-addin-manifest";
import { UserProblem } from "../../analysis/user-problem.ts";

/** What Microsoft's own reader finds in a manifest. */
export interface ReadByOffice {
  readonly name: string;
  readonly version: string;
  /** The page that opens. */
  readonly page: string;
}

/**
 * Reads a manifest file as Microsoft's sideloading tools do, with their own reader and without a network. Throws a
 * UserProblem where they could not start it: what they would say of it names neither the file nor the place.
 *
 * @example (await readByOffice("manifest.xml")).name is "SCA Ledger"
 */
export async function readByOffice(path: string): Promise<ReadByOffice> {
  const { displayName, version, hosts, defaultSettings, id } = await OfficeAddinManifest.readManifestFile(path).catch(
    (error: unknown) => {
      throw unusable(path, error instanceof Error ? error.message : String(error));
    },
  );
  const page = defaultSettings?.sourceLocation;
  if (!getOfficeAppsForManifestHosts(hosts ?? []).includes(OfficeApp.Excel)) {
    throw unusable(path, `it is for ${hosts?.join(", ") || "no program"}, not for Excel (the host "Workbook")`);
  }
  if (id === undefined || displayName === undefined || version === undefined || page === undefined) {
    throw unusable(path, "its id, name, version or page is missing");
  }
  return { name: displayName, version, page };
}

function unusable(path: string, why: string): UserProblem {
  return new UserProblem(
    "manifest-unreadable",
    `Microsoft's tools cannot start the manifest ${path}: ${why.trim()}. A manifest that npm run build wrote is accepted. Excel was not started.`,
  );
}
