import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { notebookLedger } from "../../analysis/notebooks/notebook-ledger.ts";
import { leverageLedger } from "../../analysis/report/leverage-ledger.ts";
import { MEASURED_AS_OF, measuredLedger } from "../../analysis/testing/measured-ledger.ts";
import { contentOf } from "../../sca/ledger/made-up-cases.ts";
import { finishedPage, PAGE_MARK, pageTemplate } from "./notebook-page.ts";

const SCRIPT = "document.title";
const EVIL = `</script><img src=x onerror="alert(1)"><script>`;

function built(script = SCRIPT): string {
  return pageTemplate().replace("</body>", `<script type="module">${script}</script></body>`);
}

function ledger(file: string) {
  const whole = leverageLedger(contentOf(measuredLedger(8, 3)), MEASURED_AS_OF) ?? expect.fail("a ledger");
  const page = notebookLedger(file, whole);
  return { ...page, cases: page.cases.map((subject) => ({ ...subject, payer: `${EVIL} $& Health` })) };
}

describe("a notebook's page", () => {
  it("holds the ledger as data: what a cell says stays text and ends no element", () => {
    const inside = ledger(`${EVIL}.xlsx`);
    const page = finishedPage(built(), inside);
    expect(page.match(/<script\b/g)).toHaveLength(2);
    expect(page).not.toContain("<img");
    const [, json = ""] = /<script type="application\/json" id="ledger">([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual(inside);
  });

  it("is forbidden everything but its own script and style, and tells at its start that it is one of ours", () => {
    const page = finishedPage(built(), ledger("ledger.xlsx"));
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    const hash = createHash("sha256").update(SCRIPT).digest("base64");
    expect(policy).toContain(`default-src 'none'; script-src 'sha256-${hash}'; style-src 'sha256-`);
    expect(policy).not.toMatch(/unsafe|connect-src|https?:/);
    expect(page.slice(0, 1000)).toContain(PAGE_MARK);
  });

  it("is refused while it names an address outside", () => {
    expect(() => finishedPage(built("import('https://cdn.jsdelivr.net/npm/d3')"), ledger("ledger.xlsx"))).toThrow(
      "The built page names addresses outside of it: https://cdn.jsdelivr.net/npm/d3",
    );
  });
});
