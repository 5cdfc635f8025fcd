import { describe, expect, it } from "vitest";
import { withCell, withoutTable, withTable } from "../../../analysis/testing/planted-faults.ts";
import type { WorkItem } from "../../../sca/deadlines/work-item.ts";
import { contentOf, day, madeUpCase, understood } from "../../../sca/ledger/made-up-cases.ts";
import { planLedger } from "../../../sca/ledger/plan-ledger.ts";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import { type LedgerCell, type RowValues, WorkbookProblem } from "../../excel/excel-workbook.ts";
import { followUpDraft, followUpProblems, followUpRow, logFollowUp } from "./follow-up.ts";
import { placeOfWork, withOpenWork } from "./open-work.ts";
import { addRenewal, renewalDraft, renewalDraftProblems } from "./renewal-draft.ts";
import { riskWords, rowOfWork, shownItems, type TodayPage, todayPage, workKey } from "./work-sections.ts";

/** Wednesday. */
const TODAY = day("2026-03-11");

function ledger(): LedgerContent {
  return contentOf(
    planLedger(
      understood([
        madeUpCase({
          writtenConfirmation: true,
          model: "perUnit",
          rate: 100,
          periods: [
            {
              authNumber: "00478210",
              authStart: day("2026-01-05"),
              authEnd: day("2026-03-13"),
              unitsAuthorized: 20,
              unitsUsed: 12,
            },
          ],
        }),
        madeUpCase({
          source: { sheet: "Auths", rows: [3] },
          patient: "Ben Ode",
          outcome: "pending",
          submitted: day("2026-02-02"),
        }),
      ]),
      { asOf: TODAY },
    ),
  );
}

const CONTENT = ledger();

