import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIdentifiers } from "./find-identifiers.ts";
import { looksLikeId } from "./id-shape.ts";
import { readIdentifier } from "./read-identifier.ts";

const found = (text: string) => findIdentifiers(text).map(({ id, meaning }) => `${meaning} ${id}`);

describe("identifiers in notes and packed cells", () => {
  it.each([
    ["Aetna W182230094 gr# 0811209", ["memberId W182230094", "groupNumber 0811209"]],
    ["UHC (optum) 904418820 / 78-620011", ["memberId 904418820", "groupNumber 78-620011"]],
    ["BCBS LA PPO  id XUP900441827  grp 00318EA1", ["memberId XUP900441827", "groupNumber 00318EA1"]],
    ["Cigna U30019284 02", ["memberId U30019284 02"]],
    ["Oscar  #OSC63033546-01 grp 016367", ["memberId OSC63033546-01", "groupNumber 016367"]],
    ["Member ID ABC 123456789", ["memberId ABC 123456789"]],
    ["sponsor# 0117 / DBN 00588120317", ["other 0117", "memberId 00588120317"]],
    ["came thru! auth 10447718, 10/21 to 12/20, 24 days of H0015", ["authNumber 10447718"]],
    ["they gave auth no. A236319202. CM: Alan Orr", ["authNumber A236319202"]],
    ["auth # is A641532781. CM Greg Nash (973) 555-0152", ["authNumber A641532781"]],
    ["9 of the 18 visits. # 0RG55102 eff 11/6 thru 12/6. $240", ["authNumber 0RG55102"]],
    ["8/16-10/15 auth 08438319", ["authNumber 08438319"]],
    ["61954182  9/1-11/15", ["authNumber 61954182"]],
    ["A#00417733. 20 visits", ["authNumber 00417733"]],
    ["cert# A0371463 LCD 4/2", ["authNumber A0371463"]],
    ["auth OS-0441 (portal id 99182 is something else)", ["authNumber OS-0441", "reference 99182"]],
    ["A-5519027 (portal ref 20250203-771)  3/28/25 thru 9/27/25", ["authNumber A-5519027", "reference 20250203-771"]],
    ["okayed by phone, ref# for the call is 77100231. NO auth # yet", ["reference 77100231"]],
    ["Auth# pending. Ref# 12345678", ["reference 12345678"]],
    ["ref 71674847 (not auth)", ["reference 71674847"]],
    ["none (intake ref TXN-55120)", ["reference TXN-55120"]],
    ["Case ID C1234567, auth pending", ["caseNumber C1234567"]],
    [
      "MRN 12345678 acct 998877 NPI 1234567893 TIN 12-3456789",
      ["mrn 12345678", "other 998877", "npi 1234567893", "other 12-3456789"],
    ],
    ["PBM PA # 7712018, SCA auth 004956459", ["other 7712018", "authNumber 004956459"]],
  ])("%j holds %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "22551, 22552, 22845",
    "J9299 40u 96413 x12",
    "75987-0080-10 D59.32",
    "auth 90837 x 12",
    "bill w/ auth # in box 23",
    "auth good thru 9/30/2025",
    "2025-02-09 to 2025-05-09",
    "$1,250.00 and 140% MCR, 1040 units",
    "fax 5035550199",
    "18-JAN-25",
    "18 of 24 visits, 60 mi",
  ])("%j holds none", (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });

  it("marks two candidates, a question mark and a cut-off number", () => {
    expect(findIdentifiers("auth maybe 120044871 or 120048471 (Luis talks fast)").map(({ doubt }) => doubt)).toEqual([
      "two values",
      "two values",
    ]);
    expect(findIdentifiers("auth IP3300184420 ??? CALL")[0]?.doubt).toBe("question mark");
    expect(findIdentifiers("ID XYZ9004418–")[0]?.doubt).toBe("cut off");
  });

  it("stand where they say, in order, without overlap, in any text", () => {
    const piece = fc.constantFrom(
      "auth # ",
      "W182230094",
      " grp ",
      "0811209",
      " 4/2/25 ",
      "\n",
      "ref ",
      "800-555-0144",
      " / ",
      "U77120041 02",
      "?",
      " (",
      ") ",
      "x@y.example ",
      "$4.50 ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { start, end, id } of findIdentifiers(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(id);
          last = end;
        }
      }),
    );
  });

  it("are read from 32,000 characters at once", () => {
    const started = Date.now();
    findIdentifiers("auth # 12345678, id W182230094; ".repeat(1000));
    findIdentifiers("1-".repeat(16_000));
    expect(Date.now() - started).toBeLessThan(1500);
  });
});

