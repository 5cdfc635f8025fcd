/** A name's words without case, accents or punctuation, in alphabetical order: "RUIZ, Ana" is "ana ruiz". */
export function normalizedName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .sort()
    .join(" ");
}
