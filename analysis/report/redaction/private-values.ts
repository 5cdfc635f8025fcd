import { dayIn, type LedgerRow, textIn } from "../../../sca/ledger/ledger-row.ts";
import { LEDGER_TABLES } from "../../../sca/ledger/ledger-tables.ts";
import { ledgerFromContent } from "../../../sca/ledger/read-ledger.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { findEmails } from "../../../sca/tracker/people/emails.ts";
import { findPhones } from "../../../sca/tracker/people/phones.ts";
import { payerDirectory } from "../../../sca/tracker/vocabulary/payer-directory.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { wordsOf } from "./plain-words.ts";

/** Everything in a ledger that a payer must not read, by class. Texts as they stand; each value once. */
export interface PrivateValues {
  readonly names: readonly string[];
  readonly births: readonly CalendarDate[];
  readonly memberIds: readonly string[];
  readonly groupNumbers: readonly string[];
  readonly authNumbers: readonly string[];
  readonly references: readonly string[];
  readonly claimNumbers: readonly string[];
  readonly caseIds: readonly string[];
  readonly days: readonly CalendarDate[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly notes: readonly string[];
  /** Other payers, as the ledger calls them, but for names that this payer's own name contains. */
  readonly otherPayerNames: readonly string[];
  /** The same under every other name that the ledger and the directory of payers know; some are plain words. */
  readonly otherPayers: readonly string[];
}

/** The columns of each class. What a formula repeats from another table is not named again. */
export const PRIVATE_COLUMNS = {
  names: [
    ["Cases", "Patient"],
    ["AuthorizationPeriods", "Patient"],
    ["ServiceLines", "Patient"],
    ["Review", "Patient"],
  ],
  memberIds: [["Cases", "Member id"]],
  groupNumbers: [["Cases", "Group number"]],
  authNumbers: [
    ["AuthorizationPeriods", "Auth number"],
    ["Claims", "Auth number on claim"],
  ],
  references: [
    ["Cases", "Confirmation reference"],
    ["FollowUps", "Reference number"],
  ],
  claimNumbers: [["Claims", "Claim number"]],
  caseIds: [
    ["Cases", "Case id"],
    ["AuthorizationPeriods", "Period id"],
    ["ServiceLines", "Line id"],
  ],
  notes: [
    ["Cases", "Notes"],
    ["Cases", "Denial reason"],
    ["Cases", "Next step"],
    ["Cases", "Renewal process"],
    ["Cases", "Claim instructions"],
    ["AuthorizationPeriods", "Notes"],
    ["AuthorizationPeriods", "Denial reason"],
    ["Payers", "Documents wanted"],
    ["Payers", "Contact route"],
    ["Payers", "Words that worked"],
    ["Offers", "Note"],
    ["FollowUps", "Said"],
    ["FollowUps", "Promised"],
    ["AccessAttempts", "Why not viable"],
    ["Claims", "Adjustment reason"],
    ["Review", "Found"],
  ],
} as const;

/** Where telephone numbers and mail addresses are looked for, beside the notes. */
const CONTACTS = [
  ["Cases", "Contact phone"],
  ["Cases", "Contact email"],
  ["AuthorizationPeriods", "Contact phone"],
  ["AuthorizationPeriods", "Contact email"],
  ["FollowUps", "Who"],
] as const;

/** Tables whose days are a patient's. */
const DAY_TABLES = ["Cases", "AuthorizationPeriods", "ServiceLines", "Offers", "FollowUps", "AccessAttempts", "Claims"];
/** The day that a line is priced for is often the first of a quarter; it is the start of care only where that is known. */
const NO_DAY = new Set(["Date of birth", "Priced for"]);

type Column = readonly [table: string, heading: string];

/**
 * What a letter to one payer must not hold, gathered from every table of the ledger.
 *
 * @example privateValues(content, "Aetna").memberIds
 */
export function privateValues(content: LedgerContent, payer: string): PrivateValues {
  const tables = ledgerFromContent(content);
  const rowsOf = (table: string): readonly LedgerRow[] => tables.get(table)?.rows ?? [];
  const texts = (columns: readonly Column[]): string[] =>
    unique(columns.flatMap(([table, heading]) => rowsOf(table).map((row) => textIn(row, heading).trim())));
  const notes = texts(PRIVATE_COLUMNS.notes);
  const said = [...notes, ...texts(CONTACTS)];
  return {
    names: texts(PRIVATE_COLUMNS.names),
    births: unique(rowsOf("Cases").map((row) => dayIn(row, "Date of birth") ?? "")),
    memberIds: texts(PRIVATE_COLUMNS.memberIds),
    groupNumbers: texts(PRIVATE_COLUMNS.groupNumbers),
    authNumbers: texts(PRIVATE_COLUMNS.authNumbers),
    references: texts(PRIVATE_COLUMNS.references),
    claimNumbers: texts(PRIVATE_COLUMNS.claimNumbers),
    caseIds: texts(PRIVATE_COLUMNS.caseIds),
    days: unique(
      LEDGER_TABLES.filter(({ name }) => DAY_TABLES.includes(name)).flatMap(({ name, columns }) =>
        columns
          .filter(({ heading, look }) => look === "date" && !NO_DAY.has(heading))
          .flatMap(({ heading }) => rowsOf(name).map((row) => dayIn(row, heading) ?? "")),
      ),
    ),
    phones: unique(said.flatMap((text) => findPhones(text).map((found) => text.slice(found.start, found.end)))),
    emails: unique(said.flatMap((text) => findEmails(text).map((found) => text.slice(found.start, found.end)))),
    notes,
    ...payersBut(content, payer),
  };
}

function payersBut(content: LedgerContent, payer: string): Pick<PrivateValues, "otherPayerNames" | "otherPayers"> {
  const tables = ledgerFromContent(content);
  const listed = tables.get("Payers")?.rows ?? [];
  const known = unique([...(tables.get("Cases")?.rows ?? []), ...listed].map((row) => textIn(row, "Payer").trim()));
  const own = wordsOf(payer).join(" ");
  const isOther = (name: string): boolean => wordsOf(name).join(" ") !== own;
  const others = new Set(known.filter(isOther).map((name) => name.toLowerCase()));
  const aliases = listed
    .filter((row) => others.has(textIn(row, "Payer").trim().toLowerCase()))
    .flatMap((row) => textIn(row, "Aliases").split(/[,;\n/]/))
    .map((alias) => alias.trim());
  const spelled = [...payerDirectory()].flatMap(([key, entry]) => {
    const [only, ...more] = entry.payers;
    return only !== undefined && more.length === 0 && others.has(only.toLowerCase()) && !entry.risky ? [key] : [];
  });
  // "Aetna" stands in every letter to Aetna Better Health: there it is a word like any other.
  const isWithinOwn = (name: string): boolean => ` ${own} `.includes(` ${wordsOf(name).join(" ")} `);
  const names = known.filter((name) => isOther(name) && !isWithinOwn(name));
  return {
    otherPayerNames: names,
    otherPayers: unique([...known, ...aliases, ...spelled]).filter((name) => isOther(name) && !names.includes(name)),
  };
}

function unique<Text extends string>(values: readonly (Text | "")[]): Text[] {
  return [...new Set(values)].filter((value): value is Text => value !== "");
}
