import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { OfficeColours } from "../../excel/office-shell.ts";

/** Which of Fluent's themes fits. */
export type ThemeName = "light" | "dark" | "contrast";

/**
 * The theme that fits Office's colours: dark where its text is lighter than its ground; the high-contrast one where the
 * system forces its own colours. Light where Office tells none, as outside of Excel.
 *
 * @example themeFor({ background: "#262626", foreground: "#FFFFFF" }, false) is "dark"
 */
export function themeFor(colours: OfficeColours | null, isForced: boolean): ThemeName {
  if (isForced) return "contrast";
  if (colours === null) return "light";
  const ground = lightness(colours.background);
  const text = lightness(colours.foreground);
  return ground !== null && text !== null && text > ground ? "dark" : "light";
}

export const FLUENT_THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** How light a colour is to the eye, 0 to 255; null for a text that is no colour. */
function lightness(colour: string): number | null {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (digits === null) return null;
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
