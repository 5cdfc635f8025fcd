import { serveWork } from "./serve-work.ts";
import { structureInPane } from "./structure-work.ts";

/** Runs beside the pane, so that the pane answers while a large tracker is understood. */
serveWork(self, structureInPane);
