import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { PaneView } from "../../commands/pane-view.ts";

const loaded = (view: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> =>
  lazy(async () => ({ default: await view() }));

/** The views by name; the code of each is loaded when it is first shown. */
export const VIEWS: Readonly<Record<PaneView, LazyExoticComponent<ComponentType>>> = {
  structure: loaded(async () => (await import("../structure/structure-view.tsx")).StructureView),
  review: loaded(async () => (await import("../review/review-view.tsx")).ReviewView),
  today: loaded(async () => (await import("../today/today-view.tsx")).TodayView),
  rate: loaded(async () => (await import("../rate/rate-view.tsx")).RateView),
  leverage: loaded(async () => (await import("../leverage/leverage-view.tsx")).LeverageView),
  settings: loaded(async () => (await import("../settings/settings-view.tsx")).SettingsView),
};
