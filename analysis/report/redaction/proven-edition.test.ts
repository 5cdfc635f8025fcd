import { describe, expect, it } from "vitest";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { PRIVATE, PRIVATE_AS_OF, privateLedger } from "../../testing/private-ledger.ts";
import type { PracticeWords } from "../editions/practice-words.ts";
import { htmlReport } from "../formats/html.ts";
import { xlsxReport } from "../formats/xlsx.ts";
import { leverageLedger } from "../leverage-ledger.ts";
import { fileParts } from "./file-parts.ts";
import { provenEdition } from "./proven-edition.ts";

/** The ledger with its other payer under another name. */
function withOtherPayer(name: string): LedgerContent {
  const content = privateLedger();
  const tables = [...content.tables].map(([table, { rows, ...rest }]) => {
    const renamed = rows.map((row) => row.map((value) => (value === PRIVATE.otherPayer ? name : value)));
    return [table, { ...rest, rows: renamed }] as const;
  });
  return { ...content, tables: new Map(tables) };
}

/** The letter to Aetna of a practice that says of itself what is given. */
async function letter(otherPayer: string, practice: PracticeWords = {}) {
  const content = withOtherPayer(otherPayer);
  const ledger = leverageLedger(content, PRIVATE_AS_OF) ?? expect.fail("a ledger");
  const source = { content, asOf: PRIVATE_AS_OF, ledger, payer: "Aetna", practice };
  const { proof } = await provenEdition(
    source,
    async (document) => [
      { name: "letter.html", format: "html", bytes: new TextEncoder().encode(await htmlReport(document)) },
      { name: "letter.xlsx", format: "xlsx", bytes: xlsxReport(document, PRIVATE_AS_OF) },
    ],
    fileParts,
  );
  const { met = [] } = proof.classes.find(({ id }) => id === "other-payers") ?? {};
  return { isClean: proof.isClean, times: met.length, isChance: met.every(({ isChance }) => isChance) };
}

describe("the letter to a payer", () => {
  it.each(["Other", "none", "Network", "Contract"])(
    "is not refused where the ledger calls another payer %s, a word that it says to everybody",
    async (name) => {
      const found = await letter(name, { about: "A house like no other." });
      expect(found).toMatchObject({ isClean: true, isChance: true });
      expect(found.times).toBeGreaterThan(0);
    },
  );

  it.each([
    ["Cigna", "Cigna has a contract with us."],
    ["Health Net", "Our rates at Health Net are higher."],
    ["Harvest", "Harvest signed in spring."],
    ["Select Network", "We are in the Select Network."],
    ["87726", "Payer 87726 signed in spring."],
  ])("is refused where the practice itself names the other payer %s in it", async (name, about) => {
    expect(await letter(name, { about })).toMatchObject({ isClean: false, isChance: false });
    expect(await letter(name)).toMatchObject({ isClean: true, times: 0 });
  });
});
