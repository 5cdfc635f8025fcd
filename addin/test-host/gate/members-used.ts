import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { isLater, type RequirementSet, requirementSetOf } from "./requirement-set-of.ts";

/** A member of the Excel API that a file names, in code or in the text of a `load`. */
export interface MemberUse {
  /** "Table.resize". */
  readonly member: string;
  readonly set: RequirementSet | null;
  /** "addin/excel/read-sheets.ts:31". */
  readonly place: string;
  /** The file asks `isSetSupported`, or the session's `has`, for the set or a later one. */
  readonly isFeatureTested: boolean;
}

const DECLARATIONS = "@types/office-js/index.d.ts";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ["office-js"],
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
};

/** Reads Microsoft's declarations only as far as Excel: Word and the others after it take as long again. */
function compilerHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const readFile = host.readFile.bind(host);
  host.readFile = (file) => {
    const text = readFile(file);
    const end = file.endsWith(DECLARATIONS) ? (text?.indexOf("\ndeclare namespace Word ") ?? -1) : -1;
    return end < 0 ? text : text?.slice(0, end);
  };
  return host;
}

/** The sources of a folder that ship: no tests. */
export function shippedSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** "Range.values" for a symbol that the namespace Excel declares. */
function excelMember(symbol: ts.Symbol | undefined): string | null {
  const declaration = symbol?.declarations?.[0];
  const owner = declaration?.parent;
  if (declaration === undefined || owner === undefined || !("name" in owner)) return null;
  const file = declaration.getSourceFile().fileName;
  if (!file.endsWith(DECLARATIONS)) return null;
  for (let at: ts.Node | undefined = owner; at !== undefined; at = at.parent) {
    if (ts.isModuleDeclaration(at) && at.name.text === "Excel") {
      return `${(owner.name as ts.Identifier).text}.${symbol?.name}`;
    }
  }
  return null;
}

/** What a text of `load` names: "items/name,count". */
function loadedMembers(call: ts.CallExpression, checker: ts.TypeChecker): readonly string[] {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== "load") return [];
  const [argument] = call.arguments;
  if (argument === undefined) return [];
  const literals = ts.isArrayLiteralExpression(argument) ? [...argument.elements] : [argument];
  const receiver = checker.getTypeAtLocation(call.expression.expression);
  return literals.filter(ts.isStringLiteralLike).flatMap(({ text }) =>
    text.split(",").flatMap((path) => {
      const members: string[] = [];
      let type: ts.Type | undefined = receiver;
      for (const step of path.trim().split("/")) {
        const property: ts.Symbol | undefined = type?.getProperty(step);
        const member = excelMember(property);
        if (member === null || property === undefined)
          return [...members, `${checker.typeToString(type ?? receiver)}.${step}`];
        members.push(member);
        const next: ts.Type = checker.getTypeOfSymbol(property);
        type = step === "items" ? next.getNumberIndexType() : next;
      }
      return members;
    }),
  );
}

/**
 * Every member of the Excel API that these files name, with the set that it needs. A text of `load` that names no member
 * is there too, without a set.
 *
 * @example membersUsed(shippedSources("addin/excel")).filter(({ set }) => set !== null && isLater(set, "1.14"))
 */
export function membersUsed(files: readonly string[]): readonly MemberUse[] {
  const program = ts.createProgram({ rootNames: [...files], options: OPTIONS, host: compilerHost() });
  const checker = program.getTypeChecker();
  const uses: MemberUse[] = [];
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source === undefined) continue;
    const asked = [...source.text.matchAll(/(?:isSetSupported\(\s*"ExcelApi",\s*|\bhas\()"([\d.]+)"/g)].map(
      ([, version]) => version ?? "",
    );
    const add = (member: string, node: ts.Node) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      const set = requirementSetOf(member);
      const isFeatureTested = set !== null && asked.some((version) => !isLater(set, version));
      uses.push({ member, set, place: `${relative(process.cwd(), file)}:${line + 1}`, isFeatureTested });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) {
        const inPattern = ts.isBindingElement(node.parent) && (node.parent.propertyName ?? node.parent.name) === node;
        const symbol = inPattern
          ? checker.getTypeAtLocation(node.parent.parent).getProperty(node.text)
          : checker.getSymbolAtLocation(node);
        const member = excelMember(symbol);
        if (member !== null) add(member, node);
      }
      if (ts.isCallExpression(node)) for (const member of loadedMembers(node, checker)) add(member, node);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}
