import type { Frame } from "playwright-core";
import type { WebPane } from "./web-pane.ts";

/** What a walk with the Tab and arrow keys through a page met; each control by its role and name. */
export interface KeyboardWalk {
  readonly reached: readonly string[];
  /** Controls that can be used with a pointer and never had the focus. */
  readonly unreached: readonly string[];
  /** Controls that look the same with the focus as without. */
  readonly unseen: readonly string[];
}

interface Control {
  readonly mark: string;
  readonly label: string;
}

/** A control that has the focus. */
interface Focused extends Control {
  readonly isTab: boolean;
}

/** No view has as many stops: a walk that is not over by then goes in a circle. */
const MOST_STEPS = 200;

/**
 * Walks from the first stop, where Excel puts the focus, until office.js hands it back to Excel; through tab lists with the
 * arrows. On the web office.js takes every Tab itself and goes through the stops in its own order: this walk is that one.
 * Radio buttons of one group are the browser's own and count as reached together.
 */
export async function walkByKeyboard({ frame, connection }: WebPane): Promise<KeyboardWalk> {
  const controls = await frame.evaluate(markControls);
  const met = new Map<string, { readonly label: string; readonly picture: Buffer }>();
  await pressTab(frame); // the page learns that a keyboard is used, as it would from Excel's own keys
  await frame.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  connection.tabIn();
  await frame.waitForFunction(() => document.activeElement !== document.body);
  const trail: string[] = [];
  while (connection.hasKeyboard) {
    if (trail.length > MOST_STEPS) throw new Error(`the focus never leaves the pane: ${trail.slice(-6).join(" > ")}`);
    let at = await frame.evaluate(focusedControl);
    trail.push(at?.label ?? "nothing");
    for (; at !== null && !met.has(at.mark); at = at.isTab ? await stepAlong(frame) : null) {
      met.set(at.mark, { label: at.label, picture: await pictureOf(frame, at.mark) });
    }
    await pressTab(frame);
  }
  await frame.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()); // Excel has the focus now
  const unseen: string[] = [];
  for (const [mark, { label, picture }] of met) {
    if (picture.equals(await pictureOf(frame, mark))) unseen.push(label);
  }
  const alsoMet = await frame.evaluate(fellowsOf, [...met.keys()]);
  const unreached = controls.filter(({ mark }) => !met.has(mark) && !alsoMet.includes(mark));
  return {
    reached: [...met.values()].map(({ label }) => label),
    unreached: unreached.map(({ label }) => label),
    unseen,
  };
}

/** Presses Tab and waits until office.js has told where the focus went. */
async function pressTab(frame: Frame): Promise<void> {
  await frame.page().keyboard.press("Tab");
  await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
}

async function stepAlong(frame: Frame): Promise<Focused | null> {
  await frame.page().keyboard.press("ArrowRight");
  return frame.evaluate(focusedControl);
}

/** A control and what is just around it, in the middle of the pane. */
async function pictureOf(frame: Frame, mark: string): Promise<Buffer> {
  const box = await frame.evaluate((wanted) => {
    const element = document.querySelector(`[data-walk="${wanted}"]`) ?? document.activeElement ?? document.body;
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  }, mark);
  const around = 3;
  const [x, y] = [Math.max(0, box.x - around), Math.max(0, box.y - around)];
  const clip = { x, y, width: box.width + 2 * around, height: box.height + 2 * around };
  return frame.page().screenshot({ clip, animations: "disabled" });
}

/** Marks every control that is shown and can be used. Runs in the page. */
function markControls(): Control[] {
  const all = "a[href],button,input,select,textarea,summary,[tabindex='0'],[role=tab],[role=radio],[role=option]";
  return [...document.querySelectorAll<HTMLElement>(all)].flatMap((element, at) => {
    const isShown = element.checkVisibility({ visibilityProperty: true });
    const isOff = element.matches(":disabled,[aria-hidden=true],[data-tabster-dummy]");
    if (!isShown || isOff) return [];
    element.dataset["walk"] = String(at);
    const name = element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent;
    const label = `${element.getAttribute("role") ?? element.tagName.toLowerCase()} ${name ?? element.textContent ?? ""}`;
    element.dataset["walkLabel"] = label.trim().replace(/\s+/g, " ").slice(0, 80);
    return [{ mark: String(at), label: element.dataset["walkLabel"] }];
  });
}

function focusedControl(): Focused | null {
  const element = document.activeElement as HTMLElement | null;
  const { walk: mark, walkLabel: label } = element?.dataset ?? {};
  // The stops of one pixel by which Fluent UI leads the focus around a group.
  if (element === null || element === document.body || element.matches("[data-tabster-dummy]")) return null;
  return {
    mark: mark ?? `unmarked ${element.outerHTML.slice(0, 100)}`,
    label: label ?? element.outerHTML.slice(0, 100),
    isTab: element.getAttribute("role") === "tab",
  };
}

/** The radio buttons of the groups that were met. */
function fellowsOf(marks: readonly string[]): string[] {
  const fellows: string[] = [];
  for (const mark of marks) {
    const met = document.querySelector<HTMLInputElement>(`input[type=radio][data-walk="${mark}"]`);
    if (met === null) continue;
    for (const other of document.getElementsByName(met.name)) fellows.push(other.dataset["walk"] ?? "");
  }
  return fellows;
}
