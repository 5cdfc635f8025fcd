import type { AccessAttempt } from "../../sca/contracting/contracting-facts.ts";
import type { CaseRecord, ClaimRecord, LineRecord, PeriodRecord, RateRecord } from "../../sca/measures/case-record.ts";
import { expectedOf } from "../../sca/measures/expected-payment.ts";
import { codeFamily } from "../../sca/rates/code-family.ts";
import { MODEL_WORDS } from "../../sca/tracker/review/code-words.ts";
import type { Cents } from "../../sca/values/money.ts";
import { type CaseRow, caseFrame, SLICE_KINDS, type SliceColumns, sliceColumns } from "./case-frame.ts";
import { type ColumnKinds, Frame } from "./frame.ts";
import { registerMeasures } from "./measure-aggregates.ts";

/** What every row under a request has: whose it is, and what it is sliced by. */
interface UnderCase extends SliceColumns {
  readonly caseId: string;
}

/** One code under a request. Money is in dollars, units as they are agreed. */
export interface LineRow extends UnderCase {
  readonly lineId: string;
  readonly code: string;
  readonly isDecided: boolean;
  readonly isGranted: boolean;
  readonly model: string | null;
  /** 140 for 140 percent, otherwise dollars. */
  readonly rate: number | null;
  readonly dollarsPerUnit: number | null;
  readonly unitsRequested: number | null;
  readonly unitsAuthorized: number | null;
  readonly unitsUsed: number | null;
  readonly agreed: number | null;
  /** Medicare's amount for the same units; null is no benchmark, never 0. */
  readonly medicare: number | null;
  readonly multiple: number | null;
}

/** One authorization. */
export interface PeriodRow extends UnderCase {
  readonly periodId: string;
  readonly isGranted: boolean;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly unitsAuthorized: number | null;
  readonly unitsUsed: number | null;
}

/** One move in a negotiation. */
export interface MoveRow extends UnderCase {
  /** 1 for the first negotiation of the request. */
  readonly negotiation: number;
  /** 1 for the first move. */
  readonly move: number;
  readonly side: "payer" | "provider";
  readonly model: string | null;
  readonly rate: number | null;
  readonly dollarsPerUnit: number | null;
  readonly agreedModel: string | null;
  readonly agreedRate: number | null;
}

/** One claim line, in dollars. */
export interface ClaimRow extends UnderCase {
  readonly day: string | null;
  readonly code: string;
  readonly units: number | null;
  readonly paid: number | null;
  /** Under the agreement: as the ledger states it, else by the agreed rate; null where neither tells. */
  readonly expected: number | null;
}

/** One in-network office that was tried. */
export interface AttemptRow extends UnderCase {
  readonly day: string | null;
  readonly waitDays: number | null;
  readonly miles: number | null;
}

/** A ledger in tables. */
export interface LedgerFrames {
  readonly cases: Frame<CaseRow>;
  readonly lines: Frame<LineRow>;
  readonly periods: Frame<PeriodRow>;
  readonly moves: Frame<MoveRow>;
  readonly claims: Frame<ClaimRow>;
  readonly attempts: Frame<AttemptRow>;
}

const UNDER_CASE = { caseId: "text", ...SLICE_KINDS } as const;
const LINE_KINDS: ColumnKinds<LineRow> = {
  ...UNDER_CASE,
  lineId: "text",
  code: "text",
  isDecided: "flag",
  isGranted: "flag",
  model: "text",
  rate: "number",
  dollarsPerUnit: "number",
  unitsRequested: "number",
  unitsAuthorized: "number",
  unitsUsed: "number",
  agreed: "number",
  medicare: "number",
  multiple: "number",
};
const PERIOD_KINDS: ColumnKinds<PeriodRow> = {
  ...UNDER_CASE,
  periodId: "text",
  isGranted: "flag",
  firstDay: "text",
  lastDay: "text",
  unitsAuthorized: "number",
  unitsUsed: "number",
};
const MOVE_KINDS: ColumnKinds<MoveRow> = {
  ...UNDER_CASE,
  negotiation: "number",
  move: "number",
  side: "text",
  model: "text",
  rate: "number",
  dollarsPerUnit: "number",
  agreedModel: "text",
  agreedRate: "number",
};
const CLAIM_KINDS: ColumnKinds<ClaimRow> = {
  ...UNDER_CASE,
  day: "text",
  code: "text",
  units: "number",
  paid: "number",
  expected: "number",
};
const ATTEMPT_KINDS: ColumnKinds<AttemptRow> = {
  ...UNDER_CASE,
  day: "text",
  waitDays: "number",
  miles: "number",
};

