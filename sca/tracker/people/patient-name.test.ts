import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPatientName } from "./patient-name.ts";

const name = (text: string) => readPatientName(text)?.name ?? null;

describe("a patient cell", () => {
  it.each([
    ["DELACRUZ, JOSÉ JR (8yo)", "José Delacruz Jr"],
    ["O'BRIEN, MARY-KATE", "Mary-Kate O'Brien"],
    ["MCDONALD, ANN", "Ann McDonald"],
    ["D’ANGELO-MACKENZIE, JO ANN III", "Jo Ann D’Angelo-MacKenzie III"],
    ["MARISOL DE LA FUENTE", "Marisol de la Fuente"],
    ["van der Merwe, Pieter", "Pieter van der Merwe"],
    ["ST. CLAIR, Silas", "Silas St. Clair"],
    ["Eastman Jr., Roy", "Roy Eastman Jr."],
    ["Castellano, Dominic Jr.", "Dominic Castellano Jr."],
    ["Walt Zimmer Sr", "Walt Zimmer Sr"],
    ["TRAN, BAO M. (2/8/66)", "Bao M. Tran"],
    ["Zoë Z.", "Zoë Z."],
    ["M.K.", "M.K."],
    ["J Ruiz-Ortega", "J Ruiz-Ortega"],
    ["Ortiz, Baby Girl", "Baby Girl Ortiz"],
    ["john smith", "John Smith"],
    ["mcdonald, ann", "Ann McDonald"],
    ["NG, KIM", "Kim Ng"],
    ["OKAFOR^CHIDI^M", "Chidi M Okafor"],
    ["Nguyen, Thi Hoa", "Thi Hoa Nguyen"],
    ["Smith,John", "John Smith"],
    ["Molina, Ana", "Ana Molina"],
    ["Oscar Ruelas", "Oscar Ruelas"],
    ["Mrs. Gail Ruston", "Gail Ruston"],
    ["pt: Leo Smith 8yo mom: Candace", "Leo Smith"],
    ["01  Delacroix, Marcus   dob Aug 14 1991   adm 2/10/25", "Marcus Delacroix"],
    ["#3 - Beatrix Olumide", "Beatrix Olumide"],
    ["Lt. Col. Hester Vanterpool (ret)", "Hester Vanterpool"],
    ["Baptiste, Amari (mom Delia, subscriber, dob 8/21/1990)   DOB 9/26/2014   Fla Blue", "Amari Baptiste"],
    ["Gwen Arbuckle (policy: husband Stan)", "Gwen Arbuckle"],
    ["Theo K - dob 11/30/1984", "Theo K"],
    ["Dev S., 1/19/1999", "Dev S."],
    ["Marisol T again (renewal)", "Marisol T"],
    ["Ana Lopez MRN 12", "Ana Lopez"],
    ["Anna Doe aka Annie", "Anna Doe"],
    ["Smith, John\nMRN 4471", "John Smith"],
    ["Kayla Renn F 26", "Kayla Renn"],
    ["O'Neil, shawn", "Shawn O'Neil"],
    ["Renn - Kayla", "Kayla Renn"],
    ["Kim, Min", "Min Kim"],
  ])("%j is %s", (text, expected) => {
    expect(name(text)).toBe(expected);
  });

  it("keeps a nickname beside the name, not in it", () => {
    expect(readPatientName("Marcus (Mac) Delahunt")).toMatchObject({ name: "Marcus Delahunt", nickname: "Mac" });
    expect(readPatientName("“Teddy” Theodore Nakagawa-Bell")).toMatchObject({
      name: "Theodore Nakagawa-Bell",
      nickname: "Teddy",
    });
    expect(readPatientName('Jonathan "JACK" Pell')).toMatchObject({ name: "Jonathan Pell", nickname: "Jack" });
  });

  it("hands back everything that is not the name, with its place", () => {
    const text = "Ruiz, Ana (mom: Candace) - EXT";
    const reading = readPatientName(text);
    expect(reading?.marks).toEqual(["extension"]);
    expect(reading?.leftover.map((part) => part.text)).toEqual(["(mom: Candace) - EXT"]);
    for (const part of reading?.leftover ?? []) {
      expect(text.slice(part.start, part.end)).toBe(part.text);
    }
  });

  it.each([
    "same",
    "Same as above",
    "ditto",
    '"',
    "″",
    "''",
    "↳",
    "↳ ext",
    '" ext',
    "(same)",
    "same pt",
    "EXT #1",
    "NEW auth",
    "- cont'd",
  ])("%j carries the patient of the row above", (text) => {
    expect(readPatientName(text)).toMatchObject({ name: null, ditto: true });
  });

  it("follows a pointer to a numbered row instead of the row above", () => {
    expect(readPatientName("same as #3")).toMatchObject({ name: null, ditto: false, sameAs: "3" });
  });

  it.each([
    "",
    "  ",
    "n/a",
    "TBD",
    "Total Jan: 8 cases",
    "— JANUARY 2025 —",
    "8 out / 3 green",
    "Unit 4 intake desk",
    "mom Candace",
    "12/3/24",
    "=",
  ])("%j names nobody", (text) => {
    expect(name(text)).toBeNull();
  });

  it("is unsure where the cell is: a surname alone, a question mark, two children, a doctor's heading", () => {
    for (const text of ["Brandvold", "Corey Haslett?", "Mia & Leo Brandt", "DR. HALVORSEN - SPINE"]) {
      expect(readPatientName(text)?.confidence, text).toBeLessThan(0.7);
    }
    expect(readPatientName("Renn, Kayla")?.confidence).toBeGreaterThan(0.9);
  });
});

