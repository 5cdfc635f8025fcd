import { createRequire } from "node:module";
import officeAddins from "eslint-plugin-office-addins";

/** The TypeScript parser that the plugin brings along. */
const { parser } = createRequire(createRequire(import.meta.url).resolve("eslint-plugin-office-addins"))(
  "typescript-eslint",
);

/** Only the folder that names Office.js, and only the rules for it; all else is Biome's. */
export default [
  {
    files: ["addin/excel/**/*.ts"],
    ignores: ["**/*.test.ts"],
    languageOptions: { parser },
    plugins: { "office-addins": officeAddins },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"])),
  },
];
