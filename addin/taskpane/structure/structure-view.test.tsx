import { describe, expect, it } from "vitest";
import { drawnGrid } from "../../../sca/tracker/testing/drawn-grid.ts";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { WorkbookProblem } from "../../excel/excel-workbook.ts";
import { ReviewView } from "../review/review-view.tsx";
import { fakeWorkbook } from "../testing/fake-workbook.ts";
import { paneServices, rendered } from "../testing/rendered.tsx";
import { sampleLog } from "../testing/sample-log.ts";
import { StructureView } from "./structure-view.tsx";

const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");

describe("the view Structure", () => {
  it("reads the workbook first, and says so", () => {
    const html = rendered(paneServices(fakeWorkbook(sampleLog()), AS_OF), <StructureView />);
    expect(html).toContain("Structure</h2>");
    expect(html).toContain("Reading the workbook&#x27;s sheets …");
  });

  it("shows what was understood, how each heading was read with its certainty, and what writing does", async () => {
    const services = paneServices(fakeWorkbook(sampleLog()), AS_OF);
    await services.structuring.look(["Log"]);
    const html = rendered(services, <StructureView />);
    expect(html).toContain("3 requests of 3 payers on Log, 2 authorization periods.");
    expect(html).toContain('aria-label="What Thru means"');
    expect(html).toContain("As read: Last covered day");
    expect(html).toContain("Your own sheets stay as they are.");
    expect(html).toContain("none of Medicare&#x27;s files is loaded");
  });

  it("shows cells' text as text", async () => {
    const grid = drawnGrid(
      [
        ["Patient", "Payer", "Sent", "Status", "Remarks <img src=x onerror=alert(1)>"],
        ["Ana Ruiz", "Aetna", "1/15/2026", "Approved", "called"],
        ["Wes Dunmore", "Cigna", "1/16/2026", "Denied", "called twice"],
      ],
      "<b>Log</b>",
    );
    const services = paneServices(fakeWorkbook({ file: "log.xlsx", grids: [grid] }), AS_OF);
    await services.structuring.look(["<b>Log</b>"]);
    const html = rendered(services, <StructureView />);
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toMatch(/<img|<b>Log/);
  });

  it("says why nothing could be written, and offers the way back", async () => {
    const workbook = fakeWorkbook(sampleLog());
    const services = paneServices(workbook, AS_OF);
    workbook.refusal = new WorkbookProblem("read-only", "This workbook is open for reading only.");
    await services.structuring.look(["Log"]);
    const html = rendered(services, <StructureView />);
    expect(html).toContain('role="alert"');
    expect(html).toContain("This workbook is open for reading only.");
    expect(html).toMatch(/<button[^>]*>Back<\/button>/);
  });

  it("tells what was written, and how it is taken back", async () => {
    const services = paneServices(fakeWorkbook(sampleLog()), AS_OF);
    await services.structuring.look(["Log"]);
    await services.structuring.write();
    const html = rendered(services, <StructureView />);
    expect(html).toContain("2 questions for you in Review, settled by 2 answers.");
    for (const button of ["Go to Review", "Take it back"]) expect(html).toContain(`>${button}</button>`);
  });
});

describe("the view Review", () => {
  it("shows the way to a ledger where there is none", async () => {
    const services = paneServices(fakeWorkbook(sampleLog()), AS_OF);
    await services.ledger.refresh();
    expect(rendered(services, <ReviewView />)).toContain("No ledger in this workbook yet");
  });

  it("asks the first open question with its choices, the cell and what happens meanwhile", async () => {
    const services = paneServices(fakeWorkbook(sampleLog()), AS_OF);
    await services.structuring.look(["Log"]);
    await services.structuring.write();
    await services.ledger.refresh();
    const html = rendered(services, <ReviewView />);
    expect(html).toContain("Question 1 of 2");
    expect(html).toContain("Go to Log J2");
    expect(html).toContain("2/30/2026");
    expect(html).toMatch(/<input[^>]*type="(?:radio|text)"/);
    expect(html).toMatch(/<button[^>]*type="submit"[^>]*>Answer<\/button>/);
  });

  it("says which answer could not be read", async () => {
    const workbook = fakeWorkbook(sampleLog());
    const services = paneServices(workbook, AS_OF);
    await services.structuring.look(["Log"]);
    await services.structuring.write();
    const review = workbook.ledger?.tables.get("Review") ?? expect.fail("no Review");
    const rows = review.rows.map((row) => row.map((cell, at) => (review.headings[at] === "Answer" ? "soon" : cell)));
    workbook.ledger = { tables: new Map(workbook.ledger?.tables).set("Review", { ...review, rows }), named: new Map() };
    await services.structuring.update();
    await services.ledger.refresh();
    expect(rendered(services, <ReviewView />)).toContain("Your answer &quot;soon&quot; could not be read");
  });
});
