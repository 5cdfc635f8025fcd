import type { CalendarDate } from "../values/calendar-date.ts";
import { type Cents, printMoney } from "../values/money.ts";
import type { Benchmark, BenchmarkQuestion, NoBenchmark } from "./benchmark.ts";
import { conversionFactorOn, FIRST_YEAR_OF_TRACKS, printFactor } from "./conversion-factor.ts";
import { exactAmount, type Indices, type Parts } from "./exact-amount.ts";
import type { MedicareLibrary, RelativeValueRelease, RelativeValues, Track } from "./fee-schedule.ts";
import { valueKey } from "./fee-schedule.ts";
import { indicesChooser } from "./indices.ts";
import { noBenchmark } from "./locality-choice.ts";
import { type ChosenRelease, releaseName } from "./release-choice.ts";
import { rowFinder } from "./row-choice.ts";

/**
 * Prepares the fee schedules that are loaded, once, and answers what Medicare's physician fee schedule states for one
 * unit of a code, on a day, in a place and setting: round to the cent, once, half upwards, of
 * (work × index + practice expense of the setting × index + malpractice × index) × conversion factor of the day.
 * The relative values and indices are of the day's own year, never of another; an amount lower by the outpatient
 * hospital cap is taken. What has no amount answers with its reason, never with 0. No adjustment of payment (several
 * procedures, assistants, sequestration) is in the amount.
 * Source: 42 CFR 414.20 to 414.30 and CMS's relative value file documentation (RVU26B).
 *
 * @example
 * const benchmark = benchmarkWith(library);
 * benchmark({ code: "90834", modifiers: [], day, place: { kind: "locality", mac: "10112", locality: "00" }, setting: "nonFacility" });
 * // in 2025: 10042 cents, release "2025D", conversion factor 323465
 */
export function benchmarkWith(library: MedicareLibrary): (question: BenchmarkQuestion) => Benchmark {
  const rowOf = rowFinder(library);
  const indicesOf = indicesChooser(library);
  return (question) => {
    const found = rowOf(question);
    if (found.kind === "none") return found;
    const indices = indicesOf(question);
    if (indices.kind === "none") return indices;
    const { row, chosen, track } = found;
    const factor = factorOn(question.day, track, chosen.release);
    if (factor === null) return factorNotLoaded(question.day, chosen.release);
    return amountOf({ question, row, chosen, track, factor, indices, notes: found.notes });
  };
}

function factorOn(day: CalendarDate, track: Track, release: RelativeValueRelease): number | null {
  const byLaw = conversionFactorOn(day, track);
  if (byLaw !== null) return byLaw;
  return release.track === null || release.track === track ? release.conversionFactor : null;
}

function factorNotLoaded(day: CalendarDate, release: RelativeValueRelease): NoBenchmark {
  const loaded = release.track === "qp" ? "qualifying participants (QP)" : "everyone else (non-QP)";
  return noBenchmark(
    "track-not-loaded",
    `For ${day.slice(0, 4)} only the relative values with the conversion factor of ${loaded} are loaded (${release.file}). Load the other file of the release; until then there is no benchmark with its factor.`,
  );
}

interface Priced {
  readonly question: BenchmarkQuestion;
  readonly row: RelativeValues;
  readonly chosen: ChosenRelease;
  readonly track: Track;
  readonly factor: number;
  readonly indices: Indices & { readonly workFloor: "with" | "without" | "none"; readonly notes: readonly string[] };
  readonly notes: readonly string[];
}

