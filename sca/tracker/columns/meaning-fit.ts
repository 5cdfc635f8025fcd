import type { Meaning } from "../headings/meaning.ts";
import type { ColumnProfile } from "./column-profile.ts";

const any = (...shares: number[]) =>
  Math.min(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  );

/** Words of any length that no tighter meaning explains. */
const text = (p: ColumnProfile) => any(p.shape("word"), p.shape("phrase"), p.shape("prose"), p.shape("name"));
const dates = (p: ColumnProfile) =>
  any(p.shape("date"), p.shape("span") * 0.4, p.shape("prose") * 0.2, p.shape("phrase") * 0.2);
const money = (p: ColumnProfile) =>
  any(
    p.shape("money"),
    p.shape("percent"),
    p.shape("decimal"),
    p.shape("whole"),
    p.shape("code") * 0.4,
    p.shape("phrase") * 0.7,
    p.shape("prose") * 0.5,
    p.shape("id") * 0.5,
    p.shape("word") * 0.3,
  );
/** Small whole numbers throughout: counts of visits or days rather than dollars or ids. */
const tally = (p: ColumnProfile) => p.shape("whole") > 0.85 && p.largest <= 20;
/** Words with codes in them: "Spravato G2083 + S0013". */
const namedCodes = (p: ColumnProfile) =>
  p.codes >= 0.7 && p.shape("phrase") + p.shape("prose") > 0.5 && p.counts < 0.2 ? p.codes : 0;
const count = (p: ColumnProfile) =>
  (namedCodes(p) > 0 ? 0.1 : 1) *
  any(p.counts, p.pairs, p.shape("phrase") * 0.5, p.shape("span") * 0.3, p.shape("date") * 0.15, p.shape("id") * 0.4);
const identifier = (p: ColumnProfile) =>
  any(
    p.shape("id"),
    p.shape("whole") * 0.5,
    p.shape("code") * 0.7,
    p.shape("phrase") * 0.5,
    p.shape("word") * 0.3,
    p.shape("prose") * 0.3,
    p.shape("decimal") * 0.4,
  );

