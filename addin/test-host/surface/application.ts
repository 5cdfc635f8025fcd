import type { WorkbookModel } from "../model/workbook.ts";
import { invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import type { HostType } from "../rich-api/host-object.ts";

/** `Excel.Application`. Nothing is computed, so that suspending it changes nothing but is taken. */
export const APPLICATION: HostType<WorkbookModel> = {
  name: "Application",
  scalars: {
    calculationMode: {
      get: ({ calculationMode }) => calculationMode,
      set: (workbook, mode) => {
        if (mode !== "Automatic" && mode !== "AutomaticExceptTables" && mode !== "Manual") throw invalidArgument();
        workbook.calculationMode = mode;
      },
    },
    calculationState: { get: () => "Done" },
  },
  methods: {
    calculate: (_, args) => {
      if (!["Recalculate", "Full", "FullRebuild"].includes(args.text(0))) throw invalidArgument();
    },
    suspendApiCalculationUntilNextSync: () => {},
    suspendScreenUpdatingUntilNextSync: () => {},
  },
};

/** `Excel.Runtime`: whether this add-in hears events. */
export const RUNTIME: HostType<WorkbookModel> = {
  name: "Runtime",
  scalars: {
    enableEvents: {
      get: ({ events }) => events.enabled,
      set: ({ events }, value) => {
        events.enabled = value === true;
      },
    },
  },
};

/** `Excel.WorkbookProtection`: only whether the structure is protected. */
export const WORKBOOK_PROTECTION: HostType<WorkbookModel> = {
  name: "WorkbookProtection",
  scalars: { protected: { get: ({ structureProtected }) => structureProtected } },
  methods: {
    protect: () => {
      throw new NotModelled("WorkbookProtection.protect()");
    },
  },
};