function amountOf(priced: Priced): Benchmark {
  const { question, row, chosen, track, factor, indices } = priced;
  const { release } = chosen;
  const isFacility = question.setting === "facility";
  const isNa = isFacility ? row.facilityNa : row.nonFacilityNa;
  if (isNa && question.place.kind === "national") return notApplicable(row, isFacility, release);
  const own: Parts = {
    work: row.work,
    pe: isFacility ? row.facilityPe : row.nonFacilityPe,
    malpractice: row.malpractice,
  };
  const uncapped = exactAmount(own, indices, factor);
  if (uncapped === 0) return isNa ? notApplicable(row, isFacility, release) : withoutValues(row, isFacility, release);
  const capParts = capOf(row, isFacility);
  const otherTrack = release.track !== null && release.track !== track;
  const stated = otherTrack ? conversionFactorOn(question.day, release.track) : factor;
  const cap = capParts === null ? null : exactAmount(capParts, indices, factor);
  if (otherTrack && capParts !== null && cap !== null) {
    // The cap is an amount in dollars; its values are stated for the file's own factor and do not move with the other.
    const statedCap = exactAmount(capParts, indices, stated ?? factor);
    if (uncapped > Math.min(cap, statedCap)) return capOfOtherTrack(row, release);
  }
  const isCapped = cap !== null && cap < uncapped;
  const used = isCapped && capParts !== null ? capParts : own;
  return {
    kind: "amount",
    cents: isCapped ? cap : uncapped,
    code: row.code,
    modifier: row.modifier,
    release: releaseName(release),
    releaseFile: release.file,
    locality: question.place.kind === "national" ? "NATIONAL" : `${question.place.mac}-${question.place.locality}`,
    setting: question.setting,
    conversionFactor: factor,
    track: release.year < FIRST_YEAR_OF_TRACKS ? null : track,
    workFloor: indices.workFloor,
    work: used.work,
    pe: used.pe,
    malpractice: used.malpractice,
    workIndex: indices.work,
    peIndex: indices.pe,
    malpracticeIndex: indices.malpractice,
    isCapped,
    ...(isNa ? { isSettingNa: true } : {}),
    notes: notesOf(priced, isNa, isCapped ? uncapped : null, otherTrack),
  };
}

/** The values of the outpatient hospital cap, where the code has one (Deficit Reduction Act of 2005, section 5102(b)). */
function capOf(row: RelativeValues, isFacility: boolean): Parts | null {
  const pe = isFacility ? row.capFacilityPe : row.capNonFacilityPe;
  if (row.capNonFacilityPe === 0 && row.capFacilityPe === 0 && row.capMalpractice === 0) return null;
  return { work: row.work, pe, malpractice: row.capMalpractice };
}

function capOfOtherTrack(row: RelativeValues, release: RelativeValueRelease): NoBenchmark {
  return noBenchmark(
    "track-not-loaded",
    `${row.code} is held down by the outpatient hospital cap, and ${release.file} states the cap for the other conversion factor alone. Load the release's other file; until then there is no benchmark with the factor asked for.`,
  );
}

function notApplicable(row: RelativeValues, isFacility: boolean, release: RelativeValueRelease): NoBenchmark {
  const [setting, other] = isFacility ? ["a facility", "the office"] : ["the office", "a facility"];
  return noBenchmark(
    "setting-not-applicable",
    `Medicare prints NA for ${valueKey(row.code, row.modifier)} in ${setting} (${releaseName(release)}): the service is rarely or never performed there. It can be priced in ${other}.`,
  );
}

function withoutValues(row: RelativeValues, isFacility: boolean, release: RelativeValueRelease): NoBenchmark {
  const setting = isFacility ? "a facility" : "the office";
  return noBenchmark(
    "contractor-priced",
    `${valueKey(row.code, row.modifier)} has no relative values for ${setting} in ${releaseName(release)}: Medicare's contractor of each region prices it there. Until its price is known there is no benchmark.`,
  );
}

function notesOf(priced: Priced, isNa: boolean, uncapped: Cents | null, otherTrack: boolean): string[] {
  const { question, chosen, factor, indices } = priced;
  const { release } = chosen;
  const notes = chosen.note === null ? [] : [chosen.note];
  if (otherTrack) {
    notes.push(
      `Priced with the conversion factor ${printFactor(factor)}; the relative values are of ${release.file}, where they are the same.`,
    );
  }
  if (!otherTrack && release.year !== 2024 && release.conversionFactor !== factor) {
    notes.push(
      `Priced with the conversion factor ${printFactor(factor)}, by which Medicare paid on that day; the file states ${printFactor(release.conversionFactor)}.`,
    );
  }
  notes.push(...indices.notes);
  if (isNa) {
    const setting = question.setting === "facility" ? "a facility" : "the office";
    notes.push(
      `Medicare marks this service NA in ${setting}, as rarely or never performed there; this is the amount that the contractor's fee schedule states all the same.`,
    );
  }
  if (uncapped !== null) {
    notes.push(
      `Held down by the outpatient hospital cap; by its own relative values it would be ${printMoney(uncapped)}.`,
    );
  }
  notes.push(...priced.notes);
  return notes;
}
