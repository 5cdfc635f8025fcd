import { box, type Colour, disc, line, type Mark, shape, within } from "./drawing.ts";

/** Both stand out by 3 to 1 at least from the ribbon in white and in dark grey (WCAG 2.2, 1.4.11). */
export const LINES: Colour = [0, 128, 138];
export const ACCENT: Colour = [196, 98, 16];
const PAPER: Colour = [255, 255, 255];

const drawn = (covers: Mark["covers"], colour: Colour | null = LINES): Mark => ({ covers, colour });

/** A table: heading row filled, three lines of two columns. */
const TABLE: readonly Mark[] = [
  drawn(box(1, 2, 14, 12, 1)),
  drawn(box(2, 6, 12, 7), null),
  drawn(box(2, 9, 12, 1)),
  drawn(box(6, 6, 1, 7)),
];

/**
 * The drawings, on a sheet of 16 by 16 so that lines fall on whole pixels at 16, 32 and 80: the add-in's own (a tile),
 * and one for each button of the ribbon, by the name in the file.
 */
export const ICON_DRAWINGS: ReadonlyMap<string, readonly Mark[]> = new Map([
  [
    "app",
    [
      drawn(box(0, 0, 16, 16, 3)),
      drawn(box(3, 3, 10, 2), PAPER),
      drawn(box(3, 7, 4, 2), PAPER),
      drawn(box(3, 11, 4, 2), PAPER),
      drawn(line(2, [8.5, 10], [10.3, 12], [13, 7.8]), PAPER),
    ],
  ],
  ["structure", [...TABLE, drawn(box(9, 8, 7, 8), null), drawn(shape([10, 9], [16, 12.5], [10, 16]), ACCENT)]],
  [
    "update",
    [
      drawn(within(disc(8, 8, 6.5, 4.6), (x, y) => !(x > 8 && y < 8 && y > x - 16 + 4.5 && x - 8 > (8 - y) * 0.35))),
      drawn(shape([9.5, 0], [15, 3.2], [9.5, 6.4]), ACCENT),
    ],
  ],
  [
    "review",
    [
      drawn(disc(8, 8, 7, 5.8)),
      drawn(
        within(disc(8, 6.5, 2.7, 1.2), (x, y) => y < 6.5 || (x >= 8 && y < 8.9)),
        ACCENT,
      ),
      drawn(box(7.25, 7.8, 1.5, 2), ACCENT),
      drawn(box(7.25, 11, 1.5, 1.6), ACCENT),
    ],
  ],
  [
    "today",
    [
      drawn(box(1, 2, 14, 13, 1)),
      drawn(box(2, 6, 12, 8), null),
      drawn(box(4, 1, 2, 3)),
      drawn(box(10, 1, 2, 3)),
      drawn(line(1.7, [5, 10], [7.2, 12.2], [11.2, 7.8]), ACCENT),
    ],
  ],
  [
    "rate",
    [
      drawn(disc(4.5, 4.5, 3.5, 1.9)),
      drawn(disc(11.5, 11.5, 3.5, 1.9)),
      drawn(line(1.7, [13.2, 2.8], [2.8, 13.2]), ACCENT),
    ],
  ],
  [
    "leverage",
    [drawn(box(1, 14, 14, 1)), drawn(box(2, 10, 3, 4)), drawn(box(6, 7, 3, 7)), drawn(box(10, 2, 4, 12), ACCENT)],
  ],
  [
    "settings",
    [3, 8, 13].flatMap((top, row) => {
      const knob = [11.5, 5.5, 9.5][row] ?? 8;
      return [
        drawn(box(1, top, 14, 1)),
        drawn(disc(knob, top + 0.5, 2.7), null),
        drawn(disc(knob, top + 0.5, 2), ACCENT),
      ];
    }),
  ],
]);

/** Pixels of each icon: those of the ribbon, and for the add-in's own those that lists and the marketplace show. */
export function iconSizes(name: string): readonly number[] {
  return name === "app" ? [16, 32, 64, 80, 128] : [16, 32, 80];
}
