import { addressOfArea, quotedSheet } from "../model/area.ts";
import type { RangeModel } from "../model/range.ts";
import { type HostObject, type HostType, host } from "../rich-api/host-object.ts";

export interface SeveralRanges {
  readonly ranges: readonly RangeModel[];
  readonly hosted: readonly HostObject[];
}

const RANGE_COLLECTION: HostType<SeveralRanges> = {
  name: "RangeCollection",
  items: ({ hosted }) => hosted,
  methods: { getCount: ({ hosted }) => hosted.length },
};

/** `Excel.RangeAreas` (ExcelApi 1.9), for reading where merged cells are. */
export const RANGE_AREAS: HostType<SeveralRanges> = {
  name: "RangeAreas",
  kept: true,
  scalars: {
    address: {
      get: ({ ranges }) =>
        ranges.map(({ sheet, area }) => `${quotedSheet(sheet.name)}!${addressOfArea(area)}`).join(","),
    },
    areaCount: { get: ({ ranges }) => ranges.length },
    cellCount: { get: ({ ranges }) => ranges.reduce((sum, { area }) => sum + area.rows * area.columns, 0) },
  },
  navigations: { areas: (several) => host(RANGE_COLLECTION, several) },
};
