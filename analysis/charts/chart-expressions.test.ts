import { afterEach, describe, expect, it, vi } from "vitest";
import { approvalChart } from "./approval-chart.ts";
import { revenueChart } from "./revenue-chart.ts";
import { svgFromSpec } from "./svg-from-spec.ts";

const APPROVAL = [
  { payer: "Aetna", rate: 0.75, low: 0.47, high: 0.91, label: "75% · 9 of 12", isHint: true },
  { payer: "Cigna", rate: 1, low: 0.89, high: 1, label: "100% · 30 of 30", isHint: false },
];
const REVENUE = [
  { payer: "Aetna", dollars: 12_400, label: "$12,400 from 3 of 5" },
  { payer: "Cigna", dollars: 0, label: "$0" },
];

describe("a chart", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is drawn without making code, as the pane's content policy demands", async () => {
    const forbidden = vi.fn(() => {
      throw new EvalError("Refused to evaluate a string as JavaScript");
    });
    vi.stubGlobal("Function", forbidden);
    vi.stubGlobal("eval", forbidden);
    const { svg } = await svgFromSpec(approvalChart(APPROVAL, { rate: 0.9, label: "all payers 90%" }, "Rates."));
    const bars = await svgFromSpec(revenueChart(REVENUE, "Dollars."));
    vi.unstubAllGlobals();
    expect(forbidden).not.toHaveBeenCalled();
    expect(svg).toContain("100% · 30 of 30");
    expect(bars.svg).toContain("$12,400 from 3 of 5");
  });

  it("puts its marks where its figures are: hints hollow, bars as long as their dollars", async () => {
    const { svg } = await svgFromSpec(approvalChart(APPROVAL, null, "Rates."));
    const dots = [...svg.matchAll(/translate\(([\d.]+),[\d.]+\)" d="M[^"]*A[^"]*" fill="([^"]+)"/g)];
    expect(dots.map(([, x, fill]) => [Math.round(Number(x)), fill])).toEqual([
      [330, "#ffffff"],
      [440, "#0072b2"],
    ]);
    const { svg: bars } = await svgFromSpec(revenueChart(REVENUE, "Dollars."));
    expect(bars).not.toContain("NaN");
  });

  it("is the same text whenever it is drawn, and two on a page share no id", async () => {
    const first = (await svgFromSpec(revenueChart(REVENUE, "Dollars."))).svg;
    const other = (await svgFromSpec(revenueChart([...REVENUE].reverse(), "Dollars."))).svg;
    expect((await svgFromSpec(revenueChart(REVENUE, "Dollars."))).svg).toBe(first);
    const ids = (svg: string): string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(ids(first).length).toBeGreaterThan(0);
    expect(ids(other).filter((id) => ids(first).includes(id))).toEqual([]);
  });

  it("that asks for what is not known says so at once", async () => {
    const chart = revenueChart(REVENUE, "Dollars.");
    const known = { ...chart, transform: [{ filter: "indexof(datum.payer, 'A') >= 0" }] };
    expect((await svgFromSpec(known)).svg).toContain("$12,400");
    const wrong = { ...chart, transform: [{ filter: "pow(datum.dollars, 2) > 1" }] };
    await expect(svgFromSpec(wrong)).rejects.toThrow('A chart asks for "pow()"');
  });
});
