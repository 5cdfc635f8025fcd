import type { WireValue } from "../rich-api/wire.ts";

/** The numbers by which the client and the host call events. Observed from @microsoft/office-js 1.1.110. */
export const EVENT = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** The target of handlers on a collection: they hear of every sheet or table. */
export const EVERYWHERE = "Workbook";

/** One message to the client: category 65536 is an event of the object model, 1 a call of a custom function. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: string;
}

export const OBJECT_EVENT = 65_536;

/**
 * Who changed something. Excel tells an add-in of its own writes too: `source` says Local, and `triggerSource` says
 * ThisLocalAddin (`Excel.EventTriggerSource`, ExcelApi 1.14); a co-author's edits are Remote ("Coauthoring in Excel
 * add-ins").
 */
export interface Actor {
  readonly source: "Local" | "Remote";
  readonly triggerSource: "Unknown" | "ThisLocalAddin";
}

export const ADD_IN: Actor = { source: "Local", triggerSource: "ThisLocalAddin" };
export const USER: Actor = { source: "Local", triggerSource: "Unknown" };
export const CO_AUTHOR: Actor = { source: "Remote", triggerSource: "Unknown" };

/**
 * Hears what a batch caused. `muted` is what the writing add-in keeps from itself by `enableEvents`: another person's pane
 * hears it all the same.
 */
type Listener = (entries: readonly EventEntry[], muted: readonly EventEntry[]) => void;

/** Keeps events until the batch is done, and gives out those that somebody listens to. */
export class EventOutbox {
  /** `Excel.Runtime.enableEvents`: where false, this add-in hears nothing ("Work with events": enable and disable). */
  enabled = true;
  readonly #registered = new Map<string, number>();
  readonly #listeners = new Set<Listener>();
  #waiting: EventEntry[] = [];
  #muted: EventEntry[] = [];

  listen(listener: Listener): void {
    this.#listeners.add(listener);
  }

  register(type: number, target: string, change: 1 | -1): void {
    const key = `${type} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + change);
  }

  emit(type: number, target: string, message: { readonly [member: string]: WireValue }): void {
    if ((this.#registered.get(`${type} ${target}`) ?? 0) <= 0) return;
    const text = JSON.stringify(message);
    const list = this.enabled ? this.#waiting : this.#muted;
    list.push({ messageCategory: OBJECT_EVENT, messageType: type, targetId: target, message: text, id: "" });
  }

  /** A message that no registration asks for, such as a call of a custom function; goes out at once. */
  send(category: number, type: number, message: WireValue): void {
    const entry = {
      messageCategory: category,
      messageType: type,
      targetId: "",
      message: JSON.stringify(message),
      id: "",
    };
    for (const listener of this.#listeners) listener([entry], []);
  }

  flush(): void {
    const [entries, muted] = [this.#waiting, this.#muted];
    this.#waiting = [];
    this.#muted = [];
    if (entries.length + muted.length > 0) for (const listener of this.#listeners) listener(entries, muted);
  }
}