function itemOf(content: LedgerContent, kind: WorkItem["kind"]): WorkItem {
  const found = todayPage(content, TODAY)
    .sections.flatMap(({ groups }) => groups)
    .flatMap(({ items }) => items)
    .find((item) => item.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

/** A workbook that keeps what was written to it. */
function notebook(refuse?: Error) {
  const appended: [string, Record<string, PlanValue>][] = [];
  const written: [LedgerCell, PlanValue, PlanValue | undefined][] = [];
  return {
    appended,
    written,
    appendRows: async (table: string, rows: readonly RowValues[]) => {
      for (const row of rows) appended.push([table, Object.fromEntries(row)]);
    },
    writeCell: async (cell: LedgerCell, value: PlanValue, expected?: PlanValue) => {
      if (refuse !== undefined) throw refuse;
      written.push([cell, value, expected]);
    },
  };
}

describe("the page Today", () => {
  it("says in one sentence what is due and what is at risk, then each thing by urgency", () => {
    const page = todayPage(CONTENT, TODAY);
    expect(page.headline).toBe("2 things to do as of Wed, Mar 11, 2026, 1 of them now; at least $800.00 at risk.");
    expect(page.sections.map(({ title, count, groups }) => [title, count, groups.map((group) => group.title)])).toEqual(
      [
        ["Now", 1, ["Renewal overdue"]],
        ["In the next days", 1, ["Pending too long"]],
      ],
    );
    expect(page.remarks).toEqual([]);
  });

  it("goes to the authorization, or to the case where it is about the case", () => {
    const overdue = itemOf(CONTENT, "overdue");
    expect(rowOfWork(overdue)).toEqual(["AuthorizationPeriods", "Period id", overdue.periodId]);
    expect(rowOfWork(itemOf(CONTENT, "escalate"))[0]).toBe("Cases");
    expect(riskWords(overdue)).toBe("$800.00 at risk");
    expect(riskWords(itemOf(CONTENT, "escalate"))).toBeNull();
  });

  it("says so where nothing is due, and where the ledger counts from another day", () => {
    const quiet = { ...CONTENT, named: new Map(CONTENT.named).set("AsOfSet", { day: day("2026-01-04") }) };
    const page = todayPage(quiet, TODAY);
    expect(page.headline).toBe("Nothing is due as of Sun, Jan 4, 2026.");
    expect(page.remarks[0]).toContain("the day typed on Settings");
  });
});

describe("what Today cannot use", () => {
  it("is blank in it and told: an amount in another currency is no dollar at risk", () => {
    const euros = withCell(CONTENT, "AuthorizationPeriods", 0, "Agreed rate", 100, {
      kind: "other-currency",
      found: "€100",
    });
    const page = todayPage(withCell(euros, "Cases", 0, "Agreed rate", null), TODAY);
    expect(page.headline).not.toContain("at risk");
    expect(page.leftOut).toEqual({
      total: "In all: 1 cell left out.",
      sentences: [
        'AuthorizationPeriods, Agreed rate: 1 cell with an amount that is not in US dollars ("€100"), left out. Type the US dollars it came to.',
      ],
    });
    expect(todayPage(CONTENT, TODAY).leftOut).toBeNull();
  });

  it("is not passed over as a day without work: text for a day, and a table that is gone", () => {
    const soon = withCell(CONTENT, "AuthorizationPeriods", 0, "Last covered day", "next Friday");
    expect(todayPage(soon, TODAY).leftOut?.sentences[0]).toContain('text where a day belongs ("next Friday")');
    const gone = withoutTable(withoutTable(CONTENT, "AuthorizationPeriods"), "Cases");
    const page = todayPage(gone, TODAY);
    expect(page.headline).toBe("Nothing is due as of Wed, Mar 11, 2026, as far as the ledger can be read.");
    expect(page.leftOut?.sentences.map((said) => said.split(":")[0])).toEqual([
      "There is no table Cases",
      "There is no table AuthorizationPeriods",
    ]);
  });
});

describe("a thing whose form is open", () => {
  const page = todayPage(CONTENT, TODAY);
  const overdue = itemOf(CONTENT, "overdue");
  const place = placeOfWork(page, workKey(overdue));
  const titles = (of: TodayPage) =>
    of.sections.map(({ title, count, groups }) => [title, count, groups.map((group) => group.title)]);

  it("stays in its place when the ledger no longer has it in the list, and this is said", () => {
    const gone = withTable(CONTENT, "AuthorizationPeriods", (table) => ({ ...table, rows: [] }));
    const after = todayPage(gone, TODAY);
    expect(titles(after)).toEqual([["In the next days", 1, ["Pending too long"]]]);
    const kept = withOpenWork(after, place);
    expect(titles(kept)).toEqual([
      ["Now", 1, ["Renewal overdue"]],
      ["In the next days", 1, ["Pending too long"]],
    ]);
    expect(kept.sections[0]?.groups[0]?.items).toEqual([overdue]);
    expect(kept.remarks.at(-1)).toContain("What you typed is kept");
    expect(withOpenWork(after, null)).toBe(after);
  });

  it("does not move while another urgency would have it elsewhere, and shows what is known of it now", () => {
    const moved = { ...overdue, inHandUntil: day("2026-03-20") };
    const after: TodayPage = {
      ...page,
      sections: [{ title: "In hand", count: 1, groups: [{ title: "Renewal overdue", items: [moved] }] }],
    };
    const kept = withOpenWork(after, place);
    expect(titles(kept)).toEqual([["Now", 1, ["Renewal overdue"]]]);
    expect(kept.sections[0]?.groups[0]?.items).toEqual([moved]);
    expect(kept.remarks).toEqual(page.remarks);
    expect(withOpenWork(page, place)).toBe(page);
  });
});

describe("a long list of one kind", () => {
  const items = Array.from({ length: 130 }, (_, at) => ({ ...itemOf(CONTENT, "overdue"), periodId: `P-${at}` }));
  const counts = (of: number, wanted: number, openKey: string | null = null) => {
    const { shown, next } = shownItems(items.slice(0, of), wanted, openKey);
    return [shown.length, next];
  };

  it("shows its first few, then all, then the few again", () => {
    expect([counts(12, 0), counts(12, 12)]).toEqual([
      [3, 12],
      [12, 0],
    ]);
  });

  it("shows hundreds in parts, so that the pane goes on answering", () => {
    expect([0, 50, 100, 130].map((wanted) => counts(130, wanted))).toEqual([
      [3, 50],
      [50, 100],
      [100, 130],
      [130, 0],
    ]);
  });

  it("has no button where all are shown, and none for a single one more", () => {
    expect([counts(3, 0), counts(4, 0), counts(5, 0)]).toEqual([
      [3, null],
      [4, null],
      [3, 5],
    ]);
  });

  it("keeps the card whose form is open, and what was typed in it", () => {
    expect(counts(12, 0, "overdue P-7")).toEqual([8, 12]);
  });
});

describe("a follow-up", () => {
  const escalate = itemOf(CONTENT, "escalate");

  it("starts with what is usually done, and the day to look again", () => {
    expect(followUpDraft(escalate, true, CONTENT, TODAY)).toMatchObject({
      day: "2026-03-11",
      said: "Escalated.",
      nextTouch: "2026-03-18",
    });
    expect(followUpDraft(escalate, false, CONTENT, TODAY)).toMatchObject({ said: "", nextTouch: "" });
  });

  it("needs a day, some words, and a next touch that comes later", () => {
    const draft = followUpDraft(escalate, false, CONTENT, TODAY);
    expect(Object.keys(followUpProblems(draft, TODAY))).toEqual(["said"]);
    expect(Object.keys(followUpProblems({ ...draft, day: "", said: "x", nextTouch: "2026-13-01" }, TODAY))).toEqual([
      "day",
      "nextTouch",
    ]);
    expect(followUpProblems({ ...draft, said: "x", nextTouch: "2026-03-11" }, TODAY).nextTouch).toContain("later day");
    expect(followUpProblems({ ...draft, said: "x", day: "2026-03-12" }, TODAY).day).toContain("still to come");
  });

  it("becomes a row that holds only what was said", () => {
    const draft = { ...followUpDraft(escalate, false, CONTENT, TODAY), said: " =1+1 ", nextTouch: "2026-03-20" };
    expect(Object.fromEntries(followUpRow("SCA-1", draft))).toEqual({
      "Case id": "SCA-1",
      Date: { day: "2026-03-11" },
      Said: "=1+1",
      "Next touch": { day: "2026-03-20" },
    });
  });

  it("clears the case's own next touch once that is reached, and keeps its day in the log", async () => {
    const table = CONTENT.tables.get("Cases");
    if (table === undefined) throw new Error("no cases");
    const at = table.headings.indexOf("Next touch");
    const rows = table.rows.map((row) => row.map((cell, index) => (index === at ? { day: day("2026-03-10") } : cell)));
    const content = { ...CONTENT, tables: new Map(CONTENT.tables).set("Cases", { ...table, rows }) };
    const book = notebook();
    const draft = { ...followUpDraft(escalate, false, content, TODAY), said: "Called." };
    expect(await logFollowUp(book, content, escalate.caseId, draft)).toContain("is cleared");
    expect(book.appended[0]?.[1]["Said"]).toBe("Called. (Next touch of 2026-03-10.)");
    expect(book.written).toEqual([
      [
        { table: "Cases", keyHeading: "Case id", key: escalate.caseId, heading: "Next touch" },
        null,
        { day: "2026-03-10" },
      ],
    ]);
    const edited = notebook(new WorkbookProblem("edited-meanwhile", "Cases!R3 was changed meanwhile."));
    expect(await logFollowUp(edited, content, escalate.caseId, draft)).toContain("was left: Cases!R3");
    expect(edited.appended).toHaveLength(1);
    const broken = notebook(new TypeError("connection lost"));
    expect(await logFollowUp(broken, content, escalate.caseId, draft)).toMatch(
      /^Logged on Follow-ups\..*connection lost/,
    );
  });

  it("that was logged puts the thing into hand until its next touch", async () => {
    const book = notebook();
    const draft = { ...followUpDraft(escalate, true, CONTENT, TODAY) };
    await logFollowUp(book, CONTENT, escalate.caseId, draft);
    const row = book.appended[0]?.[1] ?? {};
    const headings = Object.keys(row);
    const table = { name: "FollowUps", sheet: "Follow-ups", headings, rows: [Object.values(row)] };
    const content = { ...CONTENT, tables: new Map(CONTENT.tables).set("FollowUps", table) };
    const sections = todayPage(content, TODAY).sections.map(({ title }) => title);
    expect(sections).toEqual(["Now", "In hand"]);
  });
});

describe("a renewal from the list", () => {
  const overdue = itemOf(CONTENT, "overdue");
  const periodId = overdue.periodId ?? "";

  it("is proposed without overlap, and refused beside its field where it would overlap", () => {
    const draft = renewalDraft(CONTENT, overdue.caseId, periodId);
    expect(draft).toMatchObject({ firstDay: "2026-03-14", lastDay: "2026-05-20", units: "20", isGranted: false });
    expect(renewalDraftProblems(draft, CONTENT, overdue.caseId)).toEqual({});
    const early = { ...draft, firstDay: "2026-03-13", units: "twenty" };
    const problems = renewalDraftProblems(early, CONTENT, overdue.caseId);
    expect(problems.firstDay).toContain("overlap with authorization 00478210");
    expect(problems.units).toContain("A number of units above 0");
  });

  it("adds the next authorization behind the others", async () => {
    const book = notebook();
    const draft = { ...renewalDraft(CONTENT, overdue.caseId, periodId), authNumber: "0099" };
    const words = await addRenewal(book, CONTENT, { caseId: overdue.caseId, periodId, draft }, TODAY);
    expect(words).toBe("Added on Authorizations.");
    expect(book.appended).toEqual([
      ["AuthorizationPeriods", expect.objectContaining({ "Period id": `${overdue.caseId}/2`, "Auth number": "0099" })],
    ]);
  });
});
