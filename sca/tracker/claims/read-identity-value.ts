import { reading } from "../context/text-readings.ts";
import { explain, seenElsewhere } from "../context/tracker-words.ts";
import { dayOfBareSerial } from "../dates/bare-serial.ts";
import { readIdentifier } from "../identifiers/read-identifier.ts";
import { nameByShape } from "../people/name-by-shape.ts";
import type { Doubt } from "./claim.ts";
import { claim, type DateDraft, type LineDraft } from "./line-draft.ts";
import { about, doubtOf, type Value, type ValueReader, wordKey } from "./value.ts";

/** Reads a patient cell: the name, marks such as "ext" or "dup", and what stands behind the name. */
export function readPatient(draft: LineDraft, value: Value): void {
  const name = reading.patientName(value.text);
  const shaped =
    value.packed || (name !== null && (name.ditto || name.leftover.length === 0)) ? null : nameByShape(value.text);
  if (shaped !== null) {
    claim(draft, "patient", shaped, about(value, 0.85));
    return;
  }
  if (!name) {
    draft.rest.push({ cell: value.cell, text: value.text, trust: 0.7 });
    return;
  }
  for (const mark of name.marks) {
    if (mark === "extension") draft.marks.continues = true;
    if (mark === "duplicate" || mark === "void") draft.marks.duplicate = true;
    if (mark === "example") draft.marks.example = true;
  }
  // "again", "renewal": the same person asks anew.
  if (name.marks.includes("extension") && /\b(?:again|renew\w*)\b/i.test(value.text) && !EXTENDED.test(value.text))
    draft.marks.opens = true;
  if (name.ditto) {
    draft.marks.dittoPatient = true;
    draft.marks.named = value.text;
  } else if (name.name !== null) {
    const doubt = doubtOf("patient", value, name);
    claim(draft, "patient", name.name, about(value, Math.max(0.6, name.confidence), doubt));
  }
  for (const left of name.leftover) {
    const inParentheses = left.text.replace(/^[\s([{,;:–—-]+|[\s)\]},;:–—-]+$/g, "");
    if (inParentheses.length < 2) continue;
    readBirth(draft, { ...value, text: inParentheses, packed: true }, false);
    draft.rest.push({ cell: value.cell, text: inParentheses, trust: 0.6 });
  }
}

const EXTENDED = /\b(?:ext\w*|cont\w*|conc\w*|re-?auth\w*|new auth|step[- ]?down|follow[- ]on)\b|[↳└∟╰⤷]/i;

const OTHER_DATE =
  /\b(?:mom|mother|dad|father|parent|spouse|wife|husband|partner|husb|hubby|donor|subscr\w*|insured|guarantor|adm\w*|seen|since|sent|dos)\b/i;

/** Reads a date of birth; `alone` where the cell is kept for it, not the remainder of another. */
export function readBirth(draft: LineDraft, value: Value, alone: boolean): void {
  const { cell } = value;
  if (cell.kind === "date" && cell.day && alone) {
    draft.dates.push({ field: "dob", day: cell.day, span: null, ...about(value) } as DateDraft);
    return;
  }
  if (cell.kind === "number" && cell.number !== undefined && alone && !/\D/.test(cell.text) && cell.text.length < 6) {
    const day = dayOfBareSerial(cell.number, "1900", "birth");
    if (day) draft.dates.push({ field: "dob", day, span: null, ...about(value) } as DateDraft);
    return;
  }
  const days = reading.dates(value.text).filter((date) => date.kind === "day");
  const [first, ...others] = days;
  if (first?.kind !== "day" || (!alone && first.day.year === null)) return;
  if (!alone && OTHER_DATE.test(value.text.slice(0, first.start))) return;
  const rivals = others.length > 0 && alone;
  const marked = alone && /\?/.test(value.text);
  const doubt: Doubt | undefined =
    rivals || marked
      ? { why: rivals ? "two-values" : "question-mark", candidates: days.map((date) => date.text) }
      : undefined;
  draft.dates.push({ field: "dob", day: first.day, span: null, ...about(value, alone ? 1 : 0.9, doubt) } as DateDraft);
}

/** A plan's product right before its number ("Aetna POS W229871043") labels nothing. */
const PRODUCT = /^(?:pos|ppo|hmo|epo|pffs|oap)$/i;