/** How well a column's cells fit a meaning, 0 to 1; what a cell may hold besides is not held against it. */
export const MEANING_FIT: Readonly<Record<Meaning, (profile: ColumnProfile) => number>> = {
  patient: (p) =>
    any(p.person, p.shape("name") * 0.5, p.shape("phrase") * 0.4, p.shape("prose") * 0.3, p.shape("word") * 0.3) *
    (p.payer > 0.6 ? 0.3 : 1),
  patientFirst: (p) => any(p.shape("word"), p.shape("name"), p.shape("phrase") * 0.4),
  patientLast: (p) => any(p.shape("word"), p.shape("name"), p.shape("phrase") * 0.5) * (p.costSharing > 0.5 ? 0.2 : 1),
  patientMiddle: (p) => any(p.shape("word"), p.shape("name")),
  patientSuffix: (p) => any(p.shape("word"), p.shape("name"), p.shape("id") * 0.2),
  dob: (p) =>
    any(p.shape("date"), p.shape("whole") * 0.2, p.shape("code") * 0.3, p.shape("phrase") * 0.4) *
    (p.medianYear !== null && p.medianYear > 2023 ? 0.4 : 1),
  payer: (p) => any(p.payer, text(p) * 0.5) * (p.person > 0.8 && p.payer < 0.2 ? 0.5 : 1),
  memberId: identifier,
  groupNumber: (p) => identifier(p) * (p.counts > 0.8 && p.largest <= 13 ? 0.1 : 1),
  levelOfCare: (p) => any(p.levelOfCare, text(p) * (p.levelOfCare === 0 ? 0.15 : 0.4)),
  trigger: (p) =>
    any(p.trigger, text(p) * 0.6, p.shape("yesNo") * 0.1) *
    (p.basis > 0.6 && p.trigger < 0.5 ? 0.3 : 1) *
    (p.outcome > 0.8 && p.trigger < 0.5 ? 0.4 : 1) *
    (p.trigger < 0.2 && p.shape("yesNo") > 0.4 ? 0.2 : 1),
  submitted: (p) => dates(p) * (p.medianYear !== null && p.medianYear < 2012 ? 0.3 : 1),
  decided: (p) => dates(p) * (p.outcome > 0.5 && p.shape("date") < 0.3 ? 0.5 : 1),
  outcome: (p) =>
    any(
      p.outcome,
      p.shape("symbol") * 0.7,
      p.shape("word") * 0.4,
      p.shape("phrase") * 0.4,
      p.shape("yesNo") * 0.3,
      p.shape("prose") * 0.3,
    ) *
    (1 - p.shape("date")),
  denialReason: (p) => any(text(p), p.shape("id") * 0.2),
  rate: (p) => money(p) * (p.shape("date") > 0.5 ? 0.1 : 1),
  rateAsked: (p) => money(p) * (tally(p) ? 0.2 : 1),
  rateOffered: (p) => money(p) * (tally(p) ? 0.2 : 1),
  ratePercent: (p) => any(p.shape("percent"), p.shape("whole"), p.shape("decimal")) * (p.largest > 600 ? 0.2 : 1),
  rateCents: (p) => any(p.shape("whole"), p.shape("code"), p.shape("decimal"), p.shape("id"), p.shape("prose") * 0.6),
  rateModel: (p) => any(p.basis, text(p) * 0.25, p.shape("symbol") * 0.5),
  billedCharge: (p) => money(p) * (tally(p) ? 0.1 : 1),
  writtenConfirmation: (p) =>
    any(
      p.written,
      p.shape("yesNo"),
      p.largest <= 1 ? p.shape("whole") : 0,
      p.shape("symbol") * 0.6,
      p.shape("date") * 0.6,
      text(p) * 0.35,
    ),
  contact: (p) => any(p.person, p.shape("phone"), p.shape("email"), text(p) * 0.6),
  contactName: (p) => any(p.person, text(p) * 0.5),
  contactPhone: (p) => any(p.shape("phone"), p.shape("email") * 0.5, p.shape("id") * 0.5, p.shape("phrase") * 0.3),
  contactEmail: (p) => any(p.shape("email"), p.shape("phrase") * 0.2),
  costSharing: (p) =>
    any(p.costSharing, text(p) * 0.5, p.shape("money") * 0.3, p.shape("yesNo") * 0.3, p.shape("percent") * 0.3),
  code: (p) => any(p.codes, text(p) * 0.4),
  codeRequested: (p) => any(p.codes, text(p) * 0.4),
  modifier: (p) => any(p.modifiers, p.shape("word") * 0.2) * (p.outcome > 0.7 ? 0.3 : 1),
  description: text,
  authNumber: (p) => identifier(p) * (p.counts > 0.8 && p.largest <= 999 ? 0.2 : 1),
  authStart: (p) => dates(p) * (p.medianYear !== null && p.medianYear < 2012 ? 0.3 : 1),
  authEnd: (p) => dates(p) * (p.medianYear !== null && p.medianYear < 2012 ? 0.3 : 1),
  authSpan: (p) => any(p.shape("span"), p.shape("date") * 0.6, p.shape("phrase") * 0.7, p.shape("prose") * 0.5),
  unitsAuthorized: count,
  unitsRequested: count,
  unitsUsed: count,
  unitsLeft: count,
  unitsUsedOfAuthorized: (p) =>
    any(count(p), p.shape("date"), p.shape("span"), p.shape("phrase"), p.shape("prose") * 0.5),
  caseNumber: (p) => any(identifier(p), p.shape("whole"), p.shape("word") * 0.5),
  parentCase: (p) => any(identifier(p), p.shape("whole"), p.shape("word") * 0.5),
  lineKind: (p) =>
    any(p.shape("word"), p.shape("phrase"), p.shape("id") * 0.6, p.shape("name") * 0.8) * (p.payer > 0.6 ? 0.3 : 1),
  networkStatus: (p) => any(p.shape("word"), p.shape("phrase"), p.shape("yesNo")),
  testFlag: (p) => any(p.shape("yesNo"), p.shape("none"), 0.2),
  duplicateOf: (p) => any(identifier(p), p.shape("yesNo"), 0.2),
  appealOutcome: (p) => any(p.outcome, text(p) * 0.6),
  appealDecided: dates,
  appealFiled: (p) => any(dates(p), p.shape("yesNo") * 0.5),
  notes: (p) => any(text(p), 0.4),
  request: text,
  reply: text,
  reference: (p) => any(identifier(p), text(p) * 0.7),
  recordNumber: () => 0.8,
  otherPerson: (p) => (p.modifierCodes > 0.8 ? 0.05 : 1) * any(text(p), p.shape("yesNo") * 0.5, 0.3),
  entryDate: dates,
  otherDate: (p) => any(dates(p), 0.2),
  otherAmount: (p) => any(money(p), p.shape("yesNo") * 0.5),
  otherPlan: text,
  other: () => 0.7,
};

/** Meanings that the cells alone can betray, with how much of the column must speak for it. */
export function betrayedMeanings(p: ColumnProfile): readonly (readonly [Meaning, number])[] {
  const found: [Meaning, number][] = [];
  const add = (meaning: Meaning, share: number, least: number, strength: number) => {
    if (p.filled >= 2 && share >= least) found.push([meaning, share * strength]);
  };
  add("contactEmail", p.shape("email"), 0.7, 0.8);
  add("contactPhone", p.shape("phone"), 0.7, 0.6);
  add("payer", p.payer, 0.6, 0.8);
  add("code", p.shape("code"), 0.7, 0.6);
  add("code", namedCodes(p), 0.7, 0.58);
  // Running notes tell of outcomes, letters and reasons too, and are none of these columns.
  const running = p.averageLength > 60 && p.shape("prose") > 0.6;
  if (!running) add("outcome", p.outcome, 0.6, 0.62);
  add("levelOfCare", p.levelOfCare, 0.8, 0.55);
  if (!running) add("trigger", p.trigger, 0.7, 0.55);
  add("patient", p.person, 0.7, 0.5);
  if (p.person >= 0.4 && p.payer < 0.2 && p.outcome < 0.2) add("patient", p.shape("name"), 0.8, 0.45);
  add("authSpan", p.shape("span"), 0.6, 0.6);
  add("costSharing", p.costSharing, 0.7, 0.55);
  if (!running && p.averageLength < 25) add("rateModel", p.basis, 0.7, 0.7);
  add("rate", p.shape("money") + p.shape("percent"), 0.6, 0.45);
  if (p.medianYear !== null && p.medianYear < 2016 && p.shape("date") > 0.8) found.push(["dob", 0.7]);
  add("contact", Math.min(p.person, 0.8) * (p.shape("phone") + p.shape("phrase")), 0.6, 0.4);
  add("modifier", p.modifierCodes, 0.8, 0.7);
  add("notes", p.shape("prose"), 0.5, 0.5);
  return found;
}
