import { serveWork } from "../background/serve-work.ts";
import { readPickedFiles } from "./read-picked-files.ts";

/** Unpacks and reads Medicare's files beside the pane, so that the pane answers meanwhile. */
serveWork(self, readPickedFiles);
