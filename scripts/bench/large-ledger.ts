import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { shuffledNumbers } from "../../analysis/testing/shuffled-numbers.ts";
import { percentOf } from "../../sca/measures/percent-of.ts";
import { addDays, type CalendarDate, parseIsoDay } from "../../sca/values/calendar-date.ts";
import { centsFromDollars } from "../../sca/values/money.ts";

/** The day that the large ledger is counted for. */
export const BENCH_AS_OF = "2026-03-11" as CalendarDate;

const PAYERS = [
  "Aetna",
  "Anthem Blue Cross",
  "Cigna",
  "Humana",
  "Kaiser Permanente",
  'O\'Hara, Sons & Co "Health"',
  "Optum",
  "UnitedHealthcare",
];
const OUTCOMES = [
  "Approved",
  "Approved",
  "Approved",
  "Partially approved",
  "Approved on appeal",
  "Denied",
  "Denied",
  "Pending",
  "Withdrawn",
];
const MODELS = ["Per unit", "Per unit", "Per day", "Percent of Medicare", "Percent of billed"] as const;
const CODES = 240;
const CHUNK = 1 << 16;

const LINE_HEADINGS =
  "Line id,Patient,Code,Modifiers,Description,Rate model,Agreed rate,Units requested,Units authorized,Units used,Unit basis,Expected dollars,Asked in Review,Benchmark,Multiple of Medicare,Medicare rate,Own benchmark,Billed charge,Case id,Period id,Outcome that applies,In question,Model that applies,Rate that applies,Units that apply,Rate is per,Medicare dollars";

/**
 * Writes the tables of an invented ledger with so many service lines, as a workbook exports them: calculated columns
 * filled, codes with zeros, names with commas and quotation marks. The same bytes in every run.
 */
