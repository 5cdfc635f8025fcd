/**
 * The batch protocol between Microsoft's client and a host, as the client sends it. Observed from
 * @microsoft/office-js 1.1.110; Microsoft does not document it. Nothing here knows Excel.
 */
export type WireValue =
  | null
  | boolean
  | number
  | string
  | readonly WireValue[]
  | { readonly [member: string]: WireValue };

export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  update: 9,
} as const;

export const PATH = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** `ReferencedObjectPathIds` runs parallel to `Arguments`: 0 is a literal, n stands for object path n; arrays nest. */
export interface ArgumentInfo {
  readonly Arguments?: readonly WireValue[];
  readonly ReferencedObjectPathIds?: readonly WireValue[];
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: { readonly [member: string]: WireValue };
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface BatchRequest {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: { readonly [id: string]: ObjectPath };
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex: number;
  readonly Location: string;
}

export interface BatchResponse {
  readonly Error: WireError | null;
  readonly Results: readonly { readonly ActionId: number; readonly Value: WireValue }[];
  readonly TraceIds: readonly number[];
}

/** A wire name as the documentation spells it: "GetRange" is "getRange"; names with an underscore stay. */
export function documentedName(wireName: string): string {
  return wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

/** A documented name as the wire spells it. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
