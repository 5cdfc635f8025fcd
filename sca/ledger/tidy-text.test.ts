import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tidyId, tidyName } from "./tidy-text.ts";

describe("what looks the same", () => {
  it.each([
    "SCA-12 ",
    "\u00a0SCA-12",
    "SCA-12\u200b",
    "ＳＣＡ-12",
    "SCA\u201012",
    "SCA–12",
    "SCA-12\n",
    "\ufeffSCA-12",
  ])("is one id: %j", (typed) => expect(tidyId(typed)).toBe("SCA-12"));

  it.each(["Aetna  Health", "Aetna\u00a0Health", " Aetna Health", "Aetna Health\u200e", "Ａｅｔｎａ Health"])(
    "is one payer: %j",
    (typed) => expect(tidyName(typed)).toBe("Aetna Health"),
  );

  it("is one payer however its accents are kept", () => {
    expect(tidyName("Socie\u0301te\u0301")).toBe(tidyName("Société"));
  });

  it("is left as it is: zeros, capitals, signs, and what differs to the eye", () => {
    for (const id of ["0012", "12", "1E5", "sca-1", "SCA 1", "a/b#1"]) expect(tidyId(id)).toBe(id);
    for (const name of ["Aetna – East", "Société", 'O\'Hara, "Sons" & Co.', "健保"]) expect(tidyName(name)).toBe(name);
  });

  it("needs no second tidying", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(tidyId(tidyId(text))).toBe(tidyId(text));
        expect(tidyName(tidyName(text))).toBe(tidyName(text));
      }),
    );
  });
});
