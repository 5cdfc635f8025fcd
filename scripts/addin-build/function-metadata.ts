import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** The files whose functions have @customfunction in their comment. */
const FILES = ["deadline-functions.ts", "share-functions.ts", "rate-functions.ts", "medicare-functions.ts"];

/** What Excel is told of the custom functions. */
export interface FunctionMetadata {
  /** functions.json. */
  readonly json: string;
  readonly functions: readonly DescribedFunction[];
  /** Id and name in the code. */
  readonly associated: readonly { readonly id: string; readonly functionName: string }[];
}

/** A function as functions.json describes it. */
export interface DescribedFunction {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean }[];
}

/** Reads the comments of the custom functions. Throws with everything that is wrong in them: the tool itself would only print it. */
export async function functionMetadata(root: string): Promise<FunctionMetadata> {
  const files = FILES.map((file) => join(root, "addin", "functions", file));
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(files, false);
  if (errors.length > 0) throw new Error(`The custom functions are described wrongly:\n${errors.join("\n")}`);
  const { functions } = JSON.parse(metadataJson) as { readonly functions: readonly DescribedFunction[] };
  return {
    json: `${metadataJson}\n`,
    functions,
    associated: associate.map(({ id, functionName }) => ({ id, functionName })),
  };
}
