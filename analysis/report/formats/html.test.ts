import { describe, expect, it } from "vitest";
import { LETTER_FIXTURE, REPORT_FIXTURE } from "../../testing/report-fixture.ts";
import { htmlReport } from "./html.ts";

const count = (page: string, pattern: RegExp): number => page.match(pattern)?.length ?? 0;

describe("a report as a page", () => {
  it("has one title, a heading for each section, and nothing that could act or load", async () => {
    const page = await htmlReport(REPORT_FIXTURE);
    expect(count(page, /<h1>/g)).toBe(1);
    expect(count(page, /<h2>/g)).toBe(REPORT_FIXTURE.sections.length);
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|<link|<iframe|<img|\son\w+=|javascript:/i);
    expect(page.replaceAll(/xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(/https?:\/\//);
  });

  it("says each picture in words and sets its figures under it in a table with caption and scopes", async () => {
    const page = await htmlReport(REPORT_FIXTURE);
    expect(count(page, /<figure><svg role="img" aria-label="/g)).toBe(2);
    expect(page).toContain('aria-label="Dollars agreed: $42,000 in the first quarter of 2025');
    expect(count(page, /<caption>/g)).toBe(3);
    expect(count(page, /<table>/g)).toBe(3);
    expect(page).toContain('<th scope="row">Psychotherapy</th>');
    expect(page).toMatch(/<tfoot><tr><th scope="row">All<\/th>/);
  });

  it("says a hint in words, shows a tag as text, and begins exhibits on a new page", async () => {
    const page = await htmlReport(REPORT_FIXTURE);
    expect(page).toMatch(/Hint, not a finding:<\/span> Continuity of care/);
    expect(page).toContain("so is &lt;b&gt;this&lt;/b&gt;");
    expect(count(page, /<section class="exhibit">/g)).toBe(1);
  });

  it("is set as a letter where it is one, and its running title cannot leave its string", async () => {
    expect(await htmlReport(LETTER_FIXTURE)).toContain('<div class="letter">');
    const page = await htmlReport({ ...LETTER_FIXTURE, title: 'a"; } </style><b>' });
    expect(count(page, /<\/style>/g)).toBe(1);
    expect(page).toContain('content: "a\\22 \\3b  \\7d  \\3c \\2f style');
  });

  it("is the same to the byte for the same report", async () => {
    expect(await htmlReport(REPORT_FIXTURE)).toBe(await htmlReport(REPORT_FIXTURE));
  });
});
