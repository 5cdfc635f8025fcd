import type { Frame } from "playwright-core";

/** Elements that have to be scrolled sideways, or reach out of the pane; empty where everything fits. */
export async function widerThanPane(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll<HTMLElement>("html,body,#pane *")].flatMap((element) => {
      const { overflowX, position, clip } = getComputedStyle(element);
      const isUnseen = position === "absolute" && clip !== "auto";
      if (isUnseen || !element.checkVisibility()) return [];
      const scrolls = (overflowX === "auto" || overflowX === "scroll") && element.scrollWidth > element.clientWidth + 1;
      const reachesOut = element.getBoundingClientRect().right > width + 1;
      return scrolls || reachesOut
        ? [`${scrolls ? "scrolls" : "reaches out"}: ${element.outerHTML.slice(0, 160)}`]
        : [];
    });
  });
}
