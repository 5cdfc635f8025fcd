/**
 * Vega turns the expressions of a chart into functions with `Function(…)`, which a strict content policy forbids. With
 * `parse(spec, config, { ast: true })` it hands over their syntax trees, and asks an interpreter of this shape to evaluate
 * them instead (Vega, "Using Vega with a content security policy"). What is known here is what our own charts use;
 * anything else throws, so that a new chart is found out by its first test.
 */

type Names = Readonly<Record<string, unknown>>;

/** A node of an expression's syntax tree, in ESTree's words. */
interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** What an expression can see. */
interface Scope {
  readonly signals: Names;
  readonly datum: unknown;
  readonly item?: unknown;
  readonly event?: unknown;
  /** Vega's functions of the chart: scale, format and the like. */
  readonly functions: Record<string, unknown>;
}

interface Context {
  readonly functions: Record<string, unknown>;
}

interface Expression {
  readonly ast: Node;
}

type Item = Record<string, unknown> & { readonly datum?: unknown };

/** Evaluates the expressions of a chart without making code. Give it to `View` as `expr`. */
export const CHART_EXPRESSIONS = {
  operator:
    ({ functions }: Context, { ast }: Expression) =>
    (signals: Names) =>
      evaluated(ast, { signals, datum: undefined, functions }),
  parameter:
    ({ functions }: Context, { ast }: Expression) =>
    (datum: unknown, signals: Names) =>
      evaluated(ast, { signals, datum, functions }),
  event:
    ({ functions }: Context, { ast }: Expression) =>
    (event: unknown) =>
      evaluated(ast, { signals: {}, datum: undefined, event, functions }),
  handler:
    ({ functions }: Context, { ast }: Expression) =>
    (signals: Names, event: { readonly item?: { readonly datum?: unknown } }) =>
      evaluated(ast, { signals, datum: event.item?.datum, event, functions }),
  encode:
    (
      { functions }: Context,
      { channels, marktype }: { readonly channels: Readonly<Record<string, Expression>>; readonly marktype: string },
    ) =>
    (item: Item, signals: Names) => {
      let isChanged = 0;
      for (const [name, { ast }] of Object.entries(channels)) {
        const value = evaluated(ast, { signals, datum: item.datum, item, functions });
        if (item[name] === value) continue;
        item[name] = value;
        isChanged = 1;
      }
      if (marktype !== "rule") placeSpan(item, channels, marktype === "rect" || marktype === "group");
      return isChanged;
    },
};

/** Where both ends of a span are given, Vega wants start and length, for areas whichever end comes first. */
function placeSpan(item: Item, channels: Names, isArea: boolean): void {
  for (const [start, end, middle, length] of [
    ["x", "x2", "xc", "width"],
    ["y", "y2", "yc", "height"],
  ] as const) {
    const number = (name: string): number => Number(item[name]);
    if (end in channels) {
      if (start in channels) {
        if (isArea && number(start) > number(end)) [item[start], item[end]] = [item[end], item[start]];
        item[length] = number(end) - number(start);
      } else item[start] = number(end) - (Number(item[length]) || 0);
    }
    if (middle in channels) item[start] = number(middle) - (Number(item[length]) || 0) / 2;
  }
}

function evaluated(node: Node, scope: Scope): unknown {
  const part = (name: string): unknown => evaluated(node[name] as Node, scope);
  switch (node.type) {
    case "Literal":
      return node["value"];
    case "Identifier":
      return nameIn(String(node["name"]), scope);
    case "MemberExpression":
      return memberOf(node, scope);
    case "ArrayExpression":
      return (node["elements"] as readonly Node[]).map((element) => evaluated(element, scope));
    case "ObjectExpression":
      return Object.fromEntries(
        (node["properties"] as readonly { readonly key: Node; readonly value: Node }[]).map(({ key, value }) => [
          String(key["name"] ?? key["value"]),
          evaluated(value, scope),
        ]),
      );
    case "ConditionalExpression":
      return part("test") ? part("consequent") : part("alternate");
    case "LogicalExpression":
      return node["operator"] === "&&" ? part("left") && part("right") : part("left") || part("right");
    case "UnaryExpression":
      return unary(String(node["operator"]), part("argument"));
    case "BinaryExpression":
      return binary(String(node["operator"]), part("left"), part("right"));
    case "CallExpression":
      return call(String((node["callee"] as Node)["name"]), node["arguments"] as readonly Node[], scope);
    default:
      throw unknown(node.type);
  }
}

