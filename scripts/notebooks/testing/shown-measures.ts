/** For tests: the notebooks of the project. */
export const NAMES = ["payer-leverage", "rate-benchmarking", "access-and-adequacy"] as const;
type NotebookName = (typeof NAMES)[number];

/** For tests: the measures of one payer, or of all, as `sca measures --json` writes them. */
export type Figures = Readonly<Record<string, number | string | null>>;

export const percent = (share: unknown): string => (typeof share === "number" ? `${Math.round(share * 100)}%` : "–");
const times = (multiple: unknown): string => (typeof multiple === "number" ? `${multiple.toFixed(2)}×` : "–");
const money = (dollars: unknown): string =>
  typeof dollars === "number"
    ? `${dollars < 0 ? "-" : ""}$${Math.abs(dollars).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
    : "–";
export const granted = (of: Figures): number =>
  Number(of["approved"]) + Number(of["partial"]) + Number(of["overturned"]);

/** By table and column: what the page has to say of a payer's measures. */
export const SHOWN: Readonly<
  Record<NotebookName, Readonly<Record<string, Readonly<Record<string, (of: Figures) => string>>>>>
> = {
  "payer-leverage": {
    "Decided requests by payer": {
      Decided: (of) => String(of["decided"]),
      Granted: (of) => String(granted(of)),
      "In part": (of) => String(of["partial"]),
      "On appeal": (of) => String(of["overturned"]),
      Denied: (of) => String(of["denied"]),
      Rate: (of) => `${percent(of["approvalRate"])}${Number(of["decided"]) < 20 ? " (hint)" : ""}`,
      "95% interval": (of) => `${percent(of["approvalLow"]).replace("%", "")}–${percent(of["approvalHigh"])}`,
    },
    "Agreed by payer": {
      Requests: (of) => String(of["requests"]),
      "Agreed at least": (of) => money(of["revenueAgreed"]),
    },
    "Captured, and paid as agreed, by payer": {
      Captured: (of) => money(of["capturedA"]),
      "Over the baseline": (of) => money(of["capturedB"]),
      "Paid as agreed": (of) => percent(of["honourRate"]),
      Short: (of) => money(of["underpaid"]),
    },
    "Service outside every authorization, and cost avoided, by payer": {
      "Days outside": (of) => String(of["lapseDays"]),
      "Avoided cost": (of) => money(of["avoidedCost"]),
    },
  },
  "rate-benchmarking": {
    "Multiple of Medicare by payer, approved lines with a benchmark": {
      Lines: (of) => String(of["multipleLines"]),
      "Multiple, by dollars": (of) => times(of["multipleWeighted"]),
      "Median line": (of) => times(of["multipleMedian"]),
      "Lowest to highest": (of) => `${times(of["multipleLow"])} to ${times(of["multipleHigh"])}`,
      "Agreed dollars covered": (of) => percent(of["multipleCoverage"]),
    },
    "Negotiations by payer, from the Offers sheet": {
      "Agreed over first ask": (of) => percent(of["rateYield"]),
      "Over first offer": (of) => `+${percent(of["movement"])}`,
      "Units authorized": (of) => percent(of["unitYield"]),
    },
  },
  "access-and-adequacy": {
    "Answers and lapses by payer": {
      Requests: (of) => String(of["requests"]),
      "Business days, median": (of) => String(of["turnaroundMedian"]),
      "Days outside": (of) => String(of["lapseDays"]),
    },
  },
};
