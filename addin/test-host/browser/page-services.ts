import type { CustomFunctionHost } from "../client/custom-function-host.ts";
import type { SharedRuntime } from "../client/shared-runtime.ts";
import { type HostType, host } from "../rich-api/host-object.ts";
import type { MakeService } from "../surface/workbook-surface.ts";

/** The services of a whole page by the names under which the client makes them: those of the realm in Node, and one more. */
export function pageServices(functions: CustomFunctionHost, runtime: SharedRuntime): MakeService {
  return (name) => {
    if (name === "Microsoft.ExcelServices.CustomFunctions") return functions.service;
    return name === "Microsoft.InternalService.AddinInternalService" ? host(READY, null) : runtime.service(name);
  };
}

/** What office.js tells once the ribbon's functions can be called. */
const READY: HostType<null> = { name: "AddinInternalService", methods: { notifyActionHandlerReady: () => {} } };
