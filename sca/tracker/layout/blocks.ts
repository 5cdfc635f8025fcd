import type { Banner } from "./banner.ts";
import { labelKey } from "./card-labels.ts";
import type { LabelLine } from "./label-pairs.ts";
import { namesPatient } from "./names-patient.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/**
 * The lines that open a card or block: lines that are a patient's heading; else the line of each card that holds the
 * label with which the first card begins, or its patient; else the first line of labels after a blank line.
 */
export function blockOpeners(
  lines: SheetLines,
  banners: ReadonlyMap<number, Banner | null>,
  pairLines: ReadonlyMap<number, LabelLine>,
  headerLines: ReadonlyMap<number, unknown>,
): Set<number> {
  const openers = new Set<number>();
  const strong = [...banners.values()].filter((banner) => banner?.strength === "strong").length;
  if (pairLines.size === 0 && strong < 2) return openers;
  const patients = [...pairLines]
    .filter(([, { pairs }]) => pairs.some((pair) => namesPatient(pair.label)))
    .map(([at]) => at);
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

/** A line drawn across the page ("-----", "====="), and nothing else. */
export function isRule(line: SheetLine | undefined): boolean {
  if (line?.cells.size !== 1) return false;
  return [...line.cells.values()].every((cell) => /^\s*[-–—=_*~#·.]{5,}\s*$/.test(cell.text));
}

/**
 * Where rules part the cards, a card begins right below its rule, whatever line names its patient: its number may stand
 * first. `names` are the lines that name a patient; where two stand between rules, the rules part something else.
 */
export function afterRules(lines: SheetLines, openers: Set<number>, names: ReadonlySet<number>): Set<number> {
  const moved = new Set<number>();
  let start: number | null = null;
  let opened = false;
  let named = 0;
  let previous: SheetLine | undefined;
  for (const line of lines.lines) {
    if (line.cells.size === 0) continue;
    if (isRule(previous) || isRule(line)) {
      start = isRule(line) ? null : line.at;
      opened = false;
      named = 0;
    }
    previous = line;
    if (names.has(line.at)) named += 1;
    if (named > 1) return openers;
    if (!openers.has(line.at)) continue;
    if (!opened || start === null) moved.add(start !== null && line.at - start <= 3 ? start : line.at);
    opened = true;
  }
  return moved;
}
