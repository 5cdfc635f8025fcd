import { expect, it } from "vitest";
import { statedBasis } from "./stated-basis.ts";

it("a remark says how all rates are meant", () => {
  expect(statedBasis(["put an X in ONE box only!!  all rates are per day unless it says otherwise."])).toBe("perDiem");
  expect(statedBasis(["Rates = always per visit"])).toBe("perUnit");
  expect(statedBasis(["Ltr: y / n.  Rates are per visit unless marked /hr or /15."])).toBe("perUnit");
  expect(statedBasis(["All amounts are case rates"])).toBe("caseRate");
});

it("says nothing where remarks differ or speak of one rate", () => {
  expect(statedBasis(["all rates are per day", "all rates are per visit"])).toBeNull();
  expect(statedBasis(["they agreed to a rate per day", "rates are negotiable"])).toBeNull();
});
