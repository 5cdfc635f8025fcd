/** A range in percent that agreements are usually made in, with where it comes from. */
export interface Band {
  readonly low: number;
  readonly high: number;
  readonly sources: readonly BandSource[];
}

export interface BandSource {
  readonly low: number;
  readonly high: number;
  readonly words: string;
  readonly from: string;
}

/** The bands of a practice: settings that it edits, not market data. */
export interface NegotiationBands {
  readonly ofMedicare: Band;
  readonly ofBilled: Band;
}

/**
 * The bands where the practice has set none. The guides disagree, so both of their ranges are shown and the band spans
 * them. No public statistic of single case agreements exists: these are practice assumptions.
 */
export const DEFAULT_BANDS: NegotiationBands = {
  ofMedicare: {
    low: 100,
    high: 150,
    sources: [
      { low: 100, high: 130, words: "typically 100-130% of Medicare fee schedule", from: "guide 000 L7" },
      {
        low: 120,
        high: 150,
        words:
          "120-150% of Medicare is a common landing zone; behavioral health and scarce subspecialties command more",
        from: "guide 000 L15",
      },
    ],
  },
  ofBilled: {
    low: 50,
    high: 70,
    sources: [
      { low: 50, high: 70, words: "a percentage of your billed charges (often 50-70%)", from: "guide 003 L23" },
      { low: 55, high: 55, words: "55% of their total billed charges", from: "guide 002 L64" },
    ],
  },
};

/** What is published of other prices: background to a talk, never the market for single case agreements. */
export const PUBLISHED_CONTEXT: readonly { readonly words: string; readonly from: string }[] = [
  {
    words:
      "Private insurers paid hospitals 199 % of Medicare on average, 141 to 259 % by study. These are contracts, not single case agreements.",
    from: "KFF, How Much More Than Medicare Do Private Insurers Pay? (review of 19 studies)",
  },
  {
    words:
      "Commercial insurers pay hospitals and physicians much higher prices than Medicare. These are contracts, not single case agreements.",
    from: "Congressional Budget Office, publication 57778, January 2022",
  },
];

/** Where a percentage stands to a band. */
export interface BandStanding {
  readonly where: "below" | "within" | "above";
  readonly sentence: string;
}

/**
 * Where a percentage stands to a band; both ends belong to it.
 *
 * @example standingInBand(140, DEFAULT_BANDS.ofMedicare, "Medicare").where is "within"
 */
export function standingInBand(percent: number, band: Band, of: "Medicare" | "billed charges"): BandStanding {
  const where = percent < band.low ? "below" : percent > band.high ? "above" : "within";
  return {
    where,
    sentence: `${where.charAt(0).toUpperCase()}${where.slice(1)} your range of ${band.low} to ${band.high} % of ${of}.`,
  };
}

/** Bands that a practice set, or why they are no bands. */
export function bandOf(low: number, high: number, standard: Band): Band | null {
  const isBand = Number.isFinite(low) && Number.isFinite(high) && low > 0 && low <= high && high <= 1000;
  if (!isBand) return null;
  const isStandard = low === standard.low && high === standard.high;
  return { low, high, sources: isStandard ? standard.sources : [] };
}
