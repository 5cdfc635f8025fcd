import type { CalendarDate } from "../../values/calendar-date.ts";
import type { TrackerWords } from "../context/tracker-words.ts";
import type { DateOrder } from "../dates/date-order.ts";
import type { SpanMention, WrittenDay } from "../dates/written-day.ts";
import type { YearHint } from "../dates/year-hint.ts";
import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { RateModel } from "../tracked-case.ts";
import type { Claim, ClaimOrigin, Doubt, FieldName, LineFields, ServiceClaim } from "./claim.ts";
import type { LineMarks } from "./line-facts.ts";

/** What is known of the whole file when one of its lines is read. */
export interface ReadingContext {
  readonly order: DateOrder;
  readonly orderSettled: boolean;
  /** Short words that the tracker explains itself, with what they stand for. */
  readonly dictionary: TrackerWords;
  /** Years for dates without one: the section's, the sheet's or the title's. */
  readonly hint: YearHint | null;
  readonly asOfYear: number;
  /** How the tracker says that all its dollars are meant. */
  readonly basis?: RateModel | null;
  /** The sheet's name, "" in a text file: one answer gives the year for all its dates. */
  readonly sheet: string;
  /** The day of the entry or request on the line before: lines of a log follow each other in time. */
  readonly previousDay: CalendarDate | null;
  /** In a card or block: a day that its earlier lines have settled. */
  readonly blockDay: CalendarDate | null;
  /** In a card or block: what its rows have columns for. */
  readonly rowsHold: ReadonlySet<Meaning>;
}

export type DateField = "dob" | "submitted" | "decided" | "authStart" | "authEnd";

/** A date that waits for the line's other dates before its year and order can be settled. */
export interface DateDraft {
  readonly field: DateField | "authSpan";
  readonly day: CalendarDate | WrittenDay | null;
  readonly span: SpanMention | null;
  readonly trust: number;
  readonly cell: Cell;
  readonly origin: ClaimOrigin;
  readonly doubt?: Doubt;
}

/** A line while it is being read. */
export interface LineDraft {
  readonly context: ReadingContext;
  readonly claims: Claim[];
  readonly dates: DateDraft[];
  readonly services: ServiceClaim[];
  readonly marks: LineMarks;
  readonly ditto: Set<FieldName>;
  caseNumber: string | null;
  parentCase: string | null;
  firstName: string | null;
  lastName: string | null;
  middleName?: string;
  nameSuffix?: string;
  nameCells: Cell[];
  /** A percent of nobody says what; plain dollars; a number that is neither: the model has to come from elsewhere. */
  barePercent: boolean;
  dollars: boolean;
  bareNumber: boolean;
  /** Rates that the text ties to a code, or to its last digits (`ending`). */
  readonly codeRates: {
    readonly code: string;
    readonly ending?: true;
    readonly percent?: true;
    readonly rate: number;
    readonly model: RateModel | undefined;
    readonly cell: Cell;
    readonly doubt: Doubt | null;
  }[];
  /** Codes that were asked for: those of the case only where none are said to be agreed. */
  requestedCodes: readonly ServiceClaim[];
  /** What a modifier column holds. */
  modifierText?: string;
  /** The plan's product, from a column of its own ("Mil East" beside "Humana"). */
  product?: string;
  /** What appeal columns hold. */
  appeal?: { readonly outcome?: string; readonly cell?: Cell; readonly decided?: Cell };
  /** Units said to be left, which become units used once the authorized ones are known. */
  left: { readonly value: number; readonly cell: Cell } | null;
  /** Units that were asked for: no figure of the agreement, but they tell a partial approval. */
  requested: number | null;
  /** Text that its column does not explain, to be read as prose. */
  readonly rest: {
    readonly cell: Cell;
    readonly text: string;
    readonly trust: number;
    readonly dates?: "submitted" | "decided";
    readonly only?: ReadonlySet<FieldName>;
  }[];
  /** The day the line was written, where the tracker is a diary: no date of the request, but its dates lie around it. */
  entryDay: CalendarDate | null;
  /** Cells whose text no field holds in full. */
  readonly kept: Set<Cell>;
}

/** A line of which nothing is read yet. */
export function emptyDraft(context: ReadingContext): LineDraft {
  return {
    context,
    claims: [],
    dates: [],
    services: [],
    marks: { continues: false, opens: false, notSca: false, duplicate: false, example: false, dittoPatient: false },
    ditto: new Set(),
    caseNumber: null,
    parentCase: null,
    firstName: null,
    lastName: null,
    nameCells: [],
    barePercent: false,
    dollars: false,
    bareNumber: false,
    codeRates: [],
    left: null,
    requested: null,
    requestedCodes: [],
    rest: [],
    entryDay: null,
    kept: new Set(),
  };
}

/** Adds a claim to a draft; null values with a doubt are claims too. */
export function claim<F extends FieldName>(
  draft: LineDraft,
  field: F,
  value: LineFields[F] | null | undefined,
  about: {
    readonly cell: Cell;
    readonly trust: number;
    readonly origin?: ClaimOrigin;
    readonly doubt?: Doubt | null | undefined;
  },
): void {
  if (value === undefined || (value === null && !about.doubt)) return;
  draft.claims.push({
    field,
    value,
    trust: about.trust,
    cell: about.cell,
    origin: about.origin ?? "column",
    ...(about.doubt ? { doubt: about.doubt } : {}),
  } as Claim);
}

const DITTO =
  /^\s*(?:"|''|″|”|“|〃|do\.?|ditto|same(?: as (?:above|before|prior|last|1st|first))?|idem|\^+|↓|as above|see above)\s*$/i;

/** True where a cell only repeats the one above it. */
export function isDitto(text: string): boolean {
  return DITTO.test(text);
}

const BLANK =
  /^\s*(?:-+|–+|—+|n\/?a|none|nil|null|tbd|tba|\.+|…|unknown|unk|\?+|not (?:yet|stated|given|known|specified|applicable|sure|recorded|documented)\b.{0,20}|x{2,})\s*\.?$/i;

/** True where a cell says in words that there is nothing to say. */
export function isBlankWord(text: string): boolean {
  return BLANK.test(text);
}
