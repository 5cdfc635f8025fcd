import { RangeModel } from "../model/range.ts";
import type { CommentModel, SheetModel } from "../model/sheet.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { collectionMethods, type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { RANGE } from "./range.ts";

interface CommentScope {
  readonly workbook: WorkbookModel;
  readonly sheet?: SheetModel;
}

interface PlacedComment {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel;
  readonly comment: CommentModel;
}

/** Comments are read; nobody replies here, so that asking for replies finds none. */
const REPLIES: HostType<PlacedComment> = { name: "CommentReplyCollection", items: () => [] };

const COMMENT: HostType<PlacedComment> = {
  name: "Comment",
  id: { member: "Id", of: ({ comment }) => comment.id },
  scalars: {
    content: { get: ({ comment }) => comment.content },
    id: { get: ({ comment }) => comment.id },
  },
  navigations: { replies: (placed) => host(REPLIES, placed) },
  methods: {
    getLocation: ({ workbook, sheet, comment }) => host(RANGE, new RangeModel(workbook, sheet, comment.area)),
  },
};

function items({ workbook, sheet }: CommentScope): readonly HostObject[] {
  return workbook.sheets
    .filter((candidate) => sheet === undefined || candidate === sheet)
    .flatMap((at) => at.comments.map((comment) => host(COMMENT, { workbook, sheet: at, comment })));
}

function find(scope: CommentScope, key: WireValue): HostObject | null {
  return items(scope).find((item) => item.id()?.value === key) ?? null;
}

/** `Excel.CommentCollection` (ExcelApi 1.10), for reading. Notes came with 1.18 and are not modelled. */
export const COMMENTS: HostType<CommentScope> = {
  name: "CommentCollection",
  items,
  find,
  methods: collectionMethods(items, find),
};
