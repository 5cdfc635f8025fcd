import type { WorkbookModel } from "../model/workbook.ts";
import { collectionMethods, type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";

interface PlacedSetting {
  readonly workbook: WorkbookModel;
  readonly key: string;
}

const SETTING: HostType<PlacedSetting> = {
  name: "Setting",
  id: { member: "_Id", of: ({ key }) => key },
  scalars: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ workbook, key }) => workbook.settings.get(key) ?? null,
      set: ({ workbook, key }, value) => {
        workbook.assertWritable();
        workbook.settings.set(key, value);
      },
    },
  },
  methods: {
    delete: ({ workbook, key }) => {
      workbook.assertWritable();
      workbook.settings.delete(key);
    },
  },
};

function items(workbook: WorkbookModel): readonly HostObject[] {
  return [...workbook.settings.keys()].map((key) => host(SETTING, { workbook, key }));
}

function find(workbook: WorkbookModel, key: WireValue): HostObject | null {
  return workbook.settings.has(String(key)) ? host(SETTING, { workbook, key: String(key) }) : null;
}

/** `Excel.SettingCollection`: kept in the file, readable by who has it. `add` sets what is there already. */
export const SETTINGS: HostType<WorkbookModel> = {
  name: "SettingCollection",
  items,
  find,
  methods: {
    ...collectionMethods(items, find),
    add: (workbook, args) => {
      workbook.assertWritable();
      workbook.settings.set(args.text(0), args.raw(1));
      return host(SETTING, { workbook, key: args.text(0) });
    },
  },
};
