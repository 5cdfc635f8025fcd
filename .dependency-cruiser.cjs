/** Who may import whom. Each rule's name is the sentence that a developer reads when it fails. */
const tests = "[.](system[.]|browser[.])?test[.]tsx?$";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "every-import-exists", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "sca-imports-only-sca",
      comment:
        "The domain is pure: no Node, no DOM, no package. Its tests may use vitest, fast-check and the examples.",
      severity: "error",
      from: { path: "^sca/", pathNot: tests },
      to: { pathNot: "^sca/" },
    },
    {
      name: "domain-tests-stay-in-the-domain",
      severity: "error",
      from: { path: `^sca/.*${tests}` },
      to: { path: "^(analysis|scripts)/", pathNot: "^analysis/(shared-examples|files/reading/)" },
    },
    {
      name: "understanding-comes-before-the-ledger",
      severity: "error",
      from: { path: "^sca/tracker/", pathNot: tests },
      to: { path: "^sca/(ledger|measures)/" },
    },
    {
      name: "medicare-and-rates-know-no-ledger",
      comment: "What Medicare pays and what a rate is worth is told without a workbook; the ledger asks them.",
      severity: "error",
      from: { path: "^sca/(medicare|rates)/", pathNot: tests },
      to: { path: "^sca/ledger/" },
    },
    {
      name: "contracting-knows-no-ledger",
      comment: "What is asked of a payer is told from counted requests; how a workbook holds them is the ledger's.",
      severity: "error",
      from: { path: "^sca/contracting/", pathNot: tests },
      to: { path: "^sca/(ledger|tracker/(?!tracked-case))" },
    },
    {
      name: "adequacy-knows-no-ledger",
      comment: "What a network owes is law; how a workbook holds plans and attempts is the ledger's.",
      severity: "error",
      from: { path: "^sca/adequacy/", pathNot: tests },
      to: { pathNot: "^sca/(adequacy|contracting|measures|values)/" },
    },
    {
      name: "values-stand-alone",
      severity: "error",
      from: { path: "^sca/values/", pathNot: tests },
      to: { pathNot: "^sca/values/" },
    },
    {
      name: "only-analysis-files-touches-file-packages",
      severity: "error",
      from: { pathNot: "^(analysis/files/|scripts/make-samples[.])" },
      to: { path: "^node_modules/(fflate|saxes|@e965/xlsx|papaparse)/" },
    },
    {
      name: "only-charts-draw",
      severity: "error",
      from: { pathNot: "^analysis/charts/" },
      to: { path: "^node_modules/vega" },
    },
    {
      name: "only-analysts-use-arquero",
      comment: "arquero makes code of its expressions, which the pane's content policy forbids.",
      severity: "error",
      from: { pathNot: "^(analysis/(frames|scripts|notebooks)|scripts/bench/pipelines)/" },
      to: { path: "^node_modules/arquero/" },
    },
    {
      name: "frames-and-scripts-stay-out-of-the-pane",
      severity: "error",
      from: { path: "^(addin|sca|analysis/(charts|report|commands|files))/" },
      to: { path: "^analysis/(frames|scripts)/" },
    },
    {
      name: "only-the-engine-asks-a-database",
      severity: "error",
      from: { pathNot: "^(analysis/engine/|analysis/testing/staged-folder|scripts/bench/)" },
      to: { path: "^node_modules/@duckdb/" },
    },
    {
      name: "only-tests-ask-for-examples",
      severity: "error",
      from: { pathNot: `${tests}|^scripts/` },
      to: { path: "^analysis/shared-examples" },
    },
    {
      name: "notebooks-run-in-a-browser",
      comment:
        "What a notebook's page holds is bundled for a browser that loads nothing; the builder in scripts reads the ledger for it.",
      severity: "error",
      from: { path: "^analysis/notebooks/", pathNot: tests },
      to: { pathNot: "^(sca|analysis/(notebooks|charts|report))/" },
    },
    {
      name: "addin-imports-what-a-browser-can-run",
      comment:
        "The pane takes the domain, the charts, the report, and the reading of Medicare's downloads from bytes; only its tests and their host read and write files.",
      severity: "error",
      from: { path: "^addin/", pathNot: `${tests}|^addin/test-host/` },
      to: {
        path: "^(analysis|scripts)/",
        pathNot:
          "^analysis/(charts|report)/|^analysis/medicare/(official-forms|settle-official-files|held-words)[.]ts|^analysis/user-problem[.]ts",
      },
    },
    {
      name: "only-tests-use-the-test-host",
      severity: "error",
      from: { pathNot: `${tests}|^addin/test-host/|^vitest[.]config|^scripts/(screenshots|bench-excel)[.]` },
      to: { path: "^addin/test-host/", pathNot: "^addin/test-host/gate/" },
    },
    {
      name: "only-the-composition-root-joins-excel",
      comment: "Views know the workbook by its interface; only the pane's main module names what stands behind it.",
      severity: "error",
      from: { path: "^addin/", pathNot: `${tests}|^addin/(excel|test-host)/|^addin/taskpane/main[.]tsx$` },
      to: { path: "^addin/excel/", pathNot: "^addin/excel/(excel-workbook|office-shell)[.]ts$" },
    },
    {
      name: "nobody-but-the-addin-imports-the-addin",
      severity: "error",
      from: { path: "^(sca|analysis)/" },
      to: { path: "^addin/" },
    },
    {
      name: "nothing-imports-a-test",
      severity: "error",
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: "nothing-shipped-uses-a-development-package",
      severity: "error",
      from: { path: "^(sca|analysis|addin)/", pathNot: `${tests}|^addin/test-host/` },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
    exclude: { path: "^(out|coverage)/" },
  },
};
