import { describe, expect, it } from "vitest";
import { contractAsks } from "../../../sca/contracting/contract-asks.ts";
import { requestsOfPayer } from "../../../sca/contracting/contract-year.ts";
import { contentOf } from "../../../sca/ledger/made-up-cases.ts";
import type { CaseRecord } from "../../../sca/measures/case-record.ts";
import { MEASURED_AS_OF, measuredLedger } from "../../testing/measured-ledger.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { htmlReport } from "../formats/html.ts";
import { type LeverageLedger, leverageLedger } from "../leverage-ledger.ts";
import { overviewReport } from "../overview-report.ts";
import { internalReport } from "./internal-report.ts";
import { payerReport } from "./payer-report.ts";
import { askedRate } from "./rate-words.ts";

function ledgerOf(cases: number, seed: number): LeverageLedger {
  const ledger = leverageLedger(contentOf(measuredLedger(cases, seed)), MEASURED_AS_OF);
  if (ledger === null) throw new Error("no ledger");
  return ledger;
}

const ledger = ledgerOf(260, 11);
const textOf = (document: ReportDocument): string => JSON.stringify(document);
const payer = "Aetna";

function withCases(cases: readonly CaseRecord[]): LeverageLedger {
  return { ...ledger, records: { ...ledger.records, cases } };
}

describe("the payer's edition", () => {
  const document = payerReport(ledger, payer, {});
  const text = textOf(document);

  it("follows the order of a proposal letter, exhibits behind it", () => {
    expect(document.sections.map(({ heading }) => heading).slice(0, 7)).toEqual([
      "Who we are",
      "Our place in your network",
      "What sets us apart",
      "Why case by case fails us both",
      "What we ask",
      "By when",
      "Exhibit A: Rates we ask, service by service",
    ]);
    expect(document).toMatchObject({ edition: "payer", isLetter: true });
  });

  it("shows what nobody stated as a blank to fill in, and a practice's own words instead", () => {
    expect(text).toContain("[practice name]");
    const named = payerReport(ledger, payer, {
      name: "Harbor Recovery Center",
      address: ["12 Elm Street"],
      signer: "Dana Fox, Director",
      contact: "217-555-0142",
      about: "We treat adolescents by the day.",
      strengths: ["The only program by the day within 60 miles."],
    });
    expect(
      textOf(named)
        .match(/\[[^\]"{]*\]/g)
        ?.filter((blank) => /^\[[a-z]/.test(blank)),
    ).toEqual(["[effective date]"]);
    expect(textOf(named)).toContain("The only program by the day within 60 miles.");
  });

  it("says nothing of other payers: without them it is the same, but for what the practice offers all", () => {
    const alone = {
      ...withCases(requestsOfPayer(ledger.records.cases, payer)),
      prices: ledger.prices.filter((price) => price.payer === payer),
    };
    expect(payerReport(alone, payer, {})).toEqual(document);
    for (const other of ["Cigna", "O'Hara", "UnitedHealthcare"]) expect(text).not.toContain(other);
  });

  it("does not tell how many requests were denied or wait, not even by what it shows instead", () => {
    const granted = ledger.records.cases.filter(({ outcome }) => outcome !== "denied" && outcome !== "pending");
    expect(payerReport(withCases(granted), payer, {})).toEqual(document);
  });

  it("holds no id of a case, no claim, no day of a patient", () => {
    for (const { id, lines } of ledger.records.cases) {
      expect(text).not.toContain(id);
      for (const line of lines) expect(text).not.toContain(line.id);
    }
    const days = ledger.records.cases.flatMap(({ submitted, decided, periods }) => [
      submitted,
      decided,
      ...periods.map(({ firstDay }) => firstDay),
    ]);
    for (const day of days) if (day !== null) expect(text).not.toContain(day);
  });

  it("names the opening, and no other number of ours", () => {
    const own = requestsOfPayer(ledger.records.cases, payer);
    const costly = {
      ...ledger,
      assumptions: { ...ledger.assumptions, costPerUnit: 61.37, hourCost: 47.77, hoursPerRequest: 7.31 },
    };
    const told = textOf(payerReport(costly, payer, {}));
    const { asks } = contractAsks(
      own,
      ledger.prices.filter((price) => price.payer === payer),
      null,
      costly.assumptions,
    );
    const openings = asks.flatMap((ask) =>
      ask.plan.opening === null ? [] : [askedRate(ask, ask.plan.opening.figure)],
    );
    expect(openings.length).toBeGreaterThan(2);
    for (const opening of openings) expect(told).toContain(opening);
    for (const ask of asks) {
      for (const number of [ask.plan.target, ask.plan.walkAway]) {
        const words = number === null ? "" : askedRate(ask, number.figure);
        if (words !== "" && !openings.includes(words)) expect(told).not.toContain(words);
      }
    }
    for (const secret of ["61.37", "47.77", "7.31", "floor", "walk-away", "target", "break-even"])
      expect(told).not.toContain(secret);
  });

  it("shows no count of 1 to 10 in any table or figure", () => {
    for (const seed of [1, 2, 3]) {
      const some = ledgerOf(40 + 30 * seed, seed);
      for (const name of ["Aetna", "Cigna", "UnitedHealthcare"]) {
        const counts = textOf(payerReport(some, name, {})).match(/"number":\{"value":(\d+),"format":"count"\}/g) ?? [];
        for (const count of counts) expect(count).not.toMatch(/"value":([1-9]|10),/);
      }
    }
  });

  it("says fewer than 11 where there are few agreements, and still asks", () => {
    const few = payerReport(ledgerOf(14, 3), payer, {});
    expect(textOf(few)).toContain("fewer than 11 single case agreements");
    expect(few.sections.map(({ heading }) => heading)).toContain("What we ask");
  });

  it("asks a payer that negotiates no rate for its schedule, by no number of ours", () => {
    const fixed = {
      ...ledger,
      payers: new Map([[payer.toLowerCase(), { band: null, policy: "highestInNetwork" as const }]]),
    };
    const told = textOf(payerReport(fixed, payer, {}));
    expect(told).toContain("highest in-network level");
    expect(told).not.toContain("Rates asked");
  });

  it("is the same each time", () => {
    expect(payerReport(ledger, "aetna", {})).toEqual(document);
  });
});

describe("the internal edition", () => {
  const document = internalReport(ledger, payer);
  it("goes from the advice through its reasons to the asks and the doubts", () => {
    const headings = document.sections.map(({ heading }) => heading);
    expect(headings[0]).toBe("In short");
    expect(headings.slice(-2)).toEqual(["What to ask", "Doubts, and what was left out"]);
    expect(headings).toHaveLength(12);
  });
  it("has each table as wide as its headings, and words for each picture", () => {
    const all = [document, overviewReport(ledger), payerReport(ledger, payer, {})];
    for (const block of all.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))) {
      const table = block.kind === "chart" ? block.table : block.kind === "table" ? block : null;
      for (const row of [...(table?.rows ?? []), ...(table?.total ? [table.total] : [])]) {
        expect(row, table?.caption).toHaveLength(table?.columns.length ?? 0);
      }
      if (block.kind === "chart") expect(block.alternative.length).toBeGreaterThan(40);
    }
  });
  it("never says undefined, NaN, Infinity or null", () => {
    for (const seed of [1, 2, 3]) {
      for (const name of [payer, "Nobody"]) {
        const words = textOf(internalReport(ledgerOf(12 * seed, seed), name)).replaceAll(/:null|"spec":.*?"bars"/g, "");
        expect(words).not.toMatch(/undefined|NaN|Infinity|\bnull\b/);
      }
    }
  });
  it("draws every picture that it names", async () => {
    const charts = document.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === "chart");
    expect(charts.length).toBeGreaterThanOrEqual(4);
    const page = await htmlReport(document);
    expect(page.match(/<svg role="img"/g)).toHaveLength(charts.length);
  });
  it("says so where a payer is not in the ledger", () => {
    const words = textOf(internalReport(ledger, "Nobody"));
    expect(words).toContain("Nobody has decided nothing yet.");
  });
});

