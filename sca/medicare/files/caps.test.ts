import { describe, expect, it } from "vitest";
import { readMedicareFile } from "./read-medicare-file.ts";

const HEADINGS = ["HCPCS", "MOD", "PROCSTAT", "CARRIER", "LOCALITY", "FACILITY PRICE", "NON-FACILTY PRICE"];
const ROWS = [
  ["70450", "", "A", "01112", "05", "115.16", "120.00"],
  ["70450", "TC", "A", "1112", "5", "74.16", "74.16"],
  ["0633T", "TC", "C", "01112", "05", "1,150.69", "1,150.69"],
];

function read(
  records: readonly (readonly string[])[],
  name = "OPPSCAP_Oct.csv",
  archive: string | null = "rvu25d.zip",
  completeness: "whole" | "part" = "part",
) {
  return readMedicareFile({ name, archive, form: "records", records }, completeness);
}

function code(file: ReturnType<typeof readMedicareFile>): string {
  return file.kind === "refused" ? file.code : file.kind;
}

describe("the caps by outpatient rates", () => {
  const end = [["", "", "", "", "", "", ""], [String.fromCharCode(26)]];

  it("are cents outside and in a facility, whichever CMS prints first; of a code that contractors price nothing is paid", () => {
    expect(read([HEADINGS, ...ROWS, ...end])).toEqual({
      kind: "caps",
      caps: {
        year: 2025,
        letter: "D",
        file: "OPPSCAP_Oct.csv",
        amounts: new Map([
          ["70450 01112-05", [12000, 11516]],
          ["70450-TC 01112-05", [7416, 7416]],
        ]),
      },
    });
  });

  it("are the same in the fixed-width txt", () => {
    const lines = [
      "70450   A 01112  05   115.16    120.00",
      "70450TC A 01112  05    74.16     74.16",
      "0633TTC C 01112  05 1,150.69  1,150.69",
    ];
    const file = readMedicareFile({ name: "OPPSCAP_Oct.csv", archive: "rvu25d.zip", form: "lines", lines }, "part");
    expect(file).toEqual(read([HEADINGS, ...ROWS]));
  });

  it("are refused where nothing tells the year, a row is not sound, or rows are missing", () => {
    expect(code(read([HEADINGS, ...ROWS], "OPPSCAP_Oct.csv", null))).toBe("release-unknown");
    expect(code(read([HEADINGS, ...ROWS, ["70450", "", "A", "01112", "06", "x", "1"]]))).toBe("row-unreadable");
    expect(code(read([HEADINGS, ...ROWS, ROWS[0] ?? []]))).toBe("row-twice");
    expect(code(read([HEADINGS.slice(0, 6), ...ROWS]))).toBe("columns-missing");
    expect(code(read([HEADINGS, ...ROWS], undefined, undefined, "whole"))).toBe("file-partial");
  });
});
