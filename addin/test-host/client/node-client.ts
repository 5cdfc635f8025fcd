import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";
import type { EventEntry } from "../model/events.ts";
import { UserEdits } from "../model/user-edits.ts";
import { WorkbookModel } from "../model/workbook.ts";
import { CustomFunctionHost } from "./custom-function-host.ts";
import { ExcelHost } from "./excel-host.ts";
import { hasRequirementSet, LTSC_2021, type RequirementSets } from "./requirement-sets.ts";
import { type AppCommandManager, RibbonHost } from "./ribbon-host.ts";
import { SharedRuntime } from "./shared-runtime.ts";

/** The file of the package that Excel on the web loads. It is run as it is. */
const CLIENT_FILE = "@microsoft/office-js/dist/excel-web-16.00.js";

/** Microsoft's client in a realm of its own, with a workbook behind it. */
export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  readonly workbook: WorkbookModel;
  readonly host: ExcelHost;
  readonly traffic: ExcelHost["traffic"];
  readonly functions: CustomFunctionHost;
  readonly ribbon: RibbonHost;
  /** What the add-in asked of its pane. */
  readonly runtime: SharedRuntime;
  /** What people do in the workbook meanwhile. */
  readonly user: UserEdits;
  /** Waits until the events sent so far have reached their handlers, and what these began is answered. */
  settle(): Promise<void>;
}

export interface ClientOptions {
  /** What this Excel supports; Office LTSC 2021 unless told. */
  readonly sets?: RequirementSets;
  readonly payloadLimit?: number;
  /** `Office.context.officeTheme`; light unless told. */
  readonly theme?: Office.OfficeTheme;
}

const LIGHT_THEME = {
  bodyBackgroundColor: "#FFFFFF",
  bodyForegroundColor: "#262626",
  controlBackgroundColor: "#FFFFFF",
  controlForegroundColor: "#262626",
} as unknown as Office.OfficeTheme;

const IN_EXCEL = { host: "Excel", platform: "OfficeOnline" } as const;

/** What stands in the realm once the client has run. */
interface ClientRealm {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension & { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  CustomFunctions: typeof CustomFunctions;
  OSF: { _OfficeAppFactory: unknown };
  OfficeExt: { AppCommand: { AppCommandManager: { instance(): AppCommandManager } } };
}

interface ClientMessage {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: unknown };
}

/** The table of functions by upper-case id that the loader, office.js, makes before the client runs. */
function association() {
  const mappings: { [id: string]: unknown } = {};
  const associate = (id: string | { readonly [id: string]: unknown }, run?: unknown) => {
    const all = typeof id === "string" ? { [id]: run } : id;
    for (const [name, value] of Object.entries(all)) mappings[name.toUpperCase()] = value;
  };
  return { _association: { mappings, associate, onchange: () => {} }, associate };
}

let compiled: vm.Script | null = null;

function clientScript(): vm.Script {
  if (compiled === null) {
    const file = createRequire(import.meta.url).resolve(CLIENT_FILE);
    compiled = new vm.Script(readFileSync(file, "utf8"), { filename: file });
  }
  return compiled;
}

/** The string channel that the client takes for a native host's where it finds it before it loads. */
function nativeBridge(host: ExcelHost, workbook: WorkbookModel) {
  const bridge = {
    onMessageFromHost: (_text: string): void => {},
    sendMessageToHost: (text: string): void => {
      const { id, type, message } = JSON.parse(text) as ClientMessage;
      if (type !== 1) return;
      setImmediate(() => {
        const { statusCode, body } = host.process(JSON.stringify(message.body));
        const answer = statusCode === 200 ? (JSON.parse(body) as unknown) : body;
        bridge.onMessageFromHost(JSON.stringify({ id, type: 2, message: { statusCode, headers: {}, body: answer } }));
      });
    },
  };
  workbook.events.listen((entries: readonly EventEntry[]) => {
    if (entries.length === 0) return;
    setImmediate(() => bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } })));
  });
  return bridge;
}

/**
 * Loads the client anew in a realm of its own and joins it to the workbook. JSON, errors and promises are the test's own,
 * so that values, `instanceof Error` and `await` work across the two realms; collections (`items`) stay the realm's:
 * compare them by `toEqual`.
 *
 * @example const { Excel, workbook, traffic } = excelClient(); await Excel.run(async (context) => { … })
 */
export function excelClient(workbook: WorkbookModel = blankWorkbook(), options: ClientOptions = {}): OfficeClient {
  const { sets = LTSC_2021, theme = LIGHT_THEME } = options;
  const functions = new CustomFunctionHost(workbook.events);
  const runtime = new SharedRuntime();
  const makeService = (name: string) => {
    return name === "Microsoft.ExcelServices.CustomFunctions" ? functions.service : runtime.service(name);
  };
  const limit = options.payloadLimit === undefined ? {} : { payloadLimit: options.payloadLimit };
  const host = new ExcelHost(workbook, { makeService, ...limit });
  const actions = association();
  const sandbox: { [name: string]: unknown } = {
    ...{ JSON, Error, Promise, URL, console, performance, queueMicrotask },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval },
    _richApiNativeBridge: nativeBridge(host, workbook),
    navigator: { userAgent: "node" },
    location: new URL("https://localhost/"),
    Office: { actions },
    CustomFunctions: association(),
  };
  sandbox["window"] = sandbox;
  sandbox["self"] = sandbox;
  vm.createContext(sandbox);
  clientScript().runInContext(sandbox);
  const realm = sandbox as unknown as ClientRealm;
  // What the loader adds to the client's namespace.
  Object.assign(realm.Office, {
    actions: { ...realm.Office.actions, ...actions },
    HostType: { Excel: "Excel" },
    onReady: async (ready?: (info: typeof IN_EXCEL) => void) => {
      ready?.(IN_EXCEL);
      return IN_EXCEL;
    },
  });
  // The client ships this check of its own gates switched off; a real older Excel refuses by itself.
  realm.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const isSetSupported = (name: string, version?: string) => hasRequirementSet(sets, name, version);
  const context = {
    ...IN_EXCEL,
    officeTheme: theme,
    ...{ contentLanguage: "en-US", displayLanguage: "en-US" },
    requirements: { isSetSupported },
  };
  realm.OSF._OfficeAppFactory = {
    getContext: () => context,
    getHostInfo: () => ({ hostPlatform: "web", hostType: "excel" }),
    getLoadScriptHelper: () => ({ getUseAssociatedActionsOnlyDefined: () => true }),
  };
  const ribbon = new RibbonHost(realm.OfficeExt.AppCommand.AppCommandManager.instance());
  const { Excel, Office, OfficeExtension, CustomFunctions } = realm;
  return {
    Excel,
    Office,
    OfficeExtension,
    CustomFunctions,
    workbook,
    host,
    traffic: host.traffic,
    functions,
    ribbon,
    runtime,
    user: new UserEdits(workbook),
    settle,
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A workbook with one empty sheet, Sheet1. */
export function blankWorkbook(): WorkbookModel {
  const workbook = new WorkbookModel();
  workbook.addSheet("Sheet1");
  return workbook;
}
