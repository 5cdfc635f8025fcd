import { describe, expect, it } from "vitest";
import { packedPieces } from "./packed-pieces.ts";

describe("a column that packs two days", () => {
  const pieces = (text: string) => packedPieces("sent / heard", ["submitted", "decided"], text);

  it("holds the request's day and the answer's, whatever dash stands between them", () => {
    expect(pieces("10/2-10/11")).toEqual(["10/2", "10/11"]);
    expect(pieces("2/14/25 – 2/21/25")).toEqual(["2/14/25", "2/21/25"]);
    expect(pieces("2025-02-14 - 2025-02-21")).toEqual(["2025-02-14", "2025-02-21"]);
  });

  it("holds the request's day alone while the answer is awaited", () => {
    expect(pieces("11/6")).toEqual(["11/6", ""]);
  });
});
