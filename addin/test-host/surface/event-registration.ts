import type { WorkbookModel } from "../model/workbook.ts";
import type { HostType } from "../rich-api/host-object.ts";

/**
 * The hidden methods by which the client begins and ends to listen: `_RegisterDataChangedEvent` and its like. Events that
 * the host never tells cannot be registered: that is NotModelled.
 */
export function registrations<Self>(
  events: { readonly [name: string]: number },
  target: (self: Self) => string,
  workbook: (self: Self) => WorkbookModel,
): NonNullable<HostType<Self>["methods"]> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, type]) => [
      [`_Register${name}Event`, (self: Self) => workbook(self).events.register(type, target(self), 1)],
      [`_Unregister${name}Event`, (self: Self) => workbook(self).events.register(type, target(self), -1)],
    ]),
  );
}
