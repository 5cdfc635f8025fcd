import type pptxgen from "pptxgenjs";
import type { ChartBlock, NativeBars, TableBlock } from "../document/report-document.ts";
import type { ChartPicture } from "./chart-png.ts";
import { BAR_FORMATS, OFFICE_COLOURS, SERIES_COLOURS } from "./office-look.ts";
import { tableParts, tableWidth, wholeTable } from "./pptx-table.ts";
import { CAPTION, type SizedPart, SLIDE, type SlidePart, SMALLEST_READ } from "./slide-part.ts";

/** A picture's pixel at 14 points of text, in inches, and the least at which its words are read. */
const PIXEL = 1.35 / 96;
const LEAST_PIXEL = 1.1 / 96;
/** A table is put beside its chart where it takes no more of the slide's width than this. */
const BESIDE = 4.9;
const APART = 0.45;
const ROOM = SLIDE.bottom - SLIDE.top;

/**
 * A chart as bars of PowerPoint's own, else as the picture, with its table: beside it where there is room for both. Where
 * there is nothing to draw the table stands alone.
 */
export function chartParts(chart: ChartBlock, picture: ChartPicture | null): SizedPart[] {
  const { table, bars } = chart;
  const drawn = bars !== null && bars.names.length > 0 && bars.series.length > 0 ? bars : picture;
  if (drawn === null || drawn === undefined) return tableParts(table);
  const width = SLIDE.inner - Math.min(BESIDE, tableWidth(table, SMALLEST_READ) * 1.15) - APART;
  const fits = tableWidth(table, SMALLEST_READ) <= BESIDE && besideOf(table, SMALLEST_READ, width).height <= ROOM;
  if (fits && ("names" in drawn || drawn.width * LEAST_PIXEL <= width)) {
    return [
      (size) => {
        const [left, right] = [chartPart(chart, drawn, size, width), besideOf(table, size, width)];
        return {
          height: Math.max(left.height, right.height),
          caption: chart.title,
          put: (slide, y) => {
            left.put(slide, y);
            right.put(slide, y);
          },
        };
      },
    ];
  }
  return [(size) => chartPart(chart, drawn, size, SLIDE.inner), ...tableParts(table)];
}

/** The table to the right of a chart of a width, under its own caption. */
function besideOf(table: TableBlock, size: number, width: number): SlidePart {
  const x = SLIDE.left + width + APART;
  const room = SLIDE.inner - width - APART;
  const { height, put } = wholeTable(table, size, { x, room });
  const look = { fontSize: 14, bold: true, color: OFFICE_COLOURS.ink, margin: 0, valign: "top" as const };
  const captionHeight = Math.ceil((table.caption.length * 0.11) / room) * 0.25 + 0.08;
  return {
    height: height + captionHeight,
    caption: null,
    put: (slide, y) => {
      slide.addText(table.caption, { x, y, w: room, h: captionHeight, ...look });
      put(slide, y + captionHeight);
    },
  };
}

function chartPart(chart: ChartBlock, drawn: NativeBars | ChartPicture, size: number, width: number): SlidePart {
  const { title: caption, alternative } = chart;
  const most = ROOM - CAPTION;
  if ("names" in drawn) {
    const h = Math.min(most, ((0.6 + drawn.names.length * (0.16 + 0.24 * drawn.series.length)) * size) / 14);
    const put = (slide: pptxgen.Slide, y: number): void => putBars(slide, drawn, { y, h, w: width }, alternative, size);
    return { height: h + CAPTION, caption, put };
  }
  const scale = Math.min(width / drawn.width, most / drawn.height, (PIXEL * size) / 14);
  const [w, h] = [drawn.width * scale, drawn.height * scale];
  const data = `image/png;base64,${Buffer.from(drawn.png).toString("base64")}`;
  return {
    height: h + CAPTION,
    caption,
    put: (slide, y) => {
      slide.addImage({ data, x: SLIDE.left, y, w, h, altText: alternative });
    },
  };
}

/** A chart that PowerPoint draws itself, with its figures behind "Edit data". */
function putBars(
  slide: pptxgen.Slide,
  bars: NativeBars,
  { y, h, w }: { readonly y: number; readonly h: number; readonly w: number },
  altText: string,
  asked: number,
): void {
  const size = Math.min(asked, 16);
  const data = bars.series.map(({ name, values }) => ({
    name,
    labels: [...bars.names],
    // The library writes what is not a number as an empty cell.
    values: values.map((value) => value ?? Number.NaN),
  }));
  const format = BAR_FORMATS[bars.format];
  const options: pptxgen.IChartOpts = {
    ...{ x: SLIDE.left, y, w, h, altText },
    ...{ barDir: "bar", barGapWidthPct: 45, chartColors: SERIES_COLOURS.slice(0, bars.series.length) },
    ...{ showValue: true, dataLabelFormatCode: format, dataLabelFontSize: size, dataLabelColor: OFFICE_COLOURS.ink },
    ...{
      valAxisHidden: true,
      valAxisMinVal: 0,
      valGridLine: { style: "none" as const },
      valAxisLabelFormatCode: format,
    },
    ...{ catAxisLabelFontSize: size, catAxisLabelColor: OFFICE_COLOURS.ink, catGridLine: { style: "none" as const } },
    ...{ showLegend: bars.series.length > 1, legendPos: "b" as const, legendFontSize: size, showTitle: false },
  };
  // Office draws the first name at the bottom; ours stands on top. The library knows the word, its types do not.
  slide.addChart("bar", data, Object.assign(options, { catAxisOrientation: "maxMin" }));
}
