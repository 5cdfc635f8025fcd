import { baseName, type MedicareFile, type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";
import { headingWords } from "./table-columns.ts";

type Records = readonly (readonly string[])[];

const LAYOUT_TEXT =
  /RECORD LAYOUT|NATIONAL PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE CALENDAR YEAR|^(?:README|READ ME)\b/i;

/** A file of CMS's from which nothing is needed, told by its name or its first lines; null for any other. */
export function notNeeded(source: MedicareSource, first: string): MedicareFile | null {
  const name = baseName(source.name);
  const what = (said: string): MedicareFile => ({ kind: "notNeeded", what: said });
  if (/\.(?:pdf|docx?|rtf)$/i.test(name)) return what("CMS's documentation, not data");
  if (/^ANES/i.test(name) || /\bAnes(?:thesia)?\b.*\b(?:CF|conversion factor)\b/i.test(first)) {
    return what(
      "the anesthesia conversion factors: anesthesia is paid by base and time units, for which there is no benchmark",
    );
  }
  if (/\.(?:xlsx?|xlsm|xlsb)$/i.test(name)) return what("the Excel twin of a file that is read from its csv or txt");
  if (/read ?me|ly?out|layout|record.?layout/i.test(name) || LAYOUT_TEXT.test(first)) {
    return what("CMS's description of a file's layout, not data");
  }
  return null;
}

/** Files of CMS's that hold other fee schedules: by the name, or by headings that must all be there. */
const OTHERS: readonly { readonly name: RegExp; readonly headings: readonly RegExp[]; readonly what: string }[] = [
  {
    name: /ADDENDUM[ _-]*B(?![a-z])/i,
    headings: [/^HCPCS/, /^APC$/, /^PAYMENT RATE$/],
    what: "OPPS Addendum B, what hospitals are paid for single outpatient codes",
  },
  {
    name: /CLAB|CLFS/i,
    headings: [/^(?:HCPCS|HCPC)/, /^EFF DATE$|^EFFECTIVE DATE$/, /^RATE$|^INDICATOR$/],
    what: "the clinical laboratory fee schedule (CLFS)",
  },
  {
    name: /DMEPOS|DMEPEN|^DME\d/i,
    headings: [/^HCPCS/, /^JURIS/, /^CATG/],
    what: "the fee schedule of medical equipment (DMEPOS)",
  },
  {
    name: /(?<![a-z])ASP(?![a-z])|PAYMENT[ _-]*LIMIT/i,
    headings: [/^HCPCS/, /PAYMENT LIMIT/],
    what: "the drug payment limits (ASP)",
  },
  {
    name: /^PF(?:ALL|REV|[A-Z]{2}\d\d)/i,
    headings: [/^(?:NON ?FAC|NON ?FACILITY) FEE/],
    what: "the amounts of the physician fee schedule by locality (PFALL), which are reckoned here from the relative values",
  },
  { name: /MUE|NCCI|PTP/i, headings: [/MUE (?:VALUES|ADJUDICATION)/], what: "a table of coding edits (NCCI)" },
  { name: /HCPC20\d\d|ANWEB/i, headings: [/^HCPC$/, /^SEQNUM$/], what: "the list of HCPCS codes" },
  { name: /MS-?DRG|TABLE[ _-]?5/i, headings: [/^MS DRG$/], what: "the weights of hospital admissions (MS-DRG)" },
  { name: /(?<![a-z])ASC(?![a-z])/i, headings: [], what: "the fee schedule of surgical centers (ASC)" },
];

/** A refusal that says which other file of CMS's this is; null where it is none that is known. */
export function otherCmsFile(name: string, records: Records): RefusedFile | null {
  const rows = records.slice(0, 40).map((record) => record.map(headingWords));
  const other =
    OTHERS.find(
      ({ headings }) =>
        headings.length > 0 &&
        rows.some((row) => headings.every((heading) => row.some((words) => heading.test(words)))),
    ) ?? (records.length === 0 ? OTHERS.find((one) => one.name.test(baseName(name))) : undefined);
  if (other === undefined) return null;
  return refused(
    "other-cms-file",
    name,
    `: this is ${other.what}. Benchmarks are reckoned from the physician fee schedule: load the release of relative values ("rvu25d.zip"), which holds PPRRVU, GPCI, LOCCO and OPPSCAP.`,
  );
}
