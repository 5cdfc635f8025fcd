import { describe, expect, it } from "vitest";
import { readCostSharing } from "./cost-sharing.ts";

describe("the level at which the patient pays", () => {
  it.each([
    ["INN", "inNetwork"],
    ["In-network", "inNetwork"],
    ["INN ded + 20%", "inNetwork"],
    ["In-network copay", "inNetwork"],
    ["$30 copay, in-network benefit", "inNetwork"],
    ["20% same as in network", "inNetwork"],
    ["pt = INN copay one time", "inNetwork"],
    ["copay = IN; why: no REI", "inNetwork"],
    ["rep Yolanda Teel. INN cost share per LOA", "inNetwork"],
    ["par level", "inNetwork"],
    ["in-for-out", "inNetwork"],
    ["INN benefits apply", "inNetwork"],
    ["OON", "outOfNetwork"],
    ["Out-of-network coinsurance", "outOfNetwork"],
    ["OON coins", "outOfNetwork"],
    ["Out of net coins applies :(", "outOfNetwork"],
    ["her ded is out of network tho", "outOfNetwork"],
    ["pt pays OON coins", "outOfNetwork"],
    ["patient OON", "outOfNetwork"],
  ])("%s: %s", (text, level) => {
    expect(readCostSharing(text)?.costSharing).toBe(level);
  });

  it("asks where both levels are named", () => {
    expect(readCostSharing("INN copay but OON deductible")?.candidates).toEqual(["inNetwork", "outOfNetwork"]);
  });

  it("hears nothing of cost where only the network is named", () => {
    for (const text of [
      "closest INN is full",
      "no INN provider",
      "OON request sent",
      "out of network / SCA board",
      "n/a",
      "$25",
    ]) {
      expect([text, readCostSharing(text)]).toEqual([text, null]);
    }
  });
});
