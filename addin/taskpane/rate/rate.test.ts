import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { contentOf, day, madeUpCase, understood } from "../../../sca/ledger/made-up-cases.ts";
import { planLedger } from "../../../sca/ledger/plan-ledger.ts";
import { EMPTY_LIBRARY } from "../../../sca/medicare/fee-schedule.ts";
import { readCompactForm } from "../../../sca/medicare/files/compact-form.ts";
import { libraryOf } from "../../../sca/medicare/files/held-library.ts";
import { agreedBefore } from "./agreed-before.ts";
import { comparedCards, counterOf, nextMoveWords } from "./comparison-words.ts";
import { offerRows } from "./offer-rows.ts";
import { ledgerFacts, payerFacts, revealedSentences } from "./payer-facts.ts";
import { priceService, readTerms } from "./priced-service.ts";
import { programDay } from "./program-day.ts";
import { blankService, type RateDraft, startDraft } from "./rate-draft.ts";
import { reckonOffers } from "./reckoned-offers.ts";
import { fromSelection } from "./selected-case.ts";

const STARTER = resolve(import.meta.dirname, "..", "..", "..", "data-samples", "medicare");
const LIBRARY = libraryOf(
  readdirSync(STARTER)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readCompactForm(name, readFileSync(join(STARTER, name), "utf8")))
    .flatMap((file) => (file.kind === "refused" || file.kind === "notNeeded" ? [] : [file])),
);
const TODAY = day("2026-03-11");
const TERMS = { track: "nonQp", workFloor: "asByLaw" } as const;

const CONTENT = contentOf(
  planLedger(
    understood(
      [10, 11, 12].map((row) =>
        madeUpCase({
          source: { sheet: "Auths", rows: [row] },
          patient: `Patient ${row}`,
          decided: day("2026-01-20"),
          services: [{ code: "90837", model: "perUnit", rate: 140 + row, units: 12 }],
          periods: [{ authStart: day("2025-10-06"), authEnd: day("2026-04-05"), unitsAuthorized: 12 }],
        }),
      ),
    ),
    { asOf: TODAY },
  ),
);
const FACTS = ledgerFacts(CONTENT, agreedBefore(CONTENT, TODAY));

function typed(changed: Partial<RateDraft>): RateDraft {
  return { ...startDraft(new Map(), TODAY), day: "2025-10-15", ...changed };
}

function priced(changed: Partial<RateDraft>, library = LIBRARY) {
  const draft = typed(changed);
  return priceService(draft, readTerms(draft, library, TERMS), library);
}

function desk(changed: Partial<RateDraft>, payer = payerFacts(FACTS, "Aetna", "")) {
  const draft = typed({ payer: "Aetna", ...changed });
  return reckonOffers(draft, readTerms(draft, LIBRARY, TERMS), payer, LIBRARY);
}

function reckoned(changed: Partial<RateDraft>, payer?: ReturnType<typeof payerFacts>) {
  const found = desk(changed, payer);
  if (found.kind !== "reckoned") throw new Error(JSON.stringify(found));
  return found.result;
}

const SESSIONS = [{ ...blankService(1), code: "90837", units: "12", basis: "session", billed: "250" }];
const said = (...words: string[]) => words.map((text, at) => ({ id: at + 1, words: text }));

