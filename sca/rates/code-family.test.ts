import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE_FAMILIES } from "./code-families.ts";
import { codeFamily, isByTheDay, levelFamily, plainCode } from "./code-family.ts";

describe("the family of a code", () => {
  it.each([
    ["90791", "diagnostic-evaluation"],
    ["90832", "individual-psychotherapy"],
    ["90838", "individual-psychotherapy"],
    ["90839", "crisis-psychotherapy"],
    ["90847", "family-psychotherapy"],
    ["90853", "group-psychotherapy"],
    ["99214", "office-visits"],
    ["99417", "office-visits"],
    ["96130", "testing"],
    ["96158", "health-behavior"],
    ["97153", "aba"],
    ["0373T", "aba"],
    ["97110", "physical-occupational"],
    ["97161", "physical-occupational"],
    ["97802", "nutrition"],
    ["97597", "wound-care"],
    ["92507", "speech"],
    ["S9480", "iop-mental-health"],
    ["H0015", "iop-substance-use"],
    ["H0035", "php"],
    ["S0201", "php"],
    ["H0018", "residential"],
    ["H2036", "residential"],
    ["H0010", "detox"],
    ["90868", "tms"],
    ["90870", "ect"],
    ["H0020", "medication-assisted"],
    ["G2067", "medication-assisted"],
    ["96365", "infusion"],
    ["29827", "surgery-musculoskeletal"],
    ["01992", "anesthesia"],
    ["73721", "imaging"],
    ["80053", "laboratory"],
    ["80307", "drug-testing"],
    ["D7240", "dental"],
    ["A0428", "transport"],
    ["0905", "iop-mental-health"],
    ["0906", "iop-substance-use"],
    ["0913", "php"],
    ["1001", "residential"],
    ["0124", "inpatient-psychiatric"],
  ])("%s is %s", (code, id) => {
    expect(codeFamily(code).id).toBe(id);
  });

  it("of a drug, an unlisted service or something that is no code is its own", () => {
    for (const code of ["J0585", "90899", "H0038", "E0601", "WHATEVER"])
      expect(codeFamily(code)).toEqual({ id: `code:${code}`, name: code });
    expect(codeFamily("  ").id).toBe("none");
  });

  it("is the same with modifiers, in lower case, and for a revenue code without its zero", () => {
    expect(codeFamily("90837-95")).toEqual(codeFamily("90837"));
    expect(codeFamily(" h0015 hf, u1")).toEqual(codeFamily("H0015"));
    expect(codeFamily("905")).toEqual(codeFamily("0905"));
    expect(codeFamily("Rev 912")).toEqual(codeFamily("0912"));
  });

  it("tells a revenue code from the last digits of another form", () => {
    expect(codeFamily("00905").id).toBe("anesthesia");
    expect(codeFamily("H0905").id).toBe("code:H0905");
  });

  it("is one, and the same each time, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const family = codeFamily(text);
        expect(family.id).not.toBe("");
        expect(family.name).not.toBe("");
        expect(codeFamily(plainCode(text))).toEqual(family);
      }),
    );
  });

  it("is never a choice of two", () => {
    const spans = CODE_FAMILIES.flatMap(([id, , codes]) =>
      codes.split(" ").map((span) => {
        const [first = "", last = first] = span.split("-");
        return { id, first, last };
      }),
    );
    for (const one of spans) {
      expect([one.first, codeFamily(one.first).id]).toEqual([one.first, one.id]);
      expect([one.last, codeFamily(one.last).id]).toEqual([one.last, one.id]);
      const inside = spans.filter(
        (other) => other !== one && other.first.length === one.first.length && sameForm(one.first, other.first),
      );
      for (const other of inside)
        expect([one, other, other.last < one.first || other.first > one.last]).toContain(true);
    }
    expect(new Set(CODE_FAMILIES.map(([id]) => id)).size).toBe(CODE_FAMILIES.length);
  });
});

function sameForm(one: string, other: string): boolean {
  return one.replace(/\d/g, "#") === other.replace(/\d/g, "#");
}

describe("an agreement without a code", () => {
  it("belongs to the family of its level of care, where the level says it", () => {
    expect(levelFamily("PHP")).toEqual(codeFamily("H0035"));
    expect(levelFamily("rtc")).toEqual(codeFamily("H0018"));
    expect(levelFamily("IOP").name).toBe("intensive outpatient care, kind not stated");
    expect(levelFamily("Meadow track").name).toBe("Meadow track, no code stated");
    expect(levelFamily("constructor").id).toBe("level:constructor");
    expect(levelFamily("").id).toBe("none");
  });

  it("of a program is paid by the day", () => {
    expect([isByTheDay(levelFamily("PHP")), isByTheDay(codeFamily("90837"))]).toEqual([true, false]);
  });
});
