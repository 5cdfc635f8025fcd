import axe from "axe-core";
import type { Frame } from "playwright-core";

/** A fault that axe found, with the elements that have it. */
export interface AxeFinding {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly elements: readonly string[];
}

/**
 * What axe calls serious or critical in a page as it stands: WCAG 2.2 A and AA, and axe's own good practice. The stops of one
 * pixel by which Fluent UI leads the focus around a group are hidden and take the focus on purpose: they are left out.
 */
export async function axeFindings(frame: Frame): Promise<readonly AxeFinding[]> {
  await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const result = await inPage.run({ exclude: [["[data-tabster-dummy]"]] }, { resultTypes: ["violations"] });
    return result.violations.map(({ id, impact, help, nodes }) => {
      const elements = nodes.map(({ html, failureSummary = "" }) => `${html} ${failureSummary}`);
      return { rule: id, impact: impact ?? "", help, elements };
    });
  });
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical");
}