/** What may stand behind a number that ends a cell: the person's own digits, a remark in brackets, the line's end. */
const CLOSES = /^(?: ?\*?\d{1,3}| \d{2})?\s*(?:$|[\n(;,]|\s(?:gr|grp|group)\b)/i;

/** Some cards print the person's digits apart: "800129904 01", "448120399*01". */
function withSuffix<T extends { readonly id: string; readonly end: number; readonly meaning: string }>(
  id: T,
  text: string,
): T {
  const suffix =
    id.meaning === "groupNumber"
      ? undefined
      : /^(?:\*\d{1,3}| \d{2})(?=\s*(?:$|[\n(;,]))/.exec(text.slice(id.end))?.[0];
  return suffix === undefined ? id : { ...id, id: `${id.id}${suffix}` };
}

/** Reads a payer cell, with the product column beside it, and the ids that some trackers put behind the name. */
export function readPayer(draft: LineDraft, value: Value): void {
  const elsewhere = seenElsewhere(draft.context.dictionary, value.text);
  if (elsewhere !== null && draft.product !== undefined && draft.product.trim() !== "") {
    const named = reading.payer(draft.product);
    if (named) payerClaim(draft, { ...value, text: draft.product }, named);
    return;
  }
  const text = explain(draft.context.dictionary, value.text, "payer") ?? value.text;
  const product = draft.product === undefined ? null : reading.payer(`${text.replace(/[-_]/g, " ")} ${draft.product}`);
  const alone = reading.payer(text);
  // The product tells a brand apart ("Humana" + "Military"), it never takes a plan's state away.
  const tells =
    product !== null &&
    product.confidence >= 0.85 &&
    product.how !== "as written" &&
    !alone?.payer.startsWith(product.payer);
  const whole = tells ? product : alone;
  const numbers = reading
    .identifiers(value.text)
    .filter(
      (id) =>
        id.meaning === "memberId" ||
        id.meaning === "groupNumber" ||
        id.meaning === "unknown" ||
        PRODUCT.test(id.label ?? ""),
    );
  // A long number that ends the cell of a plan is the card's, whatever product stands before it ("Aetna POS W229871043").
  const ids = numbers
    .filter(
      (id) => id.confidence >= 0.4 || (id.id.replace(/\D/g, "").length >= 6 && CLOSES.test(value.text.slice(id.end))),
    )
    .map((id) => withSuffix(id, value.text));
  const plans = [...new Set(reading.payers(value.text).map((payer) => payer.payer))];
  if (plans.length > 1 && /\?/.test(value.text) && !/\bno\b|\bnot\b/i.test(value.text)) {
    claim(draft, "payer", plans[0], about(value, 0.6, { why: "two-values", candidates: plans }));
  } else if (ids.length === 0) {
    if (whole) payerClaim(draft, value, whole);
    return;
  }
  const settled = draft.claims.some((entry) => entry.field === "payer" && entry.cell === value.cell);
  const members = [...new Set(ids.filter((id) => id.meaning !== "groupNumber").map((id) => id.id))];
  for (const id of ids) {
    const rivals =
      (settled || members.length > 1) &&
      id.meaning !== "groupNumber" &&
      (settled || !/\b(?:old|prev|prior|was|new|now)\b/i.test(value.text));
    const doubt: Doubt | undefined = rivals
      ? { why: "two-values", candidates: members }
      : id.doubt === undefined
        ? undefined
        : { why: idDoubt(id.doubt), candidates: [id.id] };
    if (id.meaning === "groupNumber")
      claim(draft, "groupNumber", id.id, { ...about(value, 0.85, doubt), origin: "packed" });
    else
      claim(draft, "memberId", id.id, {
        ...about(value, id.meaning === "memberId" ? 0.85 : 0.75, doubt),
        origin: "packed",
      });
  }
  if (settled || ids.length === 0) return;
  const before = value.text
    .slice(0, Math.min(...ids.map((id) => id.start)))
    .replace(/(?:\b(?:id|mbr|member|policy|sub|grp|group)\b\s*)?[#:.,\s/–—-]*$/i, "");
  const named = reading.payer(before);
  const found = reading.payers(value.text);
  if (named && (named.confidence >= 0.75 || found.length === 0)) payerClaim(draft, value, named);
  else if (found[0]) payerClaim(draft, value, { ...found[0], how: "named among other words" });
}

function payerClaim(draft: LineDraft, value: Value, match: NonNullable<ReturnType<typeof reading.payer>>): void {
  const doubt: Doubt | undefined = match.ambiguous
    ? { why: "two-values", candidates: match.ambiguous, settles: wordKey("payer", value.text) }
    : doubtOf("payer", value, match);
  claim(draft, "payer", match.payer, about(value, Math.max(0.5, match.confidence), doubt));
}

/** "Molina 001138340": the plan in front of the card's number, for lines that name it nowhere else. */
function readPlanBefore(draft: LineDraft, value: Value): void {
  const lead = /^\s*(\p{L}[\p{L} .&'-]{2,30}?)[\s:#-]+(?=\S*\d{4})/u.exec(value.text)?.[1];
  const named = lead === undefined ? null : reading.payer(lead);
  if (named && named.confidence >= 0.85 && named.how !== "as written" && !named.ambiguous)
    claim(draft, "payer", named.payer, { ...about(value, 0.65), origin: "packed" });
}

/** Reads a column of member ids, group numbers or authorization numbers; other numbers in the cell go by their labels. */
export function readId(field: "memberId" | "groupNumber" | "authNumber"): ValueReader {
  return (draft, value) => {
    if (field === "memberId") readPlanBefore(draft, value);
    const cell = value.packed ? undefined : value.cell;
    const labelled = reading.identifiers(value.text).filter((id) => id.confidence >= 0.5);
    const otherKind = labelled.filter(
      (id) => id.label !== undefined && id.meaning !== field && id.meaning !== "unknown" && id.meaning !== "caseNumber",
    );
    const ownKind = labelled.filter((id) => id.meaning === field);
    if (
      otherKind.length > 0 &&
      (ownKind.length > 0 ||
        field === "authNumber" ||
        otherKind.some((id) => id.meaning === "memberId" || id.meaning === "groupNumber"))
    ) {
      for (const found of labelled) {
        // A "#" alone says nothing against the column.
        const id = found.label === undefined && found.meaning === "authNumber" ? { ...found, meaning: field } : found;
        const doubt: Doubt | undefined =
          id.doubt === undefined ? undefined : { why: idDoubt(id.doubt), candidates: [id.id] };
        if (id.meaning === "memberId" || id.meaning === "groupNumber" || id.meaning === "authNumber")
          claim(draft, id.meaning, id.id, about(value, id.meaning === field ? 1 : 0.9, doubt));
        else if (id.meaning === "unknown" && ownKind.length === 0) claim(draft, field, id.id, about(value, 0.9, doubt));
      }
      draft.rest.push({ cell: value.cell, text: value.text, trust: 0.6 });
      return;
    }
    const id = readIdentifier(
      field === "memberId" && value.packed ? behindPayer(value.text) : value.text,
      field,
      cell
        ? {
            kind: cell.kind,
            ...(cell.number !== undefined ? { number: cell.number } : {}),
            ...(cell.format !== undefined ? { format: cell.format } : {}),
          }
        : undefined,
    );
    if (!id) {
      if (reading.dates(value.text).length > 0) draft.rest.push({ cell: value.cell, text: value.text, trust: 0.7 });
      return;
    }
    if (id.ditto) {
      draft.ditto.add(field);
      return;
    }
    const doubt: Doubt | undefined = id.certain ? undefined : { why: idDoubt(id.why), candidates: id.candidates };
    if (id.id !== null && id.id !== "") claim(draft, field, id.id, about(value, 1, doubt));
    else if (doubt) claim(draft, field, null, about(value, 1, doubt));
    if (field === "memberId" && id.groupNumber !== undefined)
      claim(draft, "groupNumber", id.groupNumber, { ...about(value, 0.85), origin: "packed" });
    for (const left of id.leftover) draft.rest.push({ cell: value.cell, text: left.text, trust: 0.75 });
  };
}

/** In a cell for payer and id together ("HMSA R0004429190 (hubby is subscriber)"), the id alone. */
function behindPayer(text: string): string {
  const [payer] = reading.payers(text);
  const rest =
    payer !== undefined && payer.start <= 1
      ? text
          .slice(payer.end)
          .replace(/\s*\([^)]*(?:\)|$)/g, " ")
          .trim()
      : "";
  return /\d{4}/.test(rest) && !/\p{L}{4}/u.test(rest) ? rest : text;
}

function idDoubt(why: string | undefined): Doubt["why"] {
  if (why === undefined) return "unclear";
  if (/scientific|digits lost/.test(why)) return "scientific";
  if (/two/.test(why)) return "two-values";
  if (/cut/.test(why)) return "cut-off";
  if (/question/.test(why)) return "question-mark";
  return "unclear";
}
