import { invalidArgument } from "../rich-api/host-error.ts";
import { parseAddress } from "./area.ts";

/**
 * A sheet's name, or InvalidArgument: 1 to 31 characters, none of \ / ? * [ ] :, no apostrophe at either end, not the
 * reserved word History ("Rename a worksheet", Microsoft Support). The code for a bad name: OfficeDev/office-scripts-docs
 * pull request 565.
 */
export function sheetName(name: string): string {
  const bad = name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name);
  if (bad || name.toLowerCase() === "history") throw invalidArgument();
  return name;
}

/**
 * A name for a table or a defined name, or InvalidArgument: it begins with a letter, an underscore or a backslash, goes on
 * with letters, digits, periods and underscores, is no cell reference, neither C nor R, and has 255 characters at most
 * ("Names in formulas" and "Rename an Excel table", Microsoft Support).
 */
export function formulaName(name: string): string {
  const form = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= 255;
  if (!form || /^[cr]$/i.test(name) || /^r\d*c\d*$/i.test(name) || parseAddress(name) !== null) throw invalidArgument();
  return name;
}

/** Names in a workbook differ by more than the case of their letters. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
