import { HostError, invalidOperation, invalidReference, NotModelled } from "./host-error.ts";
import { Arguments, type HostObject, isHostError, isHostObject } from "./host-object.ts";
import {
  ACTION,
  type ArgumentInfo,
  type BatchRequest,
  type BatchResponse,
  documentedName,
  PATH,
  type QueryInfo,
  type WireAction,
  type WireError,
  type WireValue,
  wireName,
} from "./wire.ts";

/** Where a batch starts: the workbook, and services that the client makes by name. */
export interface BatchRoot {
  readonly globalObject: HostObject;
  newObject(name: string): HostObject;
  /** Called when a batch is done, whether it failed or not: events go out then. */
  afterBatch(): void;
}

/** What `load` asked for, as a tree of documented names; null asks for every scalar. */
interface Wanted {
  readonly [name: string]: Wanted;
}

/**
 * Runs the batches of Microsoft's client on host objects. An object path runs once a batch, when it is first needed, so
 * that `tables.add(…)` adds one table. A failed action stops the batch; what earlier actions did stays done. References
 * live from `_KeepReference` to `_RemoveReference`.
 */
export class BatchExecutor {
  readonly #root: BatchRoot;
  readonly #referenced = new Map<string, HostObject>();
  readonly #references = new WeakMap<HostObject, string>();
  #nextReference = 1;

  constructor(root: BatchRoot) {
    this.#root = root;
  }

  /** How many references the client holds: what is never released is a leak. */
  get referenceCount(): number {
    return this.#referenced.size;
  }

