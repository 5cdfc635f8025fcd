import { dayIn, isBlank, type LedgerRow, numberIn, sameText, textIn } from "../../../sca/ledger/ledger-row.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { codeFamily, isByTheDay } from "../../../sca/rates/code-family.ts";
import type { RowValues } from "../../excel/excel-workbook.ts";
import { blankService, type RateDraft, type ServiceDraft } from "./rate-draft.ts";

/** What the selected row of the ledger tells, or why it tells nothing. */
export type SelectedCase =
  | { readonly kind: "draft"; readonly draft: RateDraft; readonly words: string }
  | { readonly kind: "none"; readonly words: string };

const SELECT = "Select a row on Cases, Authorizations or Service lines first.";

/**
 * Takes code, day, services and offers from the row of the ledger that is selected: its line, or all lines of its
 * authorization or case. What the ledger does not state stays as it was typed.
 */
export function fromSelection(
  selected: { readonly table: string; readonly values: RowValues } | null,
  content: LedgerContent,
  draft: RateDraft,
): SelectedCase {
  const row: LedgerRow = new Map(selected?.values ?? []);
  const caseId = textIn(row, "Case id");
  const entry = rowsOf(content, "Cases", "Case id", caseId)[0];
  if (selected === null || entry === undefined) return { kind: "none", words: SELECT };
  const lineId = textIn(row, "Line id");
  const periodId = textIn(row, "Period id");
  const periods = rowsOf(content, "AuthorizationPeriods", "Case id", caseId);
  const period = periods.find((one) => sameText(textIn(one, "Period id"), periodId)) ?? periods[0];
  const ofCase = rowsOf(content, "ServiceLines", "Case id", caseId);
  const ofPeriod = ofCase.filter((line) => sameText(textIn(line, "Period id"), textIn(period, "Period id")));
  const ofLine = lineId === "" ? [] : ofCase.filter((line) => sameText(textIn(line, "Line id"), lineId));
  const lines = [ofLine, ofPeriod, ofCase].find((some) => some.length > 0) ?? [];
  const [first] = lines;
  const day = dayIn(period, "First covered day") ?? dayIn(entry, "Decided") ?? dayIn(entry, "Submitted");
  const model = textIn(first, "Rate model") || textIn(entry, "Rate model");
  const rate = numberIn(first, "Agreed rate") ?? numberIn(entry, "Agreed rate");
  const offers = rowsOf(content, "Offers", "Case id", caseId);
  const patient = textIn(entry, "Patient");
  return {
    kind: "draft",
    words: `Taken from ${patient === "" ? caseId : patient}.${lines.length === 0 ? " The ledger names no code for it: type the services." : ""}`,
    draft: {
      ...draft,
      caseId,
      payer: textIn(entry, "Payer"),
      code: textIn(first, "Code"),
      modifiers: textIn(first, "Modifiers"),
      day: day ?? draft.day,
      setting: placeOf(first) || draft.setting,
      agreed: model === "Per unit" && rate !== null ? String(rate) : "",
      services: (lines.length === 0 ? [new Map()] : lines).map((line, at) => serviceOf(line, at + 1, period)),
      offers: wordsOf(offers, "Payer"),
      asks: wordsOf(offers, "Provider"),
    },
  };
}

function placeOf(line: LedgerRow | undefined): string {
  const text = textIn(line, "Place of service").trim();
  return /^\d$/.test(text) ? `0${text}` : text;
}

function serviceOf(line: LedgerRow, id: number, period: LedgerRow | undefined): ServiceDraft {
  const units = numberIn(line, "Units authorized") ?? numberIn(period, "Units authorized");
  return {
    ...blankService(id),
    code: textIn(line, "Code"),
    modifiers: textIn(line, "Modifiers"),
    units: units === null ? "" : String(units),
    basis: textIn(line, "Unit basis") || (isPaidByDay(line) ? "day" : ""),
    billed: textIn(line, "Billed charge"),
  };
}

/** A unit is a day where the line is paid by the day, or its code stands for a program's day. */
function isPaidByDay(line: LedgerRow): boolean {
  const code = textIn(line, "Code");
  return sameText(textIn(line, "Rate model"), "Per day") || (code !== "" && isByTheDay(codeFamily(code)));
}

/** The offers of one side in words that are read again: "140 percent of Medicare", "400 per day". */
function wordsOf(offers: readonly LedgerRow[], side: string): RateDraft["offers"] {
  const told = offers.filter(
    (row) => sameText(textIn(row, "Side"), side) && !isBlank(row.get("Rate")) && !isBlank(row.get("Rate model")),
  );
  if (told.length === 0) return [{ id: 1, words: "" }];
  return told.map((row, at) => ({ id: at + 1, words: offerWords(row) }));
}

function offerWords(row: LedgerRow): string {
  const rate = textIn(row, "Rate");
  const basis = textIn(row, "Unit basis").toLowerCase();
  switch (textIn(row, "Rate model").toLowerCase()) {
    case "percent of medicare":
      return `${rate}% of Medicare`;
    case "percent of billed":
      return `${rate}% of billed charges`;
    case "per day":
      return `$${rate} per day`;
    case "per case":
      return `case rate $${rate}`;
    default:
      return `$${rate} per ${basis === "" ? "unit" : basis}`;
  }
}

function rowsOf(content: LedgerContent, table: string, heading: string, key: string): LedgerRow[] {
  return (readTable(content, table)?.rows ?? []).filter((row) => key !== "" && sameText(textIn(row, heading), key));
}
