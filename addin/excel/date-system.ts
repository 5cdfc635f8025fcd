import { type DateSystem, dayFromSerial, partsOfDay } from "../../sca/values/calendar-date.ts";

/** A day as it is stored and as Excel shows it. */
export interface ShownDay {
  readonly serial: number;
  readonly text: string;
}

function shows(text: string, serial: number, system: DateSystem): boolean {
  const day = dayFromSerial(serial, system);
  return day !== null && text.includes(String(partsOfDay(day).year));
}

/**
 * Which days a workbook counts from. Excel does not tell an add-in; the years that it shows beside the stored numbers do,
 * for the systems are four years apart. Only days shown with four digits of the year count; null where there are none.
 *
 * @example dateSystemOf([{ serial: 44196, text: "1/1/2025" }]) is "1904"
 */
export function dateSystemOf(days: readonly ShownDay[]): DateSystem | null {
  let later = 0;
  let earlier = 0;
  for (const { serial, text } of days) {
    if (!/\d{4}/.test(text)) continue;
    if (shows(text, serial, "1900")) earlier++;
    else if (shows(text, serial, "1904")) later++;
  }
  if (later === earlier) return null;
  return later > earlier ? "1904" : "1900";
}
