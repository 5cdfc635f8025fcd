/** Colours of charts and pages: dark enough on white for small text (at least 4.5 to 1), apart from `line`, `grid` and `interval`, which carry no text. */
export const PALETTE = {
  ink: "#17212b",
  quiet: "#4f5d6b",
  line: "#b8c2cc",
  grid: "#e6ebf0",
  /** Okabe and Ito's blue: told apart by every kind of colour vision, and grey in print. */
  accent: "#0072b2",
  interval: "#7fb8d8",
  warning: "#a23b00",
  paper: "#ffffff",
} as const;

export const FONT = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
