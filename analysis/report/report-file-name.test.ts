import { describe, expect, it } from "vitest";
import { reportFileName, reportFileNames } from "./report-file-name.ts";

describe("a payer's report", () => {
  it("has a name that every computer takes", () => {
    expect(reportFileName("Société d'Assurance / Ouest")).toBe("societe-d-assurance-ouest");
    expect(reportFileName("健保")).toBe("payer");
    expect(reportFileName("AUX")).toBe("aux-payer");
    expect(reportFileName("x".repeat(5_000)).length).toBe(60);
  });

  it("never has the name of another payer's, nor of the overview", () => {
    const names = reportFileNames(["Blue Shield, CA", "Blue Shield (CA)", "?", "-", "All payers"], ["all-payers"]);
    expect([...names]).toEqual([
      ["-", "payer"],
      ["?", "payer-2"],
      ["All payers", "all-payers-2"],
      ["Blue Shield (CA)", "blue-shield-ca"],
      ["Blue Shield, CA", "blue-shield-ca-2"],
    ]);
  });

  it("keeps its name whatever the order in which payers come", () => {
    const payers = ["A B", "a b", "A-B", "A.B"];
    expect([...reportFileNames(payers.toReversed())]).toEqual([...reportFileNames(payers)]);
  });
});
