import { answeredTable } from "../analysis/medicare/rate-table.ts";
import { separatedRecords } from "../analysis/medicare/separated-records.ts";
import { inventedIndicesCsv, inventedValuesCsv } from "../analysis/testing/official-texts.ts";
import { priceBatchRow } from "../sca/medicare/batch.ts";
import { EMPTY_LIBRARY, type MedicareLibrary } from "../sca/medicare/fee-schedule.ts";
import { readMedicareFile } from "../sca/medicare/files/read-medicare-file.ts";
import { benchmarkWith } from "../sca/medicare/price.ts";

/**
 * `npm run bench:rates`: how long a batch of 100,000 rows takes once the fee schedules are loaded, beside a naive peer in
 * the same run: plain splitting at commas, a Map of parsed objects, amounts in binary fractions. The figures are medians
 * of several rounds; what travels from machine to machine is their ratio.
 */
const ROWS = 100_000;
const ROUNDS = 5;

function libraryOf(): MedicareLibrary {
  const file = (name: string, text: string) =>
    readMedicareFile({
      name,
      archive: null,
      form: "records",
      records: Array.from(separatedRecords(text, ","), ({ fields }) => fields),
    });
  const values = file("PPRRVU2025_Oct.csv", inventedValuesCsv(2025, "D", "32.3465"));
  const indices = file("GPCI2025.csv", inventedIndicesCsv(2025));
  if (values.kind !== "relativeValues" || indices.kind !== "localities")
    throw new Error("the invented files do not load");
  return { ...EMPTY_LIBRARY, releases: [values.release], localityYears: [indices.localities] };
}

/** Rows over many codes, places, days and settings, in no order that a cache would like; the same in every run. */
function questions(library: MedicareLibrary): string {
  const codes = [...(library.releases[0]?.values.values() ?? [])];
  const places = [...(library.localityYears[0]?.localities.values() ?? [])];
  const lines = ["year,dos_from,mac,locality,hcpcs,mod,setting"];
  let seed = 12_345;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let row = 0; row < ROWS; row++) {
    const value = codes[next(codes.length)];
    const place = places[next(places.length)];
    if (value === undefined || place === undefined) throw new Error("nothing to ask for");
    const day = `2025-${String(next(12) + 1).padStart(2, "0")}-${String(next(28) + 1).padStart(2, "0")}`;
    const setting = next(2) === 0 ? "nonfac" : "fac";
    lines.push(`2025,${day},${place.mac},${place.locality},${value.code},${value.modifier},${setting}`);
  }
  return `${lines.join("\n")}\n`;
}

/** What a spreadsheet's macro or a first script would do. */
function naively(text: string, library: MedicareLibrary): string {
  const values = new Map(
    [...(library.releases[0]?.values ?? [])].map(([key, row]) => [
      key,
      {
        status: row.status,
        work: row.work / 100,
        office: row.nonFacilityPe / 100,
        facility: row.facilityPe / 100,
        malpractice: row.malpractice / 100,
      },
    ]),
  );
  const indices = new Map(
    [...(library.localityYears[0]?.localities ?? [])].map(([key, place]) => [
      key,
      { work: (place.workWithFloor ?? 0) / 1000, pe: place.pe / 1000, malpractice: place.malpractice / 1000 },
    ]),
  );
  const [heading = "", ...rows] = text.trimEnd().split("\n");
  const out = [`${heading},amount`];
  for (const row of rows) {
    const [, , mac, locality, code, modifier, setting] = row.split(",");
    const value = values.get(modifier === "" ? `${code}` : `${code}-${modifier}`);
    const place = indices.get(`${mac}-${locality}`);
    if (value === undefined || place === undefined || !"ART".includes(value.status)) {
      out.push(`${row},`);
      continue;
    }
    const pe = setting === "fac" ? value.facility : value.office;
    const amount = (value.work * place.work + pe * place.pe + value.malpractice * place.malpractice) * 32.3465;
    out.push(`${row},${(Math.round(amount * 100) / 100).toFixed(2)}`);
  }
  return `${out.join("\n")}\n`;
}

function median(work: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

const library = libraryOf();
const text = questions(library);
const ours = median(() => {
  const benchmark = benchmarkWith(library);
  return answeredTable("in.csv", text, (row) => priceBatchRow(row, library, benchmark));
});
const naive = median(() => naively(text, library));
process.stdout.write(
  `${ROWS.toLocaleString("en-US")} rows after load: ${ours.toFixed(0)} ms; the naive peer ${naive.toFixed(0)} ms; ratio ${(ours / naive).toFixed(1)}\n`,
);
