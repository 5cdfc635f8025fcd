import type { Frame, Locator, Page } from "playwright-core";
import type { AddinPage } from "../../../scripts/addin-build/build-pages.ts";
import type { PaneView } from "../../commands/pane-view.ts";
import { VIEW_LABELS } from "../../taskpane/frame/view-labels.ts";
import type { CustomFunctionHost } from "../client/custom-function-host.ts";
import type { ExcelHost } from "../client/excel-host.ts";
import type { CommandOutcome } from "../client/ribbon-host.ts";
import type { SharedRuntime } from "../client/shared-runtime.ts";
import { paneAddress } from "./excel-page.ts";
import type { PaneConnection } from "./pane-connection.ts";

interface PaneParts {
  readonly id: string;
  readonly connection: PaneConnection;
  readonly excel: ExcelHost;
  readonly functions: CustomFunctionHost;
  readonly runtime: SharedRuntime;
}

/** Excel shows the user a message after a few seconds; the machine of the tests may be slow. */
const PATIENCE = 5_000;

/** Ground and text of Office's own themes White and Black. */
const THEME_COLOURS = { light: ["#FFFFFF", "#262626"], dark: ["#262626", "#FFFFFF"] } as const;

/** The add-in's pane in its frame, and what Excel knows of it. */
export class WebPane {
  readonly id: string;
  readonly connection: PaneConnection;
  readonly excel: ExcelHost;
  readonly functions: CustomFunctionHost;
  readonly runtime: SharedRuntime;
  readonly #page: Page;
  #frame: Frame | null = null;

  constructor(page: Page, parts: PaneParts) {
    this.#page = page;
    this.id = parts.id;
    this.connection = parts.connection;
    this.excel = parts.excel;
    this.functions = parts.functions;
    this.runtime = parts.runtime;
  }

  /** What is in the pane. */
  get frame(): Frame {
    if (this.#frame === null) throw new Error(`${this.id} is not loaded`);
    return this.#frame;
  }

  /** Presses the ribbon's button of this function, and tells how it ended. */
  press(functionName: string, patience: number = PATIENCE): Promise<CommandOutcome> {
    return this.connection.press(functionName, patience);
  }

  /** What the view that is shown holds. */
  get view(): Locator {
    return this.frame.locator("main [role=tabpanel]:not([hidden])");
  }

  /** The heading of the view that is shown. */
  heading(): Promise<string | null> {
    return this.view.getByRole("heading", { level: 2 }).first().textContent();
  }

  /** Opens a view by its tab, or by the menu of those that have no room, and waits until it is there. */
  async open(view: PaneView): Promise<void> {
    const tab = this.frame.getByRole("tab", { name: VIEW_LABELS[view], exact: true });
    if ((await tab.count()) > 0) await tab.click();
    else {
      await this.frame.getByRole("button", { name: "More views" }).click();
      await this.frame.getByRole("menuitem", { name: VIEW_LABELS[view], exact: true }).click();
    }
    await this.view.getByRole("heading", { level: 2, name: VIEW_LABELS[view], exact: true }).waitFor();
    await this.settled();
  }

  /** Waits until the view that is shown is no longer busy. */
  async settled(): Promise<void> {
    await this.frame.waitForFunction(
      () => document.querySelector("main [role=progressbar], main [aria-busy=true]") === null,
    );
  }

  /**
   * Changes Office's theme. The client of the package tells none on the web, and that it tells later ones by the focus
   * coming back is our belief.
   */
  async putTheme(theme: "light" | "dark"): Promise<void> {
    await this.frame.evaluate(([background, foreground]) => {
      const officeTheme = { bodyBackgroundColor: background, bodyForegroundColor: foreground };
      Object.defineProperty(Office.context, "officeTheme", { value: officeTheme, configurable: true });
      window.dispatchEvent(new Event("focus"));
    }, THEME_COLOURS[theme]);
    await this.frame.locator(`[data-theme=${theme}]`).waitFor();
  }

  /** Puts the frame into the page and waits until office.js has answered the add-in and the pane is drawn. */
  async load(width: number, page: AddinPage): Promise<void> {
    await this.#page.evaluate(
      ([name, address, pixels]) => {
        const frame = document.createElement("iframe");
        frame.name = name;
        frame.title = "SCA Ledger";
        frame.style.cssText = `width:${pixels}px;height:100%`;
        frame.src = address;
        document.body.append(frame);
      },
      [this.id, paneAddress(this.id, page), width] as const,
    );
    const element = await this.#page.waitForSelector(`iframe[name=${this.id}]`);
    this.#frame = await element.contentFrame();
    await this.#frame?.waitForURL(({ pathname }) => pathname.endsWith(`/${page}.html`), { waitUntil: "commit" });
    await this.frame.waitForFunction(() => typeof OfficeExtension !== "undefined");
    await this.frame.evaluate(() => {
      // The client ships this check of its own gates switched off; a real older Excel refuses by itself.
      const client = OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
      client.CommonUtility._doApiNotSupportedCheck = true;
    });
    await this.frame.waitForSelector("main");
  }
}
