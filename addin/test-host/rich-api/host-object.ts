import { HostError, invalidArgument, itemNotFound, NotModelled } from "./host-error.ts";
import type { WireValue } from "./wire.ts";

/** A property that `load` can ask for. Without `set` it cannot be written. */
export interface Scalar<Self> {
  get(self: Self): WireValue;
  set?(self: Self, value: WireValue): void;
}

// biome-ignore lint/suspicious/noConfusingVoidType: a method that gives nothing back is written without a return
type MethodResult = WireValue | HostObject | void;

/**
 * One class of the object model as plain tables, by documented names. What is not in a table throws NotModelled: a member
 * that nobody thought through must never look as if it worked.
 */
export interface HostType<Self> {
  readonly name: string;
  readonly scalars?: { readonly [name: string]: Scalar<Self> };
  readonly navigations?: { readonly [name: string]: (self: Self) => HostObject };
  readonly methods?: { readonly [name: string]: (self: Self, args: Arguments) => MethodResult };
  /** Given for collections. */
  readonly items?: (self: Self) => readonly HostObject[];
  readonly find?: (self: Self, key: WireValue) => HostObject | null;
  /** The member by which the client addresses the object again: "Id", or "_Id" where that is hidden. */
  readonly id?: { readonly member: "Id" | "_Id"; of(self: Self): string };
  /** The client asks to keep a reference to such objects: Range, Chart. */
  readonly kept?: true;
}

/** An object that the wire can address, its class's tables bound to one self. */
export interface HostObject {
  readonly type: HostType<never>;
  readonly name: string;
  readonly isCollection: boolean;
  readonly kept: boolean;
  scalarNames(): readonly string[];
  has(name: string): boolean;
  get(name: string): WireValue | HostObject;
  set(name: string, value: WireValue): void;
  call(name: string, args: Arguments): WireValue | HostObject;
  item(key: WireValue): HostObject;
  items(): readonly HostObject[];
  id(): { readonly member: string; readonly value: string } | null;
  /** The self behind this object where it is of that type. */
  as<Self>(type: HostType<Self>): Self | null;
}

class Hosted<Self> implements HostObject {
  readonly type: HostType<never>;
  readonly #type: HostType<Self>;
  readonly #self: Self;

  constructor(type: HostType<Self>, self: Self) {
    this.#type = type;
    this.type = type as unknown as HostType<never>;
    this.#self = self;
  }

  get name(): string {
    return this.#type.name;
  }
  get isCollection(): boolean {
    return this.#type.items !== undefined;
  }
  get kept(): boolean {
    return this.#type.kept === true;
  }
  scalarNames(): readonly string[] {
    return Object.keys(this.#type.scalars ?? {});
  }
  has(name: string): boolean {
    return this.#type.scalars?.[name] !== undefined || this.#type.navigations?.[name] !== undefined;
  }
  get(name: string): WireValue | HostObject {
    const scalar = this.#type.scalars?.[name];
    if (scalar !== undefined) return scalar.get(this.#self);
    const navigate = this.#type.navigations?.[name];
    if (navigate !== undefined) return navigate(this.#self);
    throw new NotModelled(`${this.name}.${name}`);
  }
  set(name: string, value: WireValue): void {
    const set = this.#type.scalars?.[name]?.set;
    if (set === undefined) throw new NotModelled(`${this.name}.${name} = …`);
    set(this.#self, value);
  }
  call(name: string, args: Arguments): WireValue | HostObject {
    const method = this.#type.methods?.[name];
    if (method === undefined) throw new NotModelled(`${this.name}.${name}()`);
    return method(this.#self, args) ?? null;
  }
  item(key: WireValue): HostObject {
    if (this.#type.find === undefined) throw new NotModelled(`${this.name}.getItem()`);
    const found = this.#type.find(this.#self, key);
    if (found === null) throw itemNotFound();
    return found;
  }
  items(): readonly HostObject[] {
    return this.#type.items?.(this.#self) ?? [];
  }
  id(): { readonly member: string; readonly value: string } | null {
    const id = this.#type.id;
    return id === undefined ? null : { member: id.member, value: id.of(this.#self) };
  }
  as<Other>(type: HostType<Other>): Other | null {
    return (this.#type as unknown) === type ? (this.#self as unknown as Other) : null;
  }
}

/**
 * Binds a class's tables to one self.
 *
 * @example host(SETTING, setting).get("key")
 */
export function host<Self>(type: HostType<Self>, self: Self): HostObject {
  return new Hosted(type, self);
}

export function isHostObject(value: WireValue | HostObject | undefined): value is HostObject {
  return value instanceof Hosted;
}

/** The arguments of one call, read with the types that the documentation gives them. */
export class Arguments {
  readonly #values: readonly (WireValue | HostObject)[];

  constructor(values: readonly (WireValue | HostObject)[]) {
    this.#values = values;
  }

  get count(): number {
    return this.#values.length;
  }
  /** The argument as it came; what was left out is null. */
  raw(at: number): WireValue {
    const value = this.#values[at] ?? null;
    if (isHostObject(value)) throw invalidArgument();
    return value;
  }
  given(at: number): boolean {
    return (this.#values[at] ?? null) !== null;
  }
  text(at: number): string {
    const value = this.raw(at);
    if (typeof value !== "string") throw invalidArgument();
    return value;
  }
  whole(at: number, otherwise?: number): number {
    const value = this.raw(at) ?? otherwise;
    if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }
  flag(at: number): boolean {
    return this.raw(at) === true;
  }
  object(at: number): HostObject | null {
    const value = this.#values[at];
    return isHostObject(value) ? value : null;
  }
}

/** The tables of methods that every collection has, made from its items and its way to find one. */
export function collectionMethods<Self>(
  items: (self: Self) => readonly HostObject[],
  find: (self: Self, key: WireValue) => HostObject | null,
): { readonly [name: string]: (self: Self, args: Arguments) => WireValue | HostObject } {
  return {
    getCount: (self) => items(self).length,
    getItemAt: (self, args) => {
      const item = items(self)[args.whole(0)];
      if (item === undefined) throw invalidArgument();
      return item;
    },
    getItemOrNullObject: (self, args) => find(self, args.raw(0)),
    getItem: (self, args) => {
      const item = find(self, args.raw(0));
      if (item === null) throw itemNotFound();
      return item;
    },
  };
}

export function isHostError(error: unknown): error is HostError {
  return error instanceof HostError;
}