export async function writeLargeLedger(folder: string, lines: number): Promise<void> {
  const below = shuffledNumbers(2026);
  const amounts = Array.from({ length: CODES }, () => (4000 + below(30_000)) / 100);
  const codeOf = (at: number): string => String(90_000 + at * 7).slice(0, 5);
  await writeFile(
    join(folder, "MedicareRates.csv"),
    `Benchmark,Code,Stated amount\n${amounts.map((amount, at) => `${codeOf(at)} | 2026A,${codeOf(at)},${amount}\n`).join("")}`,
  );
  const open = (name: string): TableFile => new TableFile(join(folder, `${name}.csv`));
  const files = {
    cases: open("Cases"),
    periods: open("AuthorizationPeriods"),
    lines: open("ServiceLines"),
    claims: open("Claims"),
    offers: open("Offers"),
  };
  await files.cases.row(
    "Case id,Patient,Payer,Outcome,Submitted,Decided,Rate model,Agreed rate,Expected dollars,Asked in Review,Appeal outcome,Member id,Notes",
  );
  await files.periods.row(
    "Period id,Case id,Period,Outcome,Submitted,Decided,First covered day,Last covered day,Auth number,Units authorized,Units used,Rate model,Agreed rate,Asked in Review,Outcome that applies,In question,Model that applies,Rate that applies,Use counted to",
  );
  await files.lines.row(LINE_HEADINGS);
  await files.claims.row("Case id,Claim number,Date of service,Code,Units,Billed,Paid,Expected");
  await files.offers.row(
    "Case id,Round,Date,Side,Code,Rate model,Rate,Unit basis,Units,Equivalent dollars per unit,Compared with,Unit that applies",
  );
  const start = parseIsoDay("2021-01-04") ?? BENCH_AS_OF;
  const days = Array.from({ length: 1900 }, (_, at) => addDays(start, at));
  let written = 0;
  for (let at = 0; written < lines; at++) {
    const id = `SCA-${(at + 2_176_782_336).toString(36).toUpperCase()}`;
    const outcome = OUTCOMES[below(OUTCOMES.length)] ?? "Pending";
    const sent = below(1780);
    const decided = outcome === "Pending" ? "" : days[sent + 1 + below(40)];
    const payer = PAYERS[Math.floor((below(64) * below(64)) / 504)] ?? "Aetna";
    const isGranted = outcome.includes("pproved");
    await files.cases.row(
      `${id},"Doe ${at}, Ana",${payer.includes(",") ? `"${payer.replaceAll('"', '""')}"` : payer},${outcome},${days[sent]},${decided},,,,,${outcome === "Denied" && below(4) === 0 ? "Upheld" : ""},${String(at).padStart(9, "0")},"Spoke to the desk, call back"`,
    );
    const used = below(9);
    await files.periods.row(
      `${id}/1,${id},1,,,,${days[sent + 3]},${days[sent + 63]},${String(at).padStart(7, "0")},${12 + below(20)},${used},,,,${outcome},,,,${BENCH_AS_OF}`,
    );
    const count = Math.min(lines - written, 1 + below(4));
    for (let line = 0; line < count; line++) {
      const code = below(CODES);
      const amount = amounts[code] ?? 100;
      const model = MODELS[below(MODELS.length)] ?? "Per unit";
      const rate = model.startsWith("Percent") ? 60 + below(160) + below(2) / 2 : (amount * 100 + below(9000)) / 100;
      const charge = 250 + below(400) + 0.5;
      const [asked, got] = [8 + below(24), 4 + below(20)];
      const isDay = model === "Per day";
      const dollars =
        model === "Percent of Medicare"
          ? percentOf(rate, centsFromDollars(amount)) / 100
          : model === "Percent of billed"
            ? (rate / 100) * charge
            : rate;
      const expected = isGranted || outcome === "" ? dollars * got : null;
      const multiple = isDay
        ? "not compared: the rate is per day"
        : model === "Percent of Medicare"
          ? rate / 100
          : dollars / amount;
      const medicare = expected === null || isDay ? "" : amount * got;
      const lineUsed = below(3) === 0 ? below(5) : "";
      await files.lines.row(
        `${id}/1-${codeOf(code)}-${line},"Doe ${at}, Ana",${codeOf(code)},,,${model},${rate},${asked},${got},${lineUsed},,${expected ?? ""},,${codeOf(code)} | 2026A,${multiple},${amount},,${charge},${id},${id}/1,${outcome},,${model},${rate},${isGranted ? got : ""},${isDay ? "day" : ""},${medicare}`,
      );
      if (below(10) < 3) {
        const owed = below(3) === 0 ? "" : (dollars * 2).toFixed(2);
        await files.claims.row(
          `${id},C${written},${days[sent + 3 + below(66)]},${codeOf(code)},2,${charge * 2},${below(5) === 0 ? "" : ((dollars * 2 * (8 + below(3))) / 10).toFixed(2)},${owed}`,
        );
      }
      if (below(10) === 0) {
        const offer = (dollars * (60 + below(80))) / 100;
        await files.offers.row(
          `${id},1,${days[sent + 2]},${below(2) === 0 ? "Payer" : "Provider"},${codeOf(code)},Per unit,${offer.toFixed(2)},,,${offer.toFixed(2)},${id}/1-${codeOf(code)}-${line},`,
        );
      }
      written++;
    }
  }
  await Promise.all(Object.values(files).map((file) => file.end()));
}

/** A text file that is written in large pieces and waits for its disk. */
class TableFile {
  readonly #stream;
  #text: string[] = [];
  #length = 0;

  constructor(path: string) {
    this.#stream = createWriteStream(path);
  }

  row(text: string): Promise<void> | undefined {
    this.#text.push(text, "\n");
    this.#length += text.length;
    return this.#length > CHUNK ? this.#write() : undefined;
  }

  async end(): Promise<void> {
    await this.#write();
    this.#stream.end();
    await once(this.#stream, "finish");
  }

  async #write(): Promise<void> {
    const text = this.#text.join("");
    this.#text = [];
    this.#length = 0;
    if (!this.#stream.write(text)) await once(this.#stream, "drain");
  }
}