describe("evidence of access in both editions", () => {
  const own = requestsOfPayer(ledger.records.cases, payer);
  const attempts = own.flatMap(({ id }, at) =>
    [40, 8].map((waitDays) => ({
      caseId: id,
      day: null,
      waitDays: waitDays + at,
      miles: null,
      reason: "",
      office: "A",
    })),
  );
  const { access } = ledger.records;
  const tried: LeverageLedger = {
    ...ledger,
    attempts,
    records: {
      ...ledger.records,
      access: {
        ...{ ...access, attempts, settings: { ...access.settings, state: "MD", care: "behavioralHealth" } },
        funding: new Map(own.map(({ id }) => [id.toLowerCase(), "Fully insured"])),
      },
    },
  };

  it("is set against what the law asks of networks, where it reaches the plan", () => {
    const words = textOf(internalReport(tried, payer));
    expect(words).toMatch(/\d+ of \d+ attempts"\}," that can be judged went beyond a standard/);
    expect(words).toContain("10 calendar days to an appointment");
    expect(
      textOf(internalReport({ ...tried, records: { ...tried.records, access: { ...access, attempts } } }, payer)),
    ).toContain("Not set against a standard, and why:");
  });

  it("tells the payer of a standard only where its words were read, and counts that stay alone", () => {
    const words = textOf(payerReport(tried, payer, {}));
    expect(words).toContain("Waits and distances");
    const cited = words.match(/What the law asks[^\]]*\]/)?.[0] ?? "";
    expect(cited).not.toContain("to be checked");
  });
});

describe("the overview of all payers", () => {
  it("ranks payers by shrunken rates, raw rates and counts beside them, and says what was left out", () => {
    const document = overviewReport(ledger);
    expect(textOf(document)).toContain("Ranked by the shrunken rate");
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      "How often each payer says yes",
      "What each payer's agreements come to",
      "What was left out",
    ]);
  });
});
