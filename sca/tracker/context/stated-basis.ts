import { readRateBasis } from "../rates/rate-basis.ts";
import type { RateModel } from "../tracked-case.ts";

const OF_ALL =
  /\b(?:all|any|every|our|the)\s+(?:(?:\w+\s+)?(?:rates?|amounts?|fees?|prices?|dollars?|figures))\s+(?:(?:shown|listed|below|here|agreed|entered|on this (?:sheet|tab|tracker))\s+)?(?:is|are|=|:|as|in)\s+([^.;\n]{3,40})|(?:^|[.;!:]\s*)(?:rates?|amounts?|fees?|prices?)\s+(?:are|=|is)\s+(?:all\s+|always\s+)?([^.;\n]{3,40})/gi;
const UNLESS = /\b(?:unless|except|if not)\b.*$/i;
const OF_DOLLARS: ReadonlySet<RateModel> = new Set<RateModel>(["perDiem", "perUnit", "caseRate"]);

/**
 * How dollars are meant throughout, where a remark of the tracker says so ("all rates are per day unless it says otherwise");
 * null where none does, or where remarks differ.
 */
export function statedBasis(texts: Iterable<string>): RateModel | null {
  const found = new Set<RateModel>();
  for (const text of texts) {
    for (const said of text.length > 2000 ? [] : text.matchAll(OF_ALL)) {
      const { model } = readRateBasis((said[1] ?? said[2] ?? "").replace(UNLESS, ""));
      if (model !== undefined && OF_DOLLARS.has(model)) found.add(model);
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