const GIVEN = ["Ana", "José", "Thi Hoa", "Mary-Kate", "Zoë", "Kwame", "DeShawn", "Jun-ho", "Bo"];
const FAMILY = [
  "Ruiz",
  "O'Brien",
  "McAllister",
  "Delgado-Roy",
  "de la Cruz",
  "van der Merwe",
  "Nguyen",
  "St. Hilaire",
  "Peña",
  "Yellowhorse",
];
const SUFFIX = ["", "Jr.", "Sr", "III"];
const fold = (text: string) => (text.toLowerCase().match(/\p{L}+/gu) ?? []).sort().join(" ");

describe("a name printed in any style", () => {
  it("reads back as the same name", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GIVEN),
        fc.constantFrom("", "M.", "J"),
        fc.constantFrom(...FAMILY),
        fc.constantFrom(...SUFFIX),
        fc.nat(6),
        fc.constantFrom("", " (4/2/61)", "  dob 4/2/1961", " - EXT", " (mom: Dana)", " MRN 00412", ", 4/2/61", "\n8yo"),
        fc.constantFrom("", "01  ", "#7 ", "pt: ", "↳ "),
        (given, middle, family, suffix, style, tail, lead) => {
          const first = [given, middle].filter(Boolean).join(" ");
          const last = [family, suffix].filter(Boolean).join(" ");
          const printed = [
            `${first} ${last}`,
            `${family}, ${first}${suffix ? ` ${suffix}` : ""}`,
            `${last}, ${first}`,
            `${family.toUpperCase()}, ${first}${suffix ? ` ${suffix}` : ""}`,
            `${family}, ${first}${suffix ? ` ${suffix}` : ""}`.toUpperCase(),
            `${first} ${last}`.toUpperCase(),
            `${family},${first}${suffix ? `, ${suffix}` : ""}`,
          ][style];
          const reading = readPatientName(`${lead}${printed}${tail}`);
          expect(fold(reading?.name ?? "")).toBe(fold(`${first} ${last}`));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("never throws, and gives leftover text that stands where it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const reading = readPatientName(text);
        for (const part of reading?.leftover ?? []) expect(text.slice(part.start, part.end)).toBe(part.text);
      }),
    );
  });

  it("reads a cell of 32,000 characters at once", () => {
    const started = Date.now();
    readPatientName("Ana (".repeat(6400));
    readPatientName("a'".repeat(16_000));
    expect(Date.now() - started).toBeLessThan(1000);
  });
});