function unknown(what: string): Error {
  return new Error(`A chart asks for "${what}", which analysis/charts/chart-expressions.ts does not know yet.`);
}

function nameIn(name: string, scope: Scope): unknown {
  if (name === "datum" || name === "item" || name === "event") return scope[name];
  if (name === "NaN") return Number.NaN;
  return scope.signals[`$${name}`];
}

/** Members of data alone: neither constructors nor prototypes can be reached by a chart. */
function memberOf(node: Node, scope: Scope): unknown {
  const object = evaluated(node["object"] as Node, scope);
  const property = node["property"] as Node;
  const name = node["computed"] === true ? String(evaluated(property, scope)) : String(property["name"]);
  if (object === null || object === undefined) return undefined;
  if (!Object.hasOwn(Object(object), name)) return undefined;
  return (object as Names)[name];
}

function unary(operator: string, value: unknown): unknown {
  switch (operator) {
    case "!":
      return !value;
    case "-":
      return -Number(value);
    case "+":
      return Number(value);
    default:
      throw unknown(operator);
  }
}

function binary(operator: string, left: unknown, right: unknown): unknown {
  const [one, other] = [left as number, right as number];
  switch (operator) {
    case "+":
      return one + other;
    case "-":
      return one - other;
    case "*":
      return one * other;
    case "/":
      return one / other;
    case "%":
      return one % other;
    case "===":
    case "==":
      return left === right || (operator === "==" && isNothing(left) && isNothing(right));
    case "!==":
    case "!=":
      return !binary(operator === "!=" ? "==" : "===", left, right);
    case "<":
      return one < other;
    case "<=":
      return one <= other;
    case ">":
      return one > other;
    case ">=":
      return one >= other;
    default:
      throw unknown(operator);
  }
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

const PLAIN: Readonly<Record<string, (...values: unknown[]) => unknown>> = {
  isNaN: (value) => Number.isNaN(Number(value)),
  isFinite: (value) => Number.isFinite(Number(value)),
  isValid: (value) => !isNothing(value) && !Number.isNaN(value),
  abs: (value) => Math.abs(Number(value)),
  ceil: (value) => Math.ceil(Number(value)),
  floor: (value) => Math.floor(Number(value)),
  round: (value) => Math.round(Number(value)),
  max: (...values) => Math.max(...values.map(Number)),
  min: (...values) => Math.min(...values.map(Number)),
  length: (value) => (value as string | readonly unknown[] | null)?.length,
};

function call(name: string, parts: readonly Node[], scope: Scope): unknown {
  if (name === "_scale" || name === "_bandwidth" || name === "_range") return ofScale(name, parts, scope);
  if (name === "if") return evaluated(parts[evaluated(parts[0] as Node, scope) ? 1 : 2] as Node, scope);
  const values = parts.map((part) => evaluated(part, scope));
  const own = scope.functions[name];
  if (typeof own === "function") return own.apply(scope.functions, values);
  const plain = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  if (plain === undefined) throw unknown(`${name}()`);
  return plain(...values);
}

/** Vega's own shorthand for a scale of the chart, which stands among the signals under "%" and its name. */
function ofScale(name: string, [scale, value]: readonly Node[], scope: Scope): unknown {
  const found = scope.signals[`%${String(scale?.["value"])}`];
  if (typeof found !== "function") throw unknown(`the scale ${String(scale?.["value"])}`);
  if (name === "_scale") return found(value === undefined ? undefined : evaluated(value, scope));
  const own: unknown = Reflect.get(found, name.slice(1));
  return typeof own === "function" ? own.call(found) : name === "_bandwidth" ? 0 : [];
}
