import type { FinishedFile } from "../formats/report-files.ts";
import { htmlParts } from "./html-parts.ts";
import { packageParts } from "./package-parts.ts";
import { pdfParts } from "./pdf-parts.ts";
import type { SearchedPart } from "./searched-part.ts";

/** Everything that a finished file says, part by part. Throws a UserProblem where a part cannot be read whole. */
export function fileParts({ name, format, bytes }: FinishedFile): SearchedPart[] {
  if (format === "html") return htmlParts(name, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  return format === "pdf" ? pdfParts(name, bytes) : packageParts(name, bytes);
}
