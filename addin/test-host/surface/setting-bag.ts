import { invalidArgument } from "../rich-api/host-error.ts";
import { type HostObject, type HostType, host, type Scalar } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";

/** Where a bag keeps what was written, by path: "title.text". */
export interface SettingBag {
  readonly settings: Map<string, WireValue>;
  /** Called before every write: refuses it by throwing. */
  check(): void;
}

/** A tree of members that are stored and given back, with their values before anything was written. */
export interface BagShape {
  readonly type: string;
  readonly scalars: { readonly [name: string]: WireValue };
  readonly inner?: { readonly [name: string]: BagShape };
  readonly methods?: HostType<SettingBag>["methods"];
}

/**
 * The wire's view of a bag: Excel would draw from it, the host only keeps it. Members outside of the shape throw
 * NotModelled as everywhere.
 */
export function bagType(shape: BagShape, path = ""): HostType<SettingBag> {
  const scalars: { [name: string]: Scalar<SettingBag> } = {};
  for (const [name, initial] of Object.entries(shape.scalars)) {
    scalars[name] = {
      get: ({ settings }) => settings.get(path + name) ?? initial,
      set: (bag, value) => {
        if (typeof initial === "boolean" && typeof value !== "boolean") throw invalidArgument();
        bag.check();
        bag.settings.set(path + name, value);
      },
    };
  }
  const navigations: { [name: string]: (bag: SettingBag) => HostObject } = {};
  for (const [name, inner] of Object.entries(shape.inner ?? {})) {
    const type = bagType(inner, `${path}${name}.`);
    navigations[name] = (bag) => host(type, bag);
  }
  return { name: shape.type, scalars, navigations, methods: shape.methods ?? {} };
}
