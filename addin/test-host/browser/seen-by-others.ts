import { type EventEntry, OBJECT_EVENT } from "../model/events.ts";

/**
 * An event that one pane's writing caused, as Excel tells it in another person's pane: a co-author's ("Coauthoring in Excel
 * add-ins").
 */
export function asSeenByOthers(entry: EventEntry): EventEntry {
  if (entry.messageCategory !== OBJECT_EVENT) return entry;
  const message = JSON.parse(entry.message) as { readonly source?: string };
  if (message.source !== "Local") return entry;
  return { ...entry, message: JSON.stringify({ ...message, source: "Remote", triggerSource: "Unknown" }) };
}
