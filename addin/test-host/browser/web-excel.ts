import type { Browser, BrowserContext, Page } from "playwright-core";
import type { AddinPage } from "../../../scripts/addin-build/build-pages.ts";
import { CustomFunctionHost } from "../client/custom-function-host.ts";
import { ExcelHost } from "../client/excel-host.ts";
import { LTSC_2021, type RequirementSets } from "../client/requirement-sets.ts";
import { SharedRuntime } from "../client/shared-runtime.ts";
import { UserEdits } from "../model/user-edits.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { EXCEL_ADDRESS, EXCEL_ORIGIN } from "./excel-page.ts";
import { type Requests, routePages } from "./page-routes.ts";
import { pageServices } from "./page-services.ts";
import { PaneConnection } from "./pane-connection.ts";
import { asSeenByOthers } from "./seen-by-others.ts";
import { wacRequest } from "./wac-message.ts";
import { type Watched, watchPages } from "./watch-pages.ts";
import { WebPane } from "./web-pane.ts";

/** How the browser shows pages to this person. */
export interface Looks {
  /** Office's theme, and the colours of the system with it. */
  readonly theme?: "light" | "dark";
  /** Windows' high contrast. */
  readonly forcedColors?: boolean;
  /** Of the pane, in CSS pixels. Excel on the web begins at about 350. */
  readonly width?: number;
}

export interface WebExcelOptions extends Looks {
  readonly sets?: RequirementSets;
  readonly payloadLimit?: number;
  /** The day and time of the person's computer. */
  readonly now?: Date;
}

/** Where everybody in the tests lives, and when: the tests have the same worklist every day. */
const NOW = new Date("2026-03-16T09:00:00-05:00");
const ZONE = "America/Chicago";

/** One workbook open in Excel on the web, with the add-in's built pages in frames beside it. */
export class WebExcel {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly workbook: WorkbookModel;
  /** What people do in the workbook meanwhile. */
  readonly user: UserEdits;
  readonly requests: Requests;
  readonly watched: Watched;
  readonly #options: WebExcelOptions;
  readonly #panes: WebPane[] = [];
  #answering: WebPane | null = null;

  private constructor(
    page: Page,
    workbook: WorkbookModel,
    records: { readonly requests: Requests; readonly watched: Watched },
    options: WebExcelOptions,
  ) {
    this.page = page;
    this.context = page.context();
    this.workbook = workbook;
    this.user = new UserEdits(workbook);
    this.requests = records.requests;
    this.watched = records.watched;
    this.#options = options;
  }

  /**
   * Opens a workbook in a browser profile of its own, which `close` throws away.
   *
   * @example const excel = await WebExcel.open(browser, built, seedWorkbook([{ name: "SCA log" }]))
   */
  static async open(browser: Browser, built: string, workbook: WorkbookModel, options: WebExcelOptions = {}) {
    const { theme = "light", forcedColors = false, width = 350 } = options;
    const context = await browser.newContext({
      ...{ colorScheme: theme, forcedColors: forcedColors ? "active" : "none", reducedMotion: "reduce" },
      ...{ viewport: { width, height: 800 }, timezoneId: ZONE, locale: "en-US", acceptDownloads: true },
    });
    context.setDefaultTimeout(10_000);
    const requests = await routePages(context, built);
    const watched = await watchPages(context);
    await context.addInitScript(shiftedClock((options.now ?? NOW).getTime() - Date.now()));
    const page = await context.newPage();
    const excel = new WebExcel(page, workbook, { requests, watched }, options);
    await page.exposeFunction("excelHeard", (text: string) => excel.#heard(text));
    await page.goto(EXCEL_ADDRESS);
    return excel;
  }

  /** Opens the add-in's pane; a second one is a co-author's, in the same workbook. */
  async openPane(page: AddinPage = "taskpane"): Promise<WebPane> {
    const id = `pane${this.#panes.length + 1}`;
    const { sets = LTSC_2021, payloadLimit, theme, width = 350 } = this.#options;
    const functions = new CustomFunctionHost(this.workbook.events);
    const runtime = new SharedRuntime();
    const excel = new ExcelHost(this.workbook, {
      makeService: pageServices(functions, runtime),
      ...(payloadLimit === undefined ? {} : { payloadLimit }),
    });
    const post = (text: string) => this.#post(id, text);
    const connection = new PaneConnection({ id, excel, sets, origin: EXCEL_ORIGIN, post });
    const pane = new WebPane(this.page, { id, connection, excel, functions, runtime });
    this.#panes.push(pane);
    this.workbook.events.listen((entries, muted) => {
      const isByOther = this.#answering !== null && this.#answering !== pane;
      connection.tell(isByOther ? [...entries, ...muted].map(asSeenByOthers) : entries);
    });
    await pane.load(width, page);
    if (theme !== undefined) await pane.putTheme(theme);
    return pane;
  }

  /** Of one pane, in CSS pixels. */
  get width(): number {
    return this.#options.width ?? 350;
  }

  /** How high the highest pane would have to be to show everything. */
  async heightOfPanes(): Promise<number> {
    const heights = this.#panes.map(({ frame }) => frame.evaluate(() => document.documentElement.scrollHeight));
    return Math.max(0, ...(await Promise.all(heights)));
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  #heard(text: string): void {
    const message = wacRequest(text);
    const pane = this.#panes.find(({ id }) => id === message?._conversationId);
    if (message === null || pane === undefined) return;
    this.#answering = pane;
    try {
      pane.connection.hear(message);
    } finally {
      this.#answering = null;
    }
  }

  #post(id: string, text: string): void {
    const sent = this.page.evaluate(
      ([frame, message]) => {
        const found = document.querySelector(`iframe[name=${frame}]`);
        (found as HTMLIFrameElement | null)?.contentWindow?.postMessage(message, "*");
      },
      [id, text] as const,
    );
    // The page may be closed while an answer is under way.
    sent.catch(() => {});
  }
}

/** The clock of the page runs as ever, on another day. As text: what compiles the tests may not touch what runs in a page. */
function shiftedClock(by: number): string {
  return `{
    const now = Date.now.bind(Date);
    Date.now = () => now() + ${by};
    globalThis.Date = new Proxy(Date, {
      construct: (real, given) => (given.length === 0 ? new real(now() + ${by}) : Reflect.construct(real, given)),
    });
  }`;
}