  run(request: BatchRequest): BatchResponse {
    const results: { ActionId: number; Value: WireValue }[] = [];
    const traces: number[] = [];
    const paths = new Map<number, HostObject | null>();
    let failure: WireError | null = null;
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: this.#act(action, request, paths) });
      } catch (error) {
        if (!isHostError(error)) throw error;
        failure = {
          Code: error.code,
          Message: error.message,
          HttpStatusCode: error.status,
          ActionIndex: index,
          Location: locationOf(action, request, paths),
        };
        break;
      }
    }
    this.#root.afterBatch();
    return { Error: failure, Results: results, TraceIds: traces };
  }

  #act(action: WireAction, request: BatchRequest, paths: Map<number, HostObject | null>): WireValue {
    if (action.ActionType === ACTION.trace) return null;
    const target = this.#resolve(action.ObjectPathId, request, paths);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.#identity(target);
      case ACTION.query:
      case ACTION.queryAsJson:
        return target === null ? null : this.#query(target, action.QueryInfo ?? {});
      case ACTION.method: {
        if (action.Name === "_KeepReference") return this.#keep(target);
        const args = this.#arguments(action.ArgumentInfo, request, paths);
        if (action.Name === "_RemoveReference") return this.#release(args.text(0));
        if (target === null) throw invalidOperation();
        const result = target.call(documentedName(action.Name), args);
        return isHostObject(result) ? this.#identity(result) : result;
      }
      case ACTION.setProperty:
        if (target === null) throw invalidOperation();
        target.set(documentedName(action.Name), this.#arguments(action.ArgumentInfo, request, paths).raw(0));
        return null;
      case ACTION.update:
        if (target === null) throw invalidOperation();
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) target.set(documentedName(name), value);
        return null;
      default:
        throw new NotModelled(`action type ${action.ActionType}`);
    }
  }

  #resolve(id: number, request: BatchRequest, paths: Map<number, HostObject | null>): HostObject | null {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const object = this.#follow(id, request, paths);
    paths.set(id, object);
    return object;
  }

  #follow(id: number, request: BatchRequest, paths: Map<number, HostObject | null>): HostObject | null {
    const path = request.ObjectPaths[id];
    if (path === undefined) throw new HostError("InvalidObjectPath", `The object path ${id} is not in the request.`);
    const name = documentedName(path.Name);
    if (path.ObjectPathType === PATH.global) return this.#root.globalObject;
    if (path.ObjectPathType === PATH.newObject) return this.#root.newObject(path.Name);
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.#referenced.get(path.Name);
      if (kept === undefined) throw invalidReference();
      return kept;
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0, request, paths);
    if (parent === null) return null; // whatever hangs on a null object is a null object
    const args = this.#arguments(path.ArgumentInfo, request, paths);
    if (path.ObjectPathType === PATH.method) return objectOrNull(parent.call(name, args), parent, name);
    if (path.ObjectPathType === PATH.property) return objectOrNull(parent.get(name), parent, name);
    if (path.ObjectPathType === PATH.indexer) return parent.item(args.raw(0));
    throw new NotModelled(`object path type ${path.ObjectPathType}`);
  }

  #arguments(info: ArgumentInfo | undefined, request: BatchRequest, paths: Map<number, HostObject | null>): Arguments {
    const references = info?.ReferencedObjectPathIds;
    return new Arguments(
      (info?.Arguments ?? []).map((value, at) => {
        const reference = references?.[at];
        if (Array.isArray(reference) && reference.some((id) => id !== 0)) throw new NotModelled("arrays of objects");
        return typeof reference === "number" && reference !== 0 ? this.#resolve(reference, request, paths) : value;
      }),
    );
  }

  #keep(object: HostObject | null): null {
    if (object === null || !object.kept) return null;
    const reference = this.#references.get(object) ?? `reference ${this.#nextReference++}`;
    this.#references.set(object, reference);
    this.#referenced.set(reference, object);
    return null;
  }

  #release(reference: string): null {
    this.#referenced.delete(reference);
    return null;
  }

  #identity(object: HostObject | null): WireValue {
    if (object === null) return null;
    const identity: { [member: string]: WireValue } = {};
    const reference = this.#references.get(object);
    if (reference !== undefined && this.#referenced.has(reference)) identity["_ReferenceId"] = reference;
    const id = object.id();
    if (id !== null) identity[id.member] = id.value;
    return identity;
  }

  #query(object: HostObject, query: QueryInfo): WireValue {
    const tree: { [name: string]: Wanted } = {};
    for (const path of [...(query.Select ?? []), ...(query.Expand ?? []).map((name) => `${name}/*`)]) {
      let at: { [name: string]: Wanted } = tree;
      for (const step of path.split("/")) {
        const name = documentedName(step);
        at[name] ??= {};
        at = at[name] as { [name: string]: Wanted };
      }
    }
    return this.#project(object, Object.keys(tree).length > 0 ? tree : null, query);
  }

  #project(object: HostObject, wanted: Wanted | null, query: QueryInfo = {}): WireValue {
    const result = { ...(this.#identity(object) as { [member: string]: WireValue }) };
    const asked = Object.keys(wanted ?? {}).filter((name) => name !== "*" && name !== "items");
    const all = wanted === null || "*" in wanted;
    const own = object.isCollection ? asked.filter((name) => object.has(name)) : asked;
    for (const name of new Set([...(all ? object.scalarNames() : []), ...own])) {
      const value = object.get(name);
      const below = wanted?.[name];
      const inner = below !== undefined && Object.keys(below).length > 0 ? below : null;
      result[wireName(name)] = isHostObject(value) ? this.#project(value, inner) : value;
    }
    if (!object.isCollection) return result;
    const ofItems = Object.fromEntries(
      asked.filter((name) => !object.has(name)).map((name) => [name, wanted?.[name] ?? {}]),
    );
    if (!all && Object.keys(ofItems).length === 0) return result;
    const from = query.Skip ?? 0;
    const items = object.items().slice(from, query.Top === undefined ? undefined : from + query.Top);
    result["_Items"] = items.map((item) => this.#project(item, Object.keys(ofItems).length > 0 ? ofItems : null));
    return result;
  }
}

function objectOrNull(value: WireValue | HostObject, parent: HostObject, name: string): HostObject | null {
  if (value === null || isHostObject(value)) return value;
  throw new NotModelled(`${parent.name}.${name} as an object`);
}

function locationOf(action: WireAction, request: BatchRequest, paths: ReadonlyMap<number, HostObject | null>): string {
  const path = request.ObjectPaths[action.ObjectPathId];
  const ofAction = action.ActionType === ACTION.method || action.ActionType === ACTION.setProperty;
  const owner = paths.get(
    ofAction && paths.has(action.ObjectPathId) ? action.ObjectPathId : (path?.ParentObjectPathId ?? 0),
  );
  const member = documentedName((ofAction && action.Name) || path?.Name || "getItem");
  return owner ? `${owner.name}.${member}` : member;
}