/**
 * A ledger as tables for analysts: requests, service lines, authorizations, moves of negotiations, claim lines and access
 * attempts, each row with what its request is sliced by. Codes and ids are text, money is in dollars, and what is not
 * known is null. The figures of sca/measures come from measuredSlices, or in a rollup of one's own from its expressions
 * over the column `record`; the other tables are for looking closer.
 *
 * @example ledgerFrames(records.cases, ledger.attempts).lines.where(({ code }) => code === "90837").column("multiple")
 * @example frames.cases.table.groupby("payer").rollup({ approval: measureExpression("approval", records.terms) })
 */
export function ledgerFrames(cases: readonly CaseRecord[], attempts: readonly AccessAttempt[]): LedgerFrames {
  registerMeasures();
  const columns = sliceColumns(cases);
  const under = (subject: CaseRecord, family: string | null): UnderCase => ({
    caseId: subject.id,
    ...columns(subject, family === "" ? null : family),
  });
  const each = <Row>(rowsOf: (subject: CaseRecord) => readonly Row[]): Row[] => cases.flatMap(rowsOf);
  const byId = new Map(cases.map((subject) => [subject.id.toLowerCase(), subject]));
  return {
    cases: caseFrame(cases),
    lines: Frame.of(
      "service lines",
      LINE_KINDS,
      each((subject) => subject.lines.map((line) => ({ ...under(subject, line.family), ...lineFields(line) }))),
    ),
    periods: Frame.of(
      "authorizations",
      PERIOD_KINDS,
      each((subject) => subject.periods.map((period) => ({ ...under(subject, null), ...periodFields(period) }))),
    ),
    moves: Frame.of(
      "moves",
      MOVE_KINDS,
      each((subject) => movesOf(subject).map((move) => ({ ...under(subject, null), ...move }))),
    ),
    claims: Frame.of(
      "claim lines",
      CLAIM_KINDS,
      each((subject) =>
        subject.claims.map((claim) => ({ ...under(subject, familyOf(claim.code)), ...claimFields(claim, subject) })),
      ),
    ),
    attempts: Frame.of(
      "access attempts",
      ATTEMPT_KINDS,
      attempts.flatMap(({ caseId, day, waitDays, miles }) => {
        const subject = byId.get(caseId.toLowerCase());
        return subject === undefined ? [] : [{ ...under(subject, null), day, waitDays, miles }];
      }),
    ),
  };
}

function familyOf(code: string): string | null {
  return code === "" ? null : codeFamily(code).name;
}

function lineFields(line: LineRecord): Omit<LineRow, keyof UnderCase> {
  return {
    lineId: line.id,
    code: line.code,
    isDecided: line.isDecided,
    isGranted: line.isGranted,
    ...rateFields(line.rate),
    unitsRequested: line.unitsRequested,
    unitsAuthorized: line.unitsAuthorized,
    unitsUsed: line.unitsUsed,
    agreed: dollars(line.agreed),
    medicare: dollars(line.medicare),
    multiple: line.multiple,
  };
}

function rateFields(rate: RateRecord | null): Pick<MoveRow, "model" | "rate" | "dollarsPerUnit"> {
  if (rate === null) return { model: null, rate: null, dollarsPerUnit: null };
  return { model: MODEL_WORDS.wordFor(rate.model), rate: rate.rate, dollarsPerUnit: rate.dollarsPerUnit };
}

function periodFields(period: PeriodRecord): Omit<PeriodRow, keyof UnderCase> {
  const { id, rate: _rate, ...fields } = period;
  return { periodId: id, ...fields };
}

function movesOf(subject: CaseRecord): Omit<MoveRow, keyof UnderCase>[] {
  return subject.negotiations.flatMap(({ moves, agreed }, at) =>
    moves.map(({ side, rate }, move) => ({
      negotiation: at + 1,
      move: move + 1,
      side,
      ...rateFields(rate),
      agreedModel: agreed === null ? null : MODEL_WORDS.wordFor(agreed.model),
      agreedRate: agreed?.rate ?? null,
    })),
  );
}

function claimFields(claim: ClaimRecord, subject: CaseRecord): Omit<ClaimRow, keyof UnderCase> {
  const { day, code, units } = claim;
  return { day, code, units, paid: dollars(claim.paid), expected: dollars(expectedOf(claim, subject)) };
}

function dollars(cents: Cents | null): number | null {
  return cents === null ? null : cents / 100;
}
