import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PAYER_NAMES } from "./payer-names.ts";
import { findPayers, matchPayer } from "./payers.ts";

function payerOf(text: string): string | readonly string[] | null {
  const match = matchPayer(text);
  return match?.ambiguous ?? match?.payer ?? null;
}

describe("the payer of a cell", () => {
  it.each([
    ["UHC Choice Plus", "UnitedHealthcare"],
    ["U.H.C.", "UnitedHealthcare"],
    ["united_healthcare", "UnitedHealthcare"],
    ["UHC/Optum", "UnitedHealthcare"],
    ["UMR 00319274 grp 76-411902", "UnitedHealthcare"],
    ["Untied Healthcare", "UnitedHealthcare"],
    ["Optom", "UnitedHealthcare"],
    ["Atena PPO", "Aetna"],
    ["Aetna W182230094 gr# 0811209", "Aetna"],
    ["AETNA CHOICE POS II", "Aetna"],
    ["Cinga", "Cigna"],
    ["Evernorth (Cigna OAP)", "Cigna"],
    ["Premara", "Premera Blue Cross"],
    ["Premera ???", "Premera Blue Cross"],
    ["Harvard Pilgram", "Harvard Pilgrim Health Care"],
    ["Priority Hlth", "Priority Health"],
    ["Med. Mutual 004418820011 / 712290", "Medical Mutual of Ohio"],
    ["Molina OH", "Molina Healthcare"],
    ["Anthem MCD", "Anthem"],
    ["Humana MCR adv", "Humana"],
    ["Humana Military (Tricare East)", "TRICARE"],
    ["Tricare East / Humana Mil", "TRICARE"],
    ["VA CCN", "VA Community Care"],
    ["Beacon (now Carelon)", "Carelon Behavioral Health"],
    ["Magellan (for BCBS LA) XUA883310027", "Magellan"],
    ["Magellan BH for Horizon  3HZN77120040", "Magellan"],
    ["AHCCCS / Mercy Care   A00718820", "Mercy Care"],
    ["kaiser-wa", "Kaiser Permanente Washington"],
    ["Select Hlth", "SelectHealth"],
  ])("%s is %s", (text, payer) => {
    expect(payerOf(text)).toBe(payer);
  });

  it.each([
    ["BCBS of TX", "Blue Cross Blue Shield of Texas"],
    ["BCBSTX PPO", "Blue Cross Blue Shield of Texas"],
    ["bcbs-tx", "Blue Cross Blue Shield of Texas"],
    ["Texas BCBS", "Blue Cross Blue Shield of Texas"],
    ["BC/BS (TX)", "Blue Cross Blue Shield of Texas"],
    ["Blue Cross Texas", "Blue Cross Blue Shield of Texas"],
    ["BCBS of Tennessee", "Blue Cross Blue Shield of Tennessee"],
    ["BCBST", "Blue Cross Blue Shield of Tennessee"],
    ["BCBS of Mass", "Blue Cross Blue Shield of Massachusetts"],
    ["BCBSM", "Blue Cross Blue Shield of Michigan"],
    ["BC of Idaho, ID XMP300184477", "Blue Cross of Idaho"],
    ["BSC (California) XEH901827734", "Blue Shield of California"],
    ["Blue Cross of California", "Anthem"],
    ["Anthem BCBS Colorado", "Anthem"],
    ["Empire BCBS", "Anthem"],
    ["IBX", "Independence Blue Cross"],
    ["Horizon BCBSNJ", "Horizon Blue Cross Blue Shield of New Jersey"],
    ["Regence BS", "Regence"],
    ["Highmark BCBS", "Highmark"],
    ["BCBS", "Blue Cross Blue Shield"],
    ["blue cross, XJZ550192837", "Blue Cross Blue Shield"],
    ["Blue Cross (out of state)", "Blue Cross Blue Shield"],
    ["BCBS in network", "Blue Cross Blue Shield"],
    ["BCBS ID XQK830114729", "Blue Cross Blue Shield"],
  ])("the Blue plan %s is %s", (text, payer) => {
    expect(payerOf(text)).toBe(payer);
  });

  it("asks which payer is meant where the cell names several", () => {
    expect(payerOf("Anthem? Regence?")).toEqual(["Anthem", "Regence"]);
    expect(payerOf("Aetna or Cigna")).toEqual(["Aetna", "Cigna"]);
    expect(payerOf("Premera/Regence")).toEqual(["Premera Blue Cross", "Regence"]);
    expect(payerOf("Humana?? or Tricare (has both cards)")).toEqual(["Humana", "TRICARE"]);
    expect(payerOf("BCBS WA")).toEqual(["Premera Blue Cross", "Regence"]);
  });

  it("takes the plan of today, less surely, where an old one is named", () => {
    expect(matchPayer("Aetna Choice POS II (was Cigna til 12/31)")).toMatchObject({ payer: "Aetna" });
    expect(matchPayer("now Cigna, prev Aetna")?.payer).toBe("Cigna");
    expect(matchPayer("now Cigna, prev Aetna")?.confidence).toBeLessThan(0.95);
    expect(payerOf("Aetna primary, Cigna secondary")).toBe("Aetna");
  });

  it("keeps an unknown payer as written, without its id", () => {
    expect(matchPayer("Gulf Coast Electric TPA")).toMatchObject({ payer: "Gulf Coast Electric TPA" });
    expect(matchPayer("Dunmore Trust Fund  #99812")).toMatchObject({
      payer: "Dunmore Trust Fund",
      how: "as written",
      confidence: 0.6,
    });
    expect(matchPayer("Guardian Angels Benefit Fund")?.payer).toBe("Guardian Angels Benefit Fund");
  });

  it("finds no payer in a ditto, a number or a self payer", () => {
    for (const text of ["same", "ditto", '"', "n/a", "self pay", "00123", "?", ""]) expect(matchPayer(text)).toBeNull();
  });

  it("reads every spelling that it knows, in capitals and with other punctuation", () => {
    for (const [payer, aliases] of Object.entries(PAYER_NAMES)) {
      for (const alias of [payer, ...aliases.split(" | ")]) {
        if (alias === "") continue;
        expect([alias, payerOf(alias.toUpperCase())]).toEqual([alias, payer]);
        expect([alias, payerOf(alias.replaceAll(" ", "-").toLowerCase())]).toEqual([alias, payer]);
      }
    }
  });

  it("of a place that is not known is asked about, also behind a point of the compass", () => {
    expect(matchPayer("Blue Cross Blue Shield of Nw Mexico")?.confidence).toBeLessThanOrEqual(0.5);
    expect(matchPayer("Blue Cross Blue Shield of TX")?.payer).toBe("Blue Cross Blue Shield of Texas");
  });

  it("never reads one slip in a canonical name as another payer", () => {
    const names = Object.keys(PAYER_NAMES).filter(
      (name) => name.replace(/[^a-z]/gi, "").length >= 7 && name !== "Lucent Health", // one letter from Lucet Health
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom("drop", "swap", "double"),
        (name, seed, slip) => {
          const at = 1 + (seed % (name.length - 2));
          if (!/[a-z]{2}/i.test(name.slice(at, at + 2))) return;
          const [a, b] = [name.charAt(at), name.charAt(at + 1)];
          const middle = slip === "drop" ? b : slip === "swap" ? b + a : a + a + b;
          const misspelt = name.slice(0, at) + middle + name.slice(at + 2);
          const match = matchPayer(misspelt);
          const asked = match?.ambiguous !== undefined || (match?.confidence ?? 0) <= 0.5;
          expect(asked || match?.payer === name || match?.how === "as written" || match?.payer === misspelt).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("payers in prose", () => {
  function named(text: string): string[] {
    return findPayers(text).map((mention) => mention.payer);
  }

  it("finds known names with their place", () => {
    const text = "sent req 10/24, Optum CM Meg Lafferty okayed it; was BCBS TX before";
    expect(findPayers(text).map(({ text: found, payer }) => [found, payer])).toEqual([
      ["Optum", "UnitedHealthcare"],
      ["BCBS TX", "Blue Cross Blue Shield of Texas"],
    ]);
    expect(findPayers("he had Cigna, now Aetna").map((mention) => mention.payer)).toEqual(["Cigna", "Aetna"]);
    expect(findPayers("was Cigna til 12/31")[0]?.role).toBe("previous");
  });

  it("does not take people and common words for payers", () => {
    for (const text of [
      "talked to Oscar about it",
      "Burgess, Fallon dob 2/29/1997",
      "Molina, Rosa called back",
      "a superior outcome, bright and sharp",
      "the medical necessity of a humane approach",
      "first priority is the letter",
      "mail tasha@aetna.example",
    ]) {
      expect([text, named(text)]).toEqual([text, []]);
    }
  });

  it("takes a common word for a payer at the head of a packed cell or behind a label", () => {
    expect(named("Oscar 0418827733")).toEqual(["Oscar Health"]);
    expect(named("Moda")).toEqual(["Moda Health"]);
    expect(named("ins: Fallon, grp 009904")).toEqual(["Fallon Health"]);
  });
});