describe("an identifier cell", () => {
  it.each([
    ['="00123456"', "00123456"],
    ["U77120041 02", "U77120041 02"],
    ["PS 41100872", "PS 41100872"],
    ["ID# 00123", "00123"],
    ["DBN 00118-27744", "00118-27744"],
    ["UMR 00884471", "00884471"],
    ["#00719344   1/1 – 6/30", "00719344"],
    ["0973887.1", "0973887.1"],
    ["20250325-004412", "20250325-004412"],
    ["17407", "17407"],
    ["12345 (verbal)", "12345"],
    ["1EG4-TE5-MK72", "1EG4-TE5-MK72"],
    ["auth# 0048812290", "0048812290"],
  ])("%j is %s", (text, id) => {
    expect(
      readIdentifier(text, text.includes("auth") || /^[#\d]/.test(text) ? "authNumber" : "memberId"),
    ).toMatchObject({ id, certain: true });
  });

  it("takes the group from behind the member id", () => {
    expect(readIdentifier("904418820 / 78-620011", "memberId")).toMatchObject({
      id: "904418820",
      groupNumber: "78-620011",
      certain: true,
    });
    expect(readIdentifier("70002311801 / A0917", "memberId")).toMatchObject({
      id: "70002311801",
      groupNumber: "A0917",
    });
  });

  it.each([
    ["118820/118802?", "two values"],
    ["U0077120 / U0077210", "two values"],
    ["XBA000418827 or XBA000418872 (card blurry)", "two values"],
    ["A314356656 or A314356665 (can't read fax)", "two values"],
    ["09575007 or 8062193", "two values"],
    ["9.02118E+11", "scientific notation"],
    ["MMO 0071–", "cut off"],
    ["W2291xxxx", "cut off"],
    ["IP3300184420 ???", "question mark"],
  ])("%j is asked about: %s", (text, why) => {
    expect(readIdentifier(text, "authNumber")).toMatchObject({ certain: false, why });
  });

  it("offers both ends where only the end is in doubt", () => {
    expect(readIdentifier("PMN00441820 01?  or 02", "memberId")?.candidates).toEqual([
      "PMN00441820 01",
      "PMN00441820 02",
    ]);
  });

  it("shows a number cell as its format shows it, and asks about scientific notation with the stored number at hand", () => {
    expect(readIdentifier("00123", "memberId", { kind: "number", number: 123, format: "00000" })?.id).toBe("00123");
    expect(readIdentifier("9.02E+11", "memberId", { kind: "number", number: 902118000123 })).toMatchObject({
      certain: false,
      candidates: ["902118000123"],
    });
    expect(readIdentifier("6/12", "authNumber", { kind: "date" })).toMatchObject({
      id: null,
      certain: false,
      why: "turned into a date",
    });
  });

  it.each([
    "pending",
    "n/a",
    "-",
    "TBD",
    "none",
    "NO AUTH REQ",
    "verbal",
    "ref 71674847 (not auth)",
    "not given yet, 4/10–4/23, 14 d",
    "",
  ])("%j states nothing", (text) => {
    expect(readIdentifier(text, "authNumber")).toBeNull();
  });

  it.each(["same", '"', "same as above", "″", "ditto"])("%j is the row above's", (text) => {
    expect(readIdentifier(text, "authNumber")).toMatchObject({ id: null, ditto: true });
  });

  it("reads back exactly under any label", () => {
    const id = fc.oneof(
      fc.stringMatching(/^[WUH]\d{8,10}$/),
      fc.stringMatching(/^0\d{7,10}$/),
      // "XXX9…" is an ID whose beginning was masked, and is asked about.
      fc.stringMatching(/^[A-Z]{3}9\d{8,11}$/).filter((number) => !number.startsWith("XX")),
      fc.stringMatching(/^(UM|IP|OP)\d{7}-0[1-4]$/),
      fc.stringMatching(/^[4-9]\d{6}-0[1-3]$/),
    );
    const label = {
      authNumber: fc.constantFrom("", "auth # ", "Auth: ", "auth no. ", "authorization # ", "cert# ", "#"),
      memberId: fc.constantFrom("", "ID ", "ID#: ", "Member ID: ", "mem # ", "Subscriber ID ", "sub# "),
      groupNumber: fc.constantFrom("", "grp ", "Grp#", "group no. ", "gr# "),
    };
    const tail = fc.constantFrom("", " ", " (per portal)", " eff 4/1/25", ", 4/1/25 - 6/30/25", "\nrec'd 4/2");
    for (const meaning of ["authNumber", "memberId", "groupNumber"] as const) {
      fc.assert(
        fc.property(id, label[meaning], tail, (number, before, after) => {
          expect(readIdentifier(`${before}${number}${after}`, meaning)).toMatchObject({ id: number, certain: true });
        }),
        { numRuns: 300 },
      );
    }
  });
});

describe("what looks like an identifier", () => {
  it.each(["W182230094", "00123456", "U70603347 01", "0860-114", "SCA-0308577", "904418820"])("%s does", (text) => {
    expect(looksLikeId(text).score).toBeGreaterThan(0.8);
  });

  it.each([
    "90837",
    "27447-RT",
    "J9299",
    "3/4/2025",
    "2025-02-09",
    "$1,250.00",
    "140%",
    "F50.01",
    "24",
    "617-555-0110",
    "Approved",
    "18 visits",
    "",
  ])("%j does not", (text) => {
    expect(looksLikeId(text).score).toBeLessThan(0.3);
  });

  it("has one build for ids of one origin", () => {
    expect(looksLikeId("W182230094").shape).toBe(looksLikeId("U7012").shape);
    expect(looksLikeId("78-620011").shape).toBe("9-9");
  });
});
