import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { counted } from "../figures.ts";
import type { ClassProof, RedactionProof } from "./redaction-proof.ts";

/** Of what the proof is. */
export interface ProofHeading {
  readonly ledger: string;
  readonly payer: string;
  readonly asOf: CalendarDate;
}

/**
 * The proof as it is written beside the payer's edition: every class, how many values were looked for, where, and what
 * was met. No value is quoted.
 */
export function proofText(proof: RedactionProof, { ledger, payer, asOf }: ProofHeading): string {
  const files = [...new Set(proof.parts.map(({ file }) => file))];
  const width = Math.max(...proof.classes.map(({ label }) => label.length));
  const lines = [
    "What the payer's edition does not hold",
    "",
    `Ledger ${ledger}, payer ${payer}, as of ${asOf}.`,
    proof.isClean
      ? "Result: clean. Nothing of the classes below stands in the files, seen or unseen."
      : "Result: REFUSED. The files were not put in place.",
    "",
    "What was looked for",
    ...proof.classes.map((one) => `  ${one.label.padEnd(width)}  ${searchedWords(one).padStart(14)}  ${metWords(one)}`),
    "",
    ...proof.classes.flatMap(meetingLines),
    ...dependentLines(proof),
    ...proof.unread.map(
      (file) => `  ${file}: the report's own title was not found in it, so it could not be searched.`,
    ),
    "Where it was looked for",
    ...files.map((file) => {
      const own = proof.parts.filter((part) => part.file === file);
      const texts = own.reduce((sum, part) => sum + part.texts, 0);
      return `  ${file}: ${counted(own.length, "part")}, ${counted(texts, "text")}`;
    }),
    "",
    "How it was looked for: letter case, accents, blanks, hyphens and points do not count; numbers also by their figures",
    "alone; days in every usual spelling and as a spreadsheet's day number; texts that are split over runs are joined, and",
    "entities resolved. Read were the texts, tables, pictures' words, comments, hidden sheets, headers, feet, notes,",
    "attributes, properties and workbooks inside the files. Pixels of pictures were not: the drawing that each was made",
    "from stands in the page as text and was.",
    "Met by chance: a value that is also a word or figure of the letter. The part where it stands is the same, letter by",
    "letter, when every patient, number, note and other payer in the ledger is replaced by another. Whole names, dates of",
    "birth, days, long numbers, addresses, payers' names and your own figures are never met by chance; what your ledger",
    "calls another payer is, where it is a plain word of every such letter (Medicare) or says that there is none (Other).",
  ];
  return `${lines.join("\n")}\n`;
}

/** The proof for programs. */
export function proofJson(proof: RedactionProof, heading: ProofHeading): string {
  return `${JSON.stringify({ format: "sca-redaction-proof/1", ...heading, ...proof }, null, 2)}\n`;
}

/** The classes that refuse an edition, for a sentence. */
export function refusedClasses(proof: RedactionProof): string[] {
  return proof.classes.filter(({ met }) => met.some(({ isChance }) => !isChance)).map(({ label }) => label);
}

function searchedWords({ searched }: ClassProof): string {
  return searched === null ? "by rule" : counted(searched, "value");
}

function metWords({ met, searched }: ClassProof): string {
  if (searched === 0) return "none in the ledger";
  if (met.length === 0) return "not met";
  return met.every(({ isChance }) => isChance) ? "met, also a word of the letter" : "MET";
}

function meetingLines({ label, met }: ClassProof): string[] {
  if (met.length === 0) return [];
  return [
    label,
    ...met.map(
      ({ file, part, times, isChance }) =>
        `  ${file}, ${part}: ${counted(times, "time")}, ${isChance ? "by chance: also a word of the letter" : "REFUSED"}`,
    ),
    "",
  ];
}

function dependentLines({ dependent }: RedactionProof): string[] {
  if (dependent === null) return ["The letter was not made a second time with other patients.", ""];
  if (dependent.length === 0) {
    return [
      "Made a second time from the same ledger with every patient, number, note and other payer replaced: the same.",
      "",
    ];
  }
  return [
    "Made a second time from the same ledger with every patient, number, note and other payer replaced, these parts differ:",
    ...dependent.map(({ file, part }) => `  ${file}, ${part}: REFUSED`),
    "",
  ];
}
