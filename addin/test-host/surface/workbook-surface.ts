import { RangeModel } from "../model/range.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import type { BatchRoot } from "../rich-api/batch-executor.ts";
import { itemNotFound, NotModelled } from "../rich-api/host-error.ts";
import { type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import { APPLICATION, RUNTIME, WORKBOOK_PROTECTION } from "./application.ts";
import { COMMENTS } from "./comments.ts";
import { CUSTOM_XML_PARTS } from "./custom-xml.ts";
import { NAMES } from "./names.ts";
import { RANGE } from "./range.ts";
import { SETTINGS } from "./settings.ts";
import { TABLES } from "./table.ts";
import { WORKSHEETS } from "./worksheet.ts";

function eventRange(workbook: WorkbookModel, reference: string): HostObject | null {
  const place = workbook.eventPlaces.get(reference);
  return place === undefined ? null : host(RANGE, new RangeModel(workbook, place.sheet, place.area));
}

/** `Excel.Workbook`, and what the client's root object answers besides. */
const WORKBOOK: HostType<WorkbookModel> = {
  name: "Workbook",
  scalars: {
    name: { get: ({ name }) => name },
    readOnly: { get: ({ readOnly }) => readOnly },
  },
  navigations: {
    _Runtime: (workbook) => host(RUNTIME, workbook),
    application: (workbook) => host(APPLICATION, workbook),
    comments: (workbook) => host(COMMENTS, { workbook }),
    customXmlParts: (workbook) => host(CUSTOM_XML_PARTS, workbook),
    names: (workbook) => host(NAMES, workbook),
    protection: (workbook) => host(WORKBOOK_PROTECTION, workbook),
    settings: (workbook) => host(SETTINGS, workbook),
    tables: (workbook) => host(TABLES, { workbook }),
    worksheets: (workbook) => host(WORKSHEETS, workbook),
  },
  methods: {
    _GetRangeForEventByReferenceId: (workbook, args) => {
      const range = eventRange(workbook, args.text(0));
      if (range === null) throw itemNotFound();
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (workbook, args) => eventRange(workbook, args.text(0)),
    getActiveCell: (workbook) => {
      const cell = { ...workbook.selection, rows: 1, columns: 1 };
      return host(RANGE, new RangeModel(workbook, workbook.active, cell));
    },
    getSelectedRange: (workbook) => host(RANGE, new RangeModel(workbook, workbook.active, workbook.selection)),
  },
};

/** A service that the client makes by name; null for a name that it does not know. */
export type MakeService = (name: string) => HostObject | null;

/** Where the client's batches start for this workbook. */
export function workbookRoot(workbook: WorkbookModel, makeService: MakeService): BatchRoot {
  return {
    globalObject: host(WORKBOOK, workbook),
    newObject: (name) => {
      const service = makeService(name);
      if (service === null) throw new NotModelled(`the service ${name}`);
      return service;
    },
    afterBatch: () => workbook.events.flush(),
  };
}
