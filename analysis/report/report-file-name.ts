/** Names under which Windows keeps no file. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A payer's name as files and folders bear it. @example reportFileName("O'Hara & Sons \"Health\"") is "o-hara-sons-health" */
export function reportFileName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  if (plain === "") return "payer";
  return DEVICES.test(plain) ? `${plain}-payer` : plain;
}

/**
 * A file name for each of some payers, no two alike: a number tells apart those that files would bear the same name of.
 * The same payers have the same names in whatever order they are given.
 *
 * @example reportFileNames(["Blue Shield (CA)", "Blue Shield, CA"]) gives "blue-shield-ca" and "blue-shield-ca-2"
 */
export function reportFileNames(payers: readonly string[], taken: readonly string[] = []): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const payer of [...payers].sort((one, other) => (one < other ? -1 : 1))) {
    const plain = reportFileName(payer);
    let name = plain;
    for (let number = 2; used.has(name); number += 1) name = `${plain}-${number}`;
    used.add(name);
    names.set(payer, name);
  }
  return names;
}
