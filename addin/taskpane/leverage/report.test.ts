import { describe, expect, it } from "vitest";
import { contentOf, day, madeUpCase, understood } from "../../../sca/ledger/made-up-cases.ts";
import { planLedger } from "../../../sca/ledger/plan-ledger.ts";
import { type LeverageQuestion, makeReport } from "../background/report-work.ts";
import { NO_WORDS, practiceOf } from "./practice-draft.ts";

const AS_OF = day("2026-03-11");
const CASES = ["Aetna", "Aetna", "Cigna"].map((payer, at) =>
  madeUpCase({
    source: { sheet: "Auths", rows: [at + 2] },
    patient: `Rosalind Number${at}`,
    memberId: `W99812${at}`,
    ...{ payer, outcome: "approved" as const, model: "perDiem" as const, rate: 400 },
    submitted: day("2026-01-05"),
    decided: day("2026-01-12"),
    periods: [{ authStart: day("2026-01-20"), authEnd: day("2026-02-20"), unitsAuthorized: 10 }],
  }),
);
const QUESTION: LeverageQuestion = {
  content: contentOf(planLedger(understood(CASES), { asOf: AS_OF })),
  file: "Tracker.xlsx",
  asOf: AS_OF,
  edition: "internal",
  payer: "Aetna",
  practice: {},
};

async function made(changed: Partial<LeverageQuestion>) {
  const answer = await makeReport({ ...QUESTION, ...changed });
  return answer.kind === "ready" ? answer : expect.fail(answer.words);
}

describe("the leverage report in the pane", () => {
  it("is the internal edition of one payer, or of all side by side", async () => {
    const one = await made({});
    expect(one.name).toBe("internal-aetna.html");
    expect(one.html).toContain("Aetna");
    expect(one.proof).toBeNull();
    const all = await made({ payer: null });
    expect(all.name).toBe("internal-all-payers.html");
    for (const payer of ["Aetna", "Cigna"]) expect(all.html).toContain(payer);
  });

  it("is a letter to one payer that was searched for patients, other payers and small counts, with the proof", async () => {
    const letter = await made({ edition: "payer", practice: { name: "Harbor Recovery" } });
    expect(letter.name).toBe("proposal-aetna.html");
    expect(letter.html).toContain("Harbor Recovery");
    for (const secret of ["Rosalind", "W998120", "Cigna"]) expect(letter.html).not.toContain(secret);
    expect(letter.proof).toContain("Result: clean");
    expect(letter.proof).toContain("Tracker.xlsx");
  });

  it("is refused in words where the writer's own words name another payer", async () => {
    const answer = await makeReport({ ...QUESTION, edition: "payer", practice: { name: "Friends of Cigna" } });
    expect(answer).toMatchObject({
      kind: "refused",
      words: expect.stringMatching(
        /^The letter to Aetna was refused and not written, since these were met in it: other payers/,
      ),
    });
  });

  it("stands beside the payer page, which is named after the workbook", async () => {
    const { content } = QUESTION;
    const page = await makeReport({ edition: "payerPage", content, file: "My.Tracker.xlsx", today: AS_OF });
    expect(page).toMatchObject({ kind: "ready", name: "My.Tracker.payers.html", proof: null });
    expect(page.kind === "ready" ? page.html : "").toContain("What payers answered: My.Tracker.xlsx");
  });

  it("is asked for a ledger first in a workbook without one, and so is the payer page", async () => {
    const refused = {
      kind: "refused",
      words: "The workbook holds no ledger to report on. Structure a tracker first.",
    };
    const content = { ...QUESTION.content, tables: new Map() };
    expect(await makeReport({ ...QUESTION, content })).toEqual(refused);
    expect(await makeReport({ edition: "payerPage", content, file: "Log.xlsx", today: AS_OF })).toEqual(refused);
  });
});

describe("who writes the letter", () => {
  it("is taken as typed, an address line by line; blanks stay out", () => {
    expect(
      practiceOf({ ...NO_WORDS, name: " Harbor ", address: "1 Main St\n\n Salem ", answerBy: "2026-05-01" }),
    ).toEqual({
      kind: "ready",
      words: { name: "Harbor", address: ["1 Main St", "Salem"], answerBy: "2026-05-01" },
    });
    expect(practiceOf(NO_WORDS)).toEqual({ kind: "ready", words: {} });
  });

  it("needs a day of the calendar for the answer", () => {
    expect(practiceOf({ ...NO_WORDS, answerBy: "2026-02-30" })).toMatchObject({ kind: "faulty" });
  });
});
