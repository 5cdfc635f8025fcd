import { makeReport, type ReportQuestion } from "./report-work.ts";
import { serveWork } from "./serve-work.ts";

/** Runs beside the pane, loaded when a report is asked for: charts and pages are the largest part of what we ship. */
serveWork(self, (question: ReportQuestion) => makeReport(question));
