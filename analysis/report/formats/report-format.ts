/** The formats of a report, in the order in which they are offered; each is also the ending of its file. */
export const REPORT_FORMATS = ["html", "pdf", "docx", "pptx", "xlsx"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];
