import type { ChartModel, SheetModel } from "../model/sheet.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { invalidArgument, NotModelled } from "../rich-api/host-error.ts";
import { collectionMethods, type HostObject, type HostType, host } from "../rich-api/host-object.ts";
import type { WireValue } from "../rich-api/wire.ts";
import { RANGE } from "./range.ts";
import { type BagShape, bagType, type SettingBag } from "./setting-bag.ts";

export interface PlacedSheet {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel;
}

interface PlacedChart extends PlacedSheet, SettingBag {
  readonly chart: ChartModel;
}

const AXIS: BagShape = {
  type: "ChartAxis",
  scalars: { maximum: null, minimum: null, numberFormat: "General", reversePlotOrder: false, visible: true },
  inner: { title: { type: "ChartAxisTitle", scalars: { text: "", visible: false } } },
};

/** What an add-in writes to a chart; it is kept, nothing is drawn. */
const SHAPE: BagShape = {
  type: "Chart",
  scalars: { height: 216, left: 0, top: 0, width: 360 },
  inner: {
    axes: { type: "ChartAxes", scalars: {}, inner: { categoryAxis: AXIS, valueAxis: AXIS } },
    dataLabels: { type: "ChartDataLabels", scalars: { numberFormat: "General", showValue: false } },
    legend: { type: "ChartLegend", scalars: { position: "Right", visible: true } },
    title: { type: "ChartTitle", scalars: { text: "", visible: true } },
  },
};

const BAG = bagType(SHAPE);

const CHART: HostType<PlacedChart> = {
  name: "Chart",
  kept: true,
  id: { member: "Id", of: ({ chart }) => chart.id },
  scalars: {
    ...BAG.scalars,
    chartType: { get: ({ chart }) => chart.chartType },
    id: { get: ({ chart }) => chart.id },
    name: {
      get: ({ chart }) => chart.name,
      set: (placed, name) => {
        if (typeof name !== "string" || name === "") throw invalidArgument();
        placed.check();
        placed.chart.name = name;
      },
    },
  },
  navigations: BAG.navigations ?? {},
  methods: {
    delete: ({ workbook, sheet, chart }) => {
      workbook.assertEditable(sheet, chart.source.area, "allowEditObjects");
      sheet.charts.splice(sheet.charts.indexOf(chart), 1);
    },
    setPosition: ({ chart, check }, args) => {
      check();
      chart.settings.set("position", [args.raw(0), args.raw(1)]);
    },
  },
};

function placed({ workbook, sheet }: PlacedSheet, chart: ChartModel): HostObject {
  const check = () => workbook.assertEditable(sheet, chart.source.area, "allowEditObjects");
  return host(CHART, { workbook, sheet, chart, settings: chart.settings, check });
}

function items(at: PlacedSheet): readonly HostObject[] {
  return at.sheet.charts.map((chart) => placed(at, chart));
}

function find(at: PlacedSheet, key: WireValue): HostObject | null {
  const chart = at.sheet.charts.find(({ name, id }) => name === key || id === key);
  return chart === undefined ? null : placed(at, chart);
}

const TYPES = [
  "BarClustered",
  "BarStacked",
  "ColumnClustered",
  "ColumnStacked",
  "Doughnut",
  "Line",
  "LineMarkers",
  "Pie",
  "XYScatter",
];

/** `Excel.ChartCollection`. The series of a chart come from its source; asking for them is NotModelled. */
export const CHARTS: HostType<PlacedSheet> = {
  name: "ChartCollection",
  items,
  find,
  scalars: { count: { get: ({ sheet }) => sheet.charts.length } },
  methods: {
    ...collectionMethods(items, find),
    add: (at, args) => {
      const source = args.object(1)?.as(RANGE) ?? null;
      if (source === null) throw invalidArgument();
      if (!TYPES.includes(args.text(0))) throw new NotModelled(`a chart of type ${args.text(0)}`);
      at.workbook.assertEditable(at.sheet, source.area, "allowEditObjects");
      const chart: ChartModel = {
        id: at.workbook.newId(),
        name: `Chart ${at.sheet.charts.length + 1}`,
        chartType: args.text(0),
        seriesBy: args.given(2) ? args.text(2) : "Auto",
        source: { sheet: source.sheet, area: source.area },
        settings: new Map(),
      };
      at.sheet.charts.push(chart);
      return placed(at, chart);
    },
  },
};
