import type { WorkbookModel } from "../model/workbook.ts";
import { invalidArgument } from "../rich-api/host-error.ts";
import { collectionMethods, type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";

interface PlacedPart {
  readonly workbook: WorkbookModel;
  readonly id: string;
}

interface PartScope {
  readonly workbook: WorkbookModel;
  readonly namespace: string | null;
}

function namespaceOf(xml: string): string {
  return /<[\w:.-]+[^>]*?\sxmlns(?::\w+)?="([^"]*)"/.exec(xml)?.[1] ?? "";
}

function markup(xml: string): string {
  if (!/^\s*(?:<\?xml[^>]*\?>\s*)?<[\w:.-]+[\s\S]*>\s*$/.test(xml)) throw invalidArgument();
  return xml;
}

const PART: HostType<PlacedPart> = {
  name: "CustomXmlPart",
  id: { member: "Id", of: ({ id }) => id },
  scalars: {
    id: { get: ({ id }) => id },
    namespaceUri: { get: ({ workbook, id }) => namespaceOf(workbook.customXml.get(id) ?? "") },
  },
  methods: {
    delete: ({ workbook, id }) => {
      workbook.assertWritable();
      workbook.customXml.delete(id);
    },
    getXml: ({ workbook, id }) => workbook.customXml.get(id) ?? "",
    setXml: ({ workbook, id }, args) => {
      workbook.assertWritable();
      workbook.customXml.set(id, markup(args.text(0)));
    },
  },
};

function items({ workbook, namespace }: PartScope): readonly HostObject[] {
  return [...workbook.customXml]
    .filter(([, xml]) => namespace === null || namespaceOf(xml) === namespace)
    .map(([id]) => host(PART, { workbook, id }));
}

function find(scope: PartScope, key: WireValue): HostObject | null {
  return items(scope).find((item) => item.id()?.value === key) ?? null;
}

const SCOPED_PARTS: HostType<PartScope> = {
  name: "CustomXmlPartScopedCollection",
  items,
  find,
  methods: {
    ...collectionMethods(items, find),
    getOnlyItemOrNullObject: (scope) => {
      const [only, ...others] = items(scope);
      return only !== undefined && others.length === 0 ? only : null;
    },
  },
};

/** `Excel.CustomXmlPartCollection` (ExcelApi 1.5). */
export const CUSTOM_XML_PARTS: HostType<WorkbookModel> = {
  name: "CustomXmlPartCollection",
  items: (workbook) => items({ workbook, namespace: null }),
  find: (workbook, key) => find({ workbook, namespace: null }, key),
  methods: {
    ...collectionMethods<WorkbookModel>(
      (workbook) => items({ workbook, namespace: null }),
      (workbook, key) => find({ workbook, namespace: null }, key),
    ),
    add: (workbook, args) => {
      workbook.assertWritable();
      const xml = markup(args.text(0));
      const id = workbook.newId();
      workbook.customXml.set(id, xml);
      return host(PART, { workbook, id });
    },
    getByNamespace: (workbook, args) => host(SCOPED_PARTS, { workbook, namespace: args.text(0) }),
  },
};
