import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEWER_THAN_SHOWN, isShown, shownCount, shownPart, shownParts } from "./small-counts.ts";

const names = ["a", "b", "c", "d"];

/** What a reader gets to see, as text. */
function seen(counts: readonly number[]): string {
  return shownParts(
    counts.map((count, at) => ({ name: names[at] ?? "", count })),
    ({ count }) => count,
  )
    .map(({ parts, count }) => `${parts.map(({ name }) => name).join("+")}=${count}`)
    .join(" ");
}

/** Every partition into so many parts of up to so much, by what a reader sees of it. */
function allSeen(parts: number, most: number): Map<string, number[][]> {
  const found = new Map<string, number[][]>();
  const walk = (counts: number[]): void => {
    if (counts.length < parts) {
      for (let count = 0; count <= most; count += 1) walk([...counts, count]);
      return;
    }
    const key = seen(counts);
    found.set(key, [...(found.get(key) ?? []), counts]);
  };
  walk([]);
  return found;
}

describe("small counts", () => {
  it("are told as fewer than 11, none as none", () => {
    expect([0, 1, 10, 11, 1200].map(shownCount)).toEqual(["0", FEWER_THAN_SHOWN, FEWER_THAN_SHOWN, "11", "1,200"]);
  });

  it("hide a part that would tell a small rest", () => {
    expect(shownPart(24, 30)).toBeNull();
    expect(shownPart(24, 35)).toBe(24);
    expect(shownPart(30, 30)).toBe(30);
    expect(shownPart(4, 30)).toBeNull();
    expect(shownPart(0, 30)).toBe(0);
  });

  it("join in a pool with the next part where alone they are still too few", () => {
    expect(seen([24, 6, 2, 15])).toBe("a=24 b+c+d=23");
    expect(seen([24, 6, 5, 15])).toBe("a=24 d=15 b+c=11");
    expect(seen([12, 0, 0, 3])).toBe("");
    expect(seen([4, 3, 0, 2])).toBe("");
    expect(seen([12, 0, 11, 30])).toBe("a=12 c=11 d=30");
    expect(seen([3, 3, 3, 3])).toBe("a+b+c+d=12");
    expect(seen([13, 4, 4, 3])).toBe("a=13 b+c+d=11");
    expect(seen([10, 10, 0, 0])).toBe("");
    expect(seen([10, 10, 30, 0])).toBe("a+b+c=50");
    expect(seen([1, 0, 0, 10])).toBe("a+d=11");
  });
});

describe("whoever knows the rule and sees the sums", () => {
  it("never gets to see a count of 1 to 10, nor finds one by subtracting some sums from others", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 7 }), (counts) => {
        const shown = shownParts(counts, (count) => count).map(({ count }) => count);
        const whole = counts.reduce((sum, count) => sum + count, 0);
        if (shown.length > 0) expect(shown.reduce((sum, count) => sum + count, 0)).toBe(whole);
        for (let mask = 0; mask < 2 ** shown.length; mask += 1) {
          const sum = shown.filter((_, at) => (mask >> at) % 2 === 1).reduce((all, count) => all + count, 0);
          expect(isShown(sum)).toBe(true);
          if (shown.length > 0) expect(isShown(whole - sum)).toBe(true);
        }
      }),
    );
  });

  it.each([
    [2, 44],
    [3, 34],
    [4, 14],
  ])("cannot tell any pooled part: at least five values remain for each, of %i parts", (parts, most) => {
    let pools = 0;
    for (const [key, partitions] of allSeen(parts, most)) {
      const [, members = "", sum = "0"] = /(\S+\+\S+)=(\d+)/.exec(key) ?? [];
      // Larger partitions that look the same are beyond what is listed here.
      if (members === "" || Number(sum) > most) continue;
      pools += 1;
      for (const name of members.split("+")) {
        const values = new Set(partitions.map((counts) => counts[names.indexOf(name)]));
        expect(values.size, `${key}, ${name}`).toBeGreaterThanOrEqual(5);
      }
    }
    expect(pools).toBeGreaterThan(0);
  });
});
