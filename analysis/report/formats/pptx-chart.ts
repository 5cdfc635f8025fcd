import type pptxgen from "pptxgenjs";
import type { ChartBlock, NativeBars } from "../document/report-document.ts";
import type { ChartPicture } from "./chart-png.ts";
import { BAR_FORMATS, OFFICE_COLOURS, SERIES_COLOURS } from "./office-look.ts";
import { SLIDE, type SlidePart } from "./slide-part.ts";

/** A chart under its title: bars of PowerPoint's own, else the picture, else nothing. */
export function chartPart(chart: ChartBlock, picture: ChartPicture | null): SlidePart[] {
  const { bars, title, alternative } = chart;
  const head = (slide: pptxgen.Slide, y: number): void => {
    slide.addText(title, {
      x: SLIDE.left,
      y,
      w: SLIDE.inner,
      h: 0.32,
      fontSize: 14,
      bold: true,
      color: OFFICE_COLOURS.ink,
      margin: 0,
    });
  };
  if (bars !== null && bars.names.length > 0 && bars.series.length > 0) {
    const height = Math.min(4.9, 0.7 + bars.names.length * (0.14 + 0.24 * bars.series.length));
    return [
      {
        height: height + 0.4,
        put: (slide, y) => {
          head(slide, y);
          putBars(slide, bars, { y: y + 0.4, h: height }, alternative);
        },
      },
    ];
  }
  if (picture === null) return [];
  const scale = Math.min(SLIDE.inner / picture.width, 4.6 / picture.height, 1.45 / 96);
  const [w, h] = [picture.width * scale, picture.height * scale];
  const data = `image/png;base64,${Buffer.from(picture.png).toString("base64")}`;
  return [
    {
      height: h + 0.4,
      put: (slide, y) => {
        head(slide, y);
        slide.addImage({ data, x: SLIDE.left, y: y + 0.4, w, h, altText: alternative });
      },
    },
  ];
}

/** A chart that PowerPoint draws itself, with its figures behind "Edit data". */
function putBars(
  slide: pptxgen.Slide,
  bars: NativeBars,
  { y, h }: { readonly y: number; readonly h: number },
  altText: string,
): void {
  const data = bars.series.map(({ name, values }) => ({
    name,
    labels: [...bars.names],
    // The library writes what is not a number as an empty cell.
    values: values.map((value) => value ?? Number.NaN),
  }));
  const format = BAR_FORMATS[bars.format];
  const options: pptxgen.IChartOpts = {
    ...{ x: SLIDE.left, y, w: SLIDE.inner, h, altText },
    ...{ barDir: "bar", barGapWidthPct: 45, chartColors: SERIES_COLOURS.slice(0, bars.series.length) },
    ...{ showValue: true, dataLabelFormatCode: format, dataLabelFontSize: 11, dataLabelColor: OFFICE_COLOURS.ink },
    ...{
      valAxisHidden: true,
      valAxisMinVal: 0,
      valGridLine: { style: "none" as const },
      valAxisLabelFormatCode: format,
    },
    ...{ catAxisLabelFontSize: 11, catAxisLabelColor: OFFICE_COLOURS.ink, catGridLine: { style: "none" as const } },
    ...{ showLegend: bars.series.length > 1, legendPos: "b" as const, legendFontSize: 11, showTitle: false },
  };
  // Office draws the first name at the bottom; ours stands on top. The library knows the word, its types do not.
  slide.addChart("bar", data, Object.assign(options, { catAxisOrientation: "maxMin" }));
}
