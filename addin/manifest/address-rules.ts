import { attributeOf, elementsAt, everyElement, type ManifestElement } from "./manifest-element.ts";
import { faultAt, type ManifestFault } from "./manifest-fault.ts";
import { pngSize } from "./png-size.ts";

/** The bytes of a file of the built folder by its path there, such as "assets/app-32.png"; null where it has none. */
export type HostedFile = (path: string) => Uint8Array | null;

const ADDRESSED = new Set(["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Image", "Url"]);

/**
 * The folder that the add-in is served from: the address of its page without the page. Null where that is no address.
 *
 * @example "https://example.org/sca/" for a page at https://example.org/sca/taskpane.html
 */
export function servedFrom(root: ManifestElement): string | null {
  const page = elementsAt(root, "DefaultSettings", "SourceLocation")[0];
  const address = page === undefined ? undefined : attributeOf(page, "DefaultValue");
  return address === undefined || !URL.canParse(address) ? null : new URL(".", address).href;
}

/** Every address is https on the add-in's own host, names a file that is served there, and icons have their pixels. */
export function addressFaults(root: ManifestElement, file: HostedFile): readonly ManifestFault[] {
  const folder = servedFrom(root);
  const sizes = iconSizes(root);
  return everyElement(root).flatMap(({ element }) => {
    const address = attributeOf(element, "DefaultValue");
    if (!ADDRESSED.has(element.name) || address === undefined) return [];
    if (!URL.canParse(address) || new URL(address).protocol !== "https:") {
      return [faultAt(element, `"${address}"`, "a full address that starts with https://")];
    }
    if (folder === null || !address.startsWith(folder)) {
      return [
        faultAt(element, `"${address}"`, `an address under ${folder ?? "the page's own"}: the add-in has one host`),
      ];
    }
    const path = address.slice(folder.length);
    const bytes = file(path);
    if (bytes === null) return [faultAt(element, `${path}, which is not there`, "a file that the build makes")];
    const size = sizes.get(element);
    if (size === undefined) return [];
    const pixels = pngSize(bytes);
    if (pixels !== null && pixels.width === size && pixels.height === size) return [];
    const found =
      pixels === null ? `${path}, which is no PNG` : `${path} of ${pixels.width} by ${pixels.height} pixels`;
    return [faultAt(element, found, `a PNG of ${size} by ${size}`)];
  });
}

/** Pixels that each icon has to have: 32 and 64 in lists, and on the ribbon what the buttons ask of it. */
function iconSizes(root: ManifestElement): ReadonlyMap<ManifestElement, number> {
  const sizes = new Map<ManifestElement, number>();
  for (const icon of elementsAt(root, "IconUrl")) sizes.set(icon, 32);
  for (const icon of elementsAt(root, "HighResolutionIconUrl")) sizes.set(icon, 64);
  const images = elementsAt(root, "VersionOverrides", "Resources", "Images", "Image");
  for (const { element } of everyElement(root)) {
    const image = images.find((entry) => attributeOf(entry, "id") === attributeOf(element, "resid"));
    const size = Number(attributeOf(element, "size"));
    if (element.name === "Image" && image !== undefined && size > 0) sizes.set(image, size);
  }
  return sizes;
}

const RIBBON_SIZES = ["16", "32", "80"];

/** Each group and button has its icon in the three sizes that Excel always needs. */
export function ribbonIconFaults(root: ManifestElement): readonly ManifestFault[] {
  return everyElement(root)
    .filter(({ element }) => element.name === "Icon")
    .flatMap(({ element, ancestors }) => {
      const sizes = element.children.map((image) => attributeOf(image, "size") ?? "");
      if (RIBBON_SIZES.every((size) => sizes.includes(size)) && new Set(sizes).size === sizes.length) return [];
      const owner = ancestors.at(-1) ?? element;
      return [faultAt(owner, `icons of ${sizes.join(", ")} pixels`, `${RIBBON_SIZES.join(", ")}, each once`)];
    });
}
