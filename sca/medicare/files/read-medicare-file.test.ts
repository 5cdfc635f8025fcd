import { describe, expect, it } from "vitest";
import { compactForm } from "./compact-form.ts";
import { readMedicareFile } from "./read-medicare-file.ts";

function told(name: string, lines: readonly string[]): string {
  const file = readMedicareFile({ name, archive: null, form: "lines", lines });
  return file.kind === "refused"
    ? `${file.code}: ${file.sentence}`
    : file.kind === "notNeeded"
      ? `notNeeded: ${file.what}`
      : file.kind;
}

describe("a file from which nothing is needed", () => {
  it.each([
    ["RVU25D.pdf", ["%PDF-1.7"], "documentation"],
    ["PPRRVU2025_Oct.xlsx", ["PK"], "Excel twin"],
    [
      "ANES2025.csv",
      ["Contractor,Locality,Locality Name,National Anes CF of 20.3178", "10112 ,00 ,ALABAMA,19.31 "],
      "anesthesia",
    ],
    ["readme.txt", ["Some words"], "layout"],
    ["ZIP5lyout.txt", ["Zip5 Record Layout"], "layout"],
    ["RVU25D.txt", ["NATIONAL PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE CALENDAR YEAR 2025"], "layout"],
  ])("is said what it is: %s", (name, lines, says) => {
    expect(told(name, lines)).toMatch(new RegExp(`^notNeeded: .*${says}`));
  });
});

describe("a file that is not what it should be", () => {
  it.each([
    ["PPRRVU2025_Oct.csv", ["", "  "], /^empty-file: PPRRVU2025_Oct\.csv/],
    ["PPRRVU2025_Oct.csv", ["<!DOCTYPE html>", "<html><body>License</body></html>"], /^web-page.*license/],
    ["GPCI2025.csv", ["PK\u0003\u0004\u0014"], /^binary-file/],
    ["PPRRVU2025_Oct.csv", ["a,b,c,d", "1,2,3,4"], /^unknown-file: PPRRVU2025_Oct\.csv: its name says .*WORK RVU/],
    ["GPCI2025.csv", ["Some text"], /^unknown-file.*cost indices \(GPCI\).*PW, PE and MP/],
    ["25LOCCO.txt", ["Some text"], /^unknown-file.*counties \(LOCCO\)/],
    ["ZIP5_OCT2025.txt", ["Some text"], /^unknown-file.*ZIP code/],
    ["OPPSCAP_Oct.csv", ["Some text"], /^unknown-file.*OPPSCAP.*PROCSTAT/],
    ["January 2025 Web Addendum A.csv", ["Some text"], /^unknown-file.*Addendum A.*Payment Rate/],
    [
      "patients.csv",
      ["Name,DOB,Payer,Rate", "A,1,B,2"],
      /^unknown-file: patients\.csv: .*Read are CMS's relative values/,
    ],
    ["CLFS.csv", ["YEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC"], /^other-cms-file.*laboratory.*rvu25d\.zip/],
    ["DMEPOS25_OCT.csv", ["HCPCS,Mod,JURIS,CATG,Ceiling,Floor"], /^other-cms-file.*equipment/],
    ["asp.csv", ["HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit"], /^other-cms-file.*drug/],
    ["b.csv", ["HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate"], /^other-cms-file.*Addendum B/],
    ["PFALL25.csv", ['"2025","10112","00","G0011"'], /^other-cms-file.*by locality/],
  ])("is refused by name, with what was expected: %s", (name, lines, says) => {
    const found = told(name, lines);
    expect(found).toMatch(says);
    expect(found).toMatch(/Nothing was loaded from it\.$/);
  });
});

describe("a text that was split another way", () => {
  const headings = "HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE";

  it("is read as lines with commas, quotes and all", () => {
    const lines = [headings, '70450,TC,A,01112,05,"1,074.16","1,074.16"'];
    const file = readMedicareFile({ name: "OPPSCAP_Oct.txt", archive: "rvu25d.zip", form: "lines", lines }, "part");
    expect(file).toMatchObject({ kind: "caps", caps: { amounts: new Map([["70450-TC 01112-05", [107416, 107416]]]) } });
  });

  it("is read as records of one field each", () => {
    const records = [["70450TC A 01112  05    74.16     74.16"]];
    const file = readMedicareFile({ name: "OPPSCAP_Oct.txt", archive: "rvu25d.zip", form: "records", records }, "part");
    expect(file.kind).toBe("caps");
  });

  it("is read in the form that the manager's folder keeps", () => {
    const records = [headings.split(","), ["70450", "TC", "A", "01112", "05", "74.16", "74.16"]];
    const file = readMedicareFile({ name: "OPPSCAP_Oct.csv", archive: "rvu25d.zip", form: "records", records }, "part");
    if (file.kind !== "caps") throw new Error(file.kind);
    const { name, text } = compactForm(file);
    expect(readMedicareFile({ name, archive: null, form: "lines", lines: text.split("\n") })).toEqual(file);
  });
});