describe("a service against Medicare", () => {
  it("has its amount with everything that it came from", () => {
    const found = priced({ code: "90837", agreed: "$210" });
    if (found.kind !== "amount") throw new Error(JSON.stringify(found));
    expect(found.headline).toMatch(/^\$\d+\.\d\d is Medicare's amount for one unit of 90837\.$/);
    expect(found.agreed).toMatch(/^\$210\.00 is \d+\.\d % of Medicare\.$/);
    expect(found.facts.map(([label]) => label)).toEqual([
      "Day",
      "Place",
      "Setting",
      "Release",
      "Work",
      "Practice expense",
      "Malpractice",
      "Conversion factor",
    ]);
  });

  it("says honestly that there is none, and never 0", () => {
    expect(priced({ code: "H0015" })).toMatchObject({ kind: "none" });
    expect(priced({ code: "90837" }, EMPTY_LIBRARY)).toMatchObject({ kind: "none" });
    expect(priced({ code: " " })).toEqual({ kind: "blank" });
  });

  it("says beside each field what is not accepted, all together", () => {
    const found = priced({ code: "90837", day: "soon", setting: "clinic", agreed: "much" });
    if (found.kind !== "problems") throw new Error(JSON.stringify(found));
    expect(Object.keys(found.problems).sort()).toEqual(["agreed", "day", "setting"]);
  });

  it("of a program's day is set beside other figures only where it is asked, under their label", () => {
    const draft = typed({ code: "H0015" });
    const terms = readTerms(draft, LIBRARY, TERMS);
    expect(programDay(draft, terms, LIBRARY)).toMatchObject({ comparison: [], buildUp: [] });
    const asked = { ...draft, servicesPerDay: "2", buildUp: "90834x1, 90853x3" };
    const found = programDay(asked, terms, LIBRARY);
    expect(found?.problems.servicesPerDay).toContain("Give 3 or 4");
    expect(found?.buildUp[0]).toBe("Component build-up, not a Medicare price.");
    expect(programDay({ ...draft, buildUp: "some" }, terms, LIBRARY)?.problems.buildUp).toContain("90834x1");
    expect(programDay(typed({ code: "90837" }), terms, LIBRARY)).toBeNull();
  });
});

describe("offers side by side", () => {
  it("are reckoned over the services, best first, with what each comes to", () => {
    const result = reckoned({ services: SESSIONS, offers: said("120% of Medicare", "$150 per session") });
    const cards = comparedCards(result);
    expect(cards.map(({ name }) => name)).toEqual(["120% of Medicare", "$150 per session"]);
    expect(cards[1]?.total).toMatch(/^\$1,800\.00 for the case\. \$\d+\.\d\d less than the best\.$/);
    expect(new Map(cards[1]?.facts).get("Per session")).toBe("$150.00");
    expect(new Map(cards[1]?.facts).get("Percent of billed")).toContain("60 %.");
  });

  it("lead to the next counter with reasons, and the numbers that stay with us", () => {
    const result = reckoned({
      services: SESSIONS,
      offers: said("$120 per session"),
      asks: said("$200 per session"),
      target: "160",
      floorCost: "110",
      floorPer: "session",
    });
    const words = nextMoveWords(result, "Aetna");
    expect(words.lead[0]).toContain("$180.00");
    expect(words.parts.map(({ title }) => title)).toEqual([
      "Your numbers, in dollars a unit: never show them to the payer",
      "Reasons for the payer, in this order",
      "What this payer agreed to before",
      "The rule of the counter",
    ]);
    expect(words.parts[1]?.sentences[0]).toContain("Market data: You have agreed to $151.00 per");
    expect(counterOf(result)).toMatchObject({ name: "Counter: $180.00 a unit", term: { model: "perUnit" } });
  });

  it("wait until what is wrong is mended, each told beside its field", () => {
    const found = desk({
      services: [{ ...blankService(7), code: "90837", units: "many", basis: "fortnight" }],
      offers: said("140", "$400 per diem"),
      asks: said("1.4%"),
      floorCost: "free",
      trades: { ...typed({}).trades, requestHours: "2" },
    });
    if (found.kind !== "problems") throw new Error(found.kind);
    expect(found.problems.services.get(7)).toMatchObject({
      units: expect.stringContaining("many"),
      basis: expect.stringContaining("fortnight"),
    });
    expect([...found.problems.offers.keys()]).toEqual([1]);
    expect(found.problems.asks.get(1)).toContain("Did you mean 140 %?");
    expect(found.problems.floorCost).toContain("no amount");
    expect(found.problems.trades.staffHour).toContain("is needed");
    expect(found.count).toBe(6);
  });

  it("say what to type first", () => {
    expect(desk({}).kind).toBe("blank");
    expect(desk({ services: SESSIONS }).kind).toBe("blank");
  });

  it("by the day tell a day's dollars once, and the same offer twice is refused", () => {
    const program = [{ ...blankService(1), code: "H0015", units: "20", basis: "day" }];
    const [card] = comparedCards(reckoned({ services: program, offers: said("$400 per diem") }));
    expect(card?.facts.filter(([label]) => label === "Per day")).toEqual([["Per day", "$400.00"]]);
    const twice = desk({ services: program, offers: said("$400 per diem", "$400 per diem") });
    expect(twice.kind === "problems" && twice.problems.offers.get(2)).toBe("The same stands above already.");
  });

  it("without a total say why, and are not ranked", () => {
    const program = [{ ...blankService(1), code: "H0015", units: "20", basis: "day" }];
    const [card] = comparedCards(reckoned({ services: program, offers: said("140% of Medicare") }));
    expect(card?.total).toMatch(/^Cannot be priced in full: /);
  });
});

describe("what the ledger knows", () => {
  it("is told in sentences for a payer and a code, with what it leaves out", () => {
    const [sentence, caution] = revealedSentences(FACTS, "Aetna", "90837");
    expect(sentence).toContain("Aetna has agreed to");
    expect(sentence).toContain("median of 3 agreements");
    expect(caution).toContain("Approved cases only");
    expect(revealedSentences(FACTS, "Aetna", "97153")[0]).toContain("has not agreed to a rate for 97153");
    expect(revealedSentences(FACTS, "", "90837")).toEqual([]);
  });

  it("fills the calculators from the selected row", () => {
    const cases = CONTENT.tables.get("Cases");
    const values = new Map(cases?.headings.map((heading, at) => [heading, cases.rows[0]?.[at] ?? null]));
    const found = fromSelection({ table: "Cases", values }, CONTENT, typed({}));
    if (found.kind !== "draft") throw new Error(found.words);
    expect(found.draft).toMatchObject({ payer: "Aetna", code: "90837", day: "2025-10-06", agreed: "150" });
    expect(found.draft.services.map(({ code, units }) => [code, units])).toEqual([["90837", "12"]]);
    expect(fromSelection(null, CONTENT, typed({}))).toMatchObject({ kind: "none" });
  });
});

describe("a move in the ledger's Offers", () => {
  it("is a row with its figure, its side, its round and its words", () => {
    const { offers } = reckoned({ services: SESSIONS, offers: said("140% of Medicare lesser of billed") });
    const [offer] = offers;
    if (offer === undefined) throw new Error("no offer");
    expect(offerRows(CONTENT, "SCA-1", "Payer", offer, TODAY).map((row) => Object.fromEntries(row))).toEqual([
      {
        "Case id": "SCA-1",
        Round: 1,
        Date: { day: "2026-03-11" },
        Side: "Payer",
        "Rate model": "Percent of Medicare",
        Rate: 140,
        Status: "Open",
        Note: "140% of Medicare lesser of billed",
      },
    ]);
  });

  it("begins a round where its side has moved in the last one", () => {
    const headings = ["Case id", "Round", "Side"];
    const offers = { name: "Offers", sheet: "Offers", headings, rows: [["SCA-1", 2, "Payer"]] };
    const content = { ...CONTENT, tables: new Map(CONTENT.tables).set("Offers", offers) };
    const { offers: named } = reckoned({ services: SESSIONS, offers: said("case rate 45,000") });
    const [offer] = named;
    if (offer === undefined) throw new Error("no offer");
    expect(offerRows(content, "SCA-1", "Provider", offer, TODAY)[0]?.get("Round")).toBe(2);
    expect(offerRows(content, "SCA-1", "Payer", offer, TODAY)[0]?.get("Round")).toBe(3);
    expect(offerRows(content, "SCA-1", "Payer", offer, TODAY)[0]?.get("Rate")).toBe(45_000);
  });
});
