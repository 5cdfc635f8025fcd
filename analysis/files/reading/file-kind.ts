import { UserProblem } from "../../user-problem.ts";
import { openPackage, type ZipPackage } from "../package/zip-package.ts";
import { decodeText } from "./text-encoding.ts";
import { mainPartOf } from "./workbook-parts.ts";

/** What a file is by its content; its ending may say otherwise. */
export type FileContent =
  | { readonly kind: "workbook"; readonly pkg: ZipPackage }
  | { readonly kind: "binary-parts"; readonly pkg: ZipPackage }
  | { readonly kind: "older" }
  | { readonly kind: "text"; readonly text: string };

const ACCEPTED = "Accepted are Excel workbooks (.xlsx, .xlsm, .xls, .xlsb) and text tables (.csv, .tsv, .txt).";

/** A file of a kind that no tracker is: what it is, and what to do with it, for whoever takes something else. */
export class OtherKindOfFile extends UserProblem {
  /** "This is a picture." */
  readonly found: string;
  /** "" or a sentence. */
  readonly advice: string;

  constructor(code: string, found: string, advice = "") {
    super(code, [found, ACCEPTED, advice].filter((sentence) => sentence !== "").join(" "));
    this.found = found;
    this.advice = advice;
  }
}

function notATracker(found: string, advice = ""): UserProblem {
  return new OtherKindOfFile("not-a-tracker", `This is ${found}.`, advice);
}

const SAVE_AS = 'Open it in Excel and use "Save As", type "Excel Workbook (.xlsx)".';

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte);
}

/** Whether a compound file has an entry of that name, in any letter case; its directory keeps names as UTF-16. */
function hasStream(latin: string, name: string): boolean {
  return new RegExp([...name].join("\u0000"), "i").test(latin);
}

function recogniseCompound(bytes: Uint8Array): FileContent {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (hasStream(latin, "EncryptedPackage")) {
    throw new UserProblem(
      "encrypted",
      "The file is protected by a password. Open it in Excel, remove the password (File, Info, Protect Workbook) and save a copy.",
    );
  }
  if (hasStream(latin, "Book")) return { kind: "older" };
  if (hasStream(latin, "WordDocument")) throw notATracker("a Word document");
  if (hasStream(latin, "PowerPoint Document")) throw notATracker("a PowerPoint file");
  throw notATracker("an Office file without a workbook");
}

function recogniseZip(bytes: Uint8Array): FileContent {
  const pkg = openPackage(bytes);
  const has = (start: string): boolean => pkg.entries.some((entry) => entry.name.startsWith(start));
  const main = mainPartOf(pkg);
  if (main !== null && /\.bin$/i.test(main.name)) return { kind: "binary-parts", pkg };
  if (has("word/")) throw notATracker("a Word document");
  if (has("ppt/")) throw notATracker("a PowerPoint file");
  if (main !== null) return { kind: "workbook", pkg };
  if (pkg.find("xl/workbook.bin") !== undefined) return { kind: "binary-parts", pkg };
  if (pkg.find("mimetype") !== undefined || has("META-INF/manifest.xml")) {
    throw notATracker("an OpenDocument file", SAVE_AS);
  }
  if (has("Index/")) throw notATracker("an Apple Numbers file", 'In Numbers, use "Export To", "Excel".');
  throw notATracker("a zip archive without a workbook", "Unpack it first.");
}

function refuseMarkup(text: string): void {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<meta|<style|<table|<body|<div)/.test(start)) {
    throw notATracker("a web page (portals save such pages under a spreadsheet's name)", SAVE_AS);
  }
  if (start.startsWith("mime-version:")) throw notATracker("a web archive", SAVE_AS);
  if (start.startsWith("<?xml") || start.startsWith("<workbook")) {
    throw notATracker(
      start.includes("office:spreadsheet") ? "an XML spreadsheet of Excel 2003" : "an XML file",
      SAVE_AS,
    );
  }
  if (start.startsWith("{\\rtf")) throw notATracker("a rich text document");
}

function recogniseText(bytes: Uint8Array): FileContent {
  const text = decodeText(bytes);
  const sample = text.slice(0, 100_000);
  // Tabs, line ends, page breaks and the old end-of-file mark belong to text.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells other files from text.
  const controls = sample.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f\ufffd]/g)?.length ?? 0;
  if (sample.includes("\u0000") || controls > sample.length / 100)
    throw notATracker("neither a workbook nor a text file");
  refuseMarkup(text);
  return { kind: "text", text: text.endsWith("\u001a") ? text.slice(0, -1) : text };
}

/**
 * Tells by the content what a file is. Throws a UserProblem (`not-a-tracker`, `encrypted`, `empty`, or the package guard's)
 * for what cannot be a tracker.
 *
 * @example a text table named tracker.xlsx is { kind: "text", … }
 */
export function recogniseFile(bytes: Uint8Array): FileContent {
  if (bytes.length === 0) throw new OtherKindOfFile("empty", "The file is empty (0 bytes).");
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return recogniseZip(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return recogniseCompound(bytes);
  // Workbooks of Excel 2 to 4 are one bare stream that starts with its version.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0)
    return { kind: "older" };
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw notATracker("a PDF document");
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) throw notATracker("a picture");
  if (
    startsWith(bytes, 0x1f, 0x8b) ||
    startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
    startsWith(bytes, 0x52, 0x61, 0x72, 0x21)
  ) {
    throw notATracker("a packed archive", "Unpack it first.");
  }
  return recogniseText(bytes);
}
