import { readPartXml } from "../package/part-xml.ts";
import type { Relationship } from "../package/relationships.ts";
import type { ZipEntry, ZipPackage } from "../package/zip-package.ts";
import { plainText } from "./shared-strings.ts";

const LIMIT = 128 * 2 ** 20;

/** What an Excel that knows no threads is told to show; the thread itself stands after "Comment:" and "Reply:". */
const THREAD_NOTICE = /^\[Threaded comment\][\s\S]*?Comment:[ \t]*\n?/;

function withoutNotice(text: string): string {
  if (!THREAD_NOTICE.test(text)) return text;
  return text
    .replace(THREAD_NOTICE, "")
    .split(/\n?Reply:[ \t]*\n?/)
    .map((turn) => turn.trim())
    .join("\n");
}

/** Excel begins a note with its author's name and a colon on a line of its own; what is left is what was written. */
function withoutAuthor(text: string, author: string | undefined): string {
  if (author === undefined || author.trim() === "") return text;
  const start = `${author.trim()}:`;
  return text.startsWith(start) ? text.slice(start.length).replace(/^[ \t]*\n?/, "") : text;
}

function readClassicNotes(entry: ZipEntry, notes: Map<string, string>): void {
  const authors: string[] = [];
  let text = "";
  let ref = "";
  let authorId = -1;
  let phonetic = 0;
  let into: "author" | "text" | null = null;
  readPartXml(entry, LIMIT, {
    open: (name, attributes) => {
      if (name === "author") {
        into = "author";
        text = "";
      } else if (name === "comment") {
        ref = attributes["ref"] ?? "";
        authorId = Number(attributes["authorId"] ?? "-1");
        text = "";
      } else if (name === "rPh") phonetic++;
      else if (name === "t" && phonetic === 0) into = "text";
    },
    text: (part) => {
      if (into !== null) text += part;
    },
    close: (name) => {
      if (name === "author") authors.push(plainText(text));
      if (name === "rPh") phonetic--;
      if (name === "author" || name === "t") into = null;
      if (name !== "comment") return;
      const note = withoutAuthor(withoutNotice(plainText(text)), authors[authorId]).trim();
      if (note !== "") notes.set(ref, note);
    },
  });
}

function readThreads(entry: ZipEntry, notes: Map<string, string>): void {
  const threads = new Map<string, string[]>();
  let ref = "";
  let text = "";
  let inText = false;
  readPartXml(entry, LIMIT, {
    open: (name, attributes) => {
      if (name === "threadedComment") ref = attributes["ref"] ?? "";
      if (name !== "text") return;
      inText = true;
      text = "";
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      if (name !== "text" || !inText) return;
      inText = false;
      const said = plainText(text).trim();
      const turns = threads.get(ref) ?? [];
      if (said !== "") turns.push(said);
      if (turns.length > 0) threads.set(ref, turns);
    },
  });
  for (const [cell, turns] of threads) notes.set(cell, turns.join("\n"));
}

/**
 * What people noted on cells, by address: notes of every Excel, and threads with their replies line by line, which take
 * the place of the notice that Excel keeps for older editions. Authors' names are left out.
 */
export function readSheetNotes(pkg: ZipPackage, targets: readonly Relationship[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  const entriesOf = (kind: string): readonly ZipEntry[] =>
    targets
      .filter((to) => to.kind === kind && !to.external)
      .flatMap((to) => {
        const entry = pkg.find(to.target);
        return entry === undefined ? [] : [entry];
      });
  for (const entry of entriesOf("comments")) readClassicNotes(entry, notes);
  for (const entry of entriesOf("threadedComment")) readThreads(entry, notes);
  return notes;
}
