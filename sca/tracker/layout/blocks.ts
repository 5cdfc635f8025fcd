import { readHeading } from "../headings/read-heading.ts";
import type { Banner } from "./banner.ts";
import { labelKey } from "./card-labels.ts";
import type { LabelLine } from "./label-pairs.ts";
import type { SheetLines } from "./sheet-lines.ts";

const NAMES = ["patient", "patientFirst", "patientLast"] as const;

/** Whether a label is the one beside which a card's patient stands. */
export function namesPatient(label: string): boolean {
  const { scores, parts } = readHeading(label);
  if (NAMES.some((meaning) => parts.includes(meaning))) return true;
  const best = Math.max(0, ...scores.values());
  return NAMES.some((meaning) => (scores.get(meaning) ?? 0) >= 0.6 && (scores.get(meaning) ?? 0) >= best);
}

/**
 * The lines that open a card or block: lines that are a patient's heading; else the line of each card that holds the
 * label with which the first card begins, or its patient; else the first line of labels after a blank line.
 */
export function blockOpeners(lines: SheetLines, banners: ReadonlyMap<number, Banner | null>, pairLines: ReadonlyMap<number, LabelLine>, headerLines: ReadonlyMap<number, unknown>): Set<number> {
  const openers = new Set<number>();
  const strong = [...banners.values()].filter((banner) => banner?.strength === "strong").length;
  if (pairLines.size === 0 && strong < 2) return openers;
  const patients = [...pairLines].filter(([, { pairs }]) => pairs.some((pair) => namesPatient(pair.label))).map(([at]) => at);
  lines.lines.forEach((line, index) => {
    const banner = banners.get(line.at);
    if (!banner) return;
    const next = lines.lines[index + 1];
    const heads = next !== undefined && next.at <= line.at + 2 && (pairLines.has(next.at) || headerLines.has(next.at));
    // Above cards that name their patient beside a label, a text that might be a name is the form's title.
    if (banner.strength === "strong" || (heads && patients.length === 0)) openers.add(line.at);
  });
  if (patients.length > 0) {
    const [first] = pairLines.values();
    const key = labelKey(first?.pairs[0]?.label ?? "");
    const starts = [...pairLines].filter(([, { pairs }]) => labelKey(pairs[0]?.label ?? "") === key).map(([at]) => at);
    const alike = starts.length >= patients.length * 0.8 && starts.length <= patients.length * 1.2;
    for (const at of alike ? starts : patients) openers.add(at);
    return openers;
  }
  if (openers.size > 0) return openers;
  lines.lines.forEach((line, index) => {
    const previous = lines.lines[index - 1];
    const gap = previous === undefined || previous.at < line.at - 1 || !pairLines.has(previous.at);
    if (pairLines.has(line.at) && gap && (previous === undefined || previous.at < line.at - 1)) openers.add(line.at);
  });
  return openers;
}
