import type { SheetModel } from "../model/sheet.ts";

interface Printed {
  readonly orientation: string;
  readonly pagesWide: number;
  readonly titleRows: string;
  readonly titleColumns: string;
  /** Left, right, top, bottom, header, footer, in points. */
  readonly margins: readonly number[];
  readonly footer: string;
}

const SIDES = ["left", "right", "top", "bottom", "header", "footer"] as const;

function told({ orientation, pagesWide, titleRows, titleColumns, margins, footer }: Printed): string {
  const sides = margins.map((points) => Math.round(points * 10) / 10).join(" ");
  return `${orientation.toLowerCase()}, ${pagesWide} wide, repeats ${titleRows} ${titleColumns}, edges ${sides}, below ${footer}`;
}

function attributes(xml: string, element: string): (name: string) => string {
  const found = new RegExp(`<${element} [^>]*>`).exec(xml)?.[0] ?? "";
  return (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(found)?.[1] ?? "";
}

/** How a sheet of a file is printed, in one text; `workbookXml` is the part with the names that hold the repeated lines. */
export function pageInFile(xml: string, workbookXml: string, sheetIndex: number): string {
  const setup = attributes(xml, "pageSetup");
  const edges = attributes(xml, "pageMargins");
  const name = `<definedName name="_xlnm\\.Print_Titles" localSheetId="${sheetIndex}"[^>]*>([^<]*)<`;
  const lines = (new RegExp(name).exec(workbookXml)?.[1] ?? "").split(",").map((part) => part.split("!").at(-1) ?? "");
  return told({
    orientation: setup("orientation"),
    pagesWide: Number(setup("fitToWidth")),
    titleRows: lines.find((line) => /\d/.test(line)) ?? "",
    titleColumns: lines.find((line) => /[A-Z]/.test(line)) ?? "",
    margins: SIDES.map((side) => Number(edges(side)) * 72),
    footer: /<oddFooter>([^<]*)</.exec(xml)?.[1]?.replaceAll("&amp;", "&") ?? "",
  });
}

/** How a sheet of the test host is printed, in the same text. */
export function pageInExcel({
  orientation,
  zoom,
  margins,
  headersFooters,
  printTitleRows,
  printTitleColumns,
}: SheetModel): string {
  const { horizontalFitToPages } = zoom as { readonly horizontalFitToPages?: number };
  const below = (side: string) => headersFooters.get(`defaultForAllPages.${side}Footer`) ?? "";
  return told({
    orientation,
    pagesWide: horizontalFitToPages ?? 0,
    titleRows: printTitleRows,
    titleColumns: printTitleColumns,
    margins: SIDES.map((side) => margins[side] ?? 0),
    footer: `&L${below("left")}&R${below("right")}`,
  });
}
