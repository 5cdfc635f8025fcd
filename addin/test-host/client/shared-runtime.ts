import { invalidArgument } from "../rich-api/host-error.ts";
import { type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";

/** Where the add-in's one runtime stands: shown as a pane, running unseen, or not at all (`OfficeCore.AppRuntimeState`). */
export type RuntimeState = "Inactive" | "Background" | "Visible";

/** The services behind `Office.addin`: what the add-in asked of Excel's window is kept here. Updates of the ribbon are not modelled. */
export class SharedRuntime {
  paneState: RuntimeState = "Background";
  /** What happens when the workbook is opened the next time (`Office.addin.setStartupBehavior`). */
  startState: RuntimeState = "Inactive";

  /** The service of a name, or null. */
  service(name: string): HostObject | null {
    if (name === "Microsoft.AppRuntime.AppRuntimeService") return host(RUNTIME_SERVICE, this);
    return name === "Microsoft.AppRuntime.AppRuntimePersistenceService" ? host(PERSISTENCE_SERVICE, this) : null;
  }
}

function stateOf(value: WireValue): RuntimeState {
  if (value !== "Inactive" && value !== "Background" && value !== "Visible") throw invalidArgument();
  return value;
}

const RUNTIME_SERVICE: HostType<SharedRuntime> = {
  name: "AppRuntimeService",
  methods: {
    getAppRuntimeState: ({ paneState }) => paneState,
    setAppRuntimeState: (runtime, args) => {
      runtime.paneState = stateOf(args.raw(0));
    },
  },
};

const PERSISTENCE_SERVICE: HostType<SharedRuntime> = {
  name: "AppRuntimePersistenceService",
  methods: {
    getAppRuntimeStartState: ({ startState }) => startState,
    setAppRuntimeStartState: (runtime, args) => {
      runtime.startState = stateOf(args.raw(0));
    },
  },
};
