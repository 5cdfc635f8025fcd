import { readPatientName } from "../people/patient-name.ts";
import { claim, type LineDraft } from "./line-draft.ts";

const SUFFIX = /^(?:jr|sr|i{1,3}|iv|v|2nd|3rd|esq)\.?$/i;

/** Claims the patient's name from the columns that hold its parts: last, first, middle name and suffix. */
export function joinNames(draft: LineDraft): void {
  const [cell] = draft.nameCells;
  if (!cell || (draft.firstName === null && draft.lastName === null)) return;
  if (draft.middleName !== undefined && draft.firstName !== null)
    draft.firstName = `${draft.firstName} ${draft.middleName}`;
  if (draft.nameSuffix !== undefined && draft.lastName !== null && SUFFIX.test(draft.nameSuffix))
    draft.lastName = `${draft.lastName} ${draft.nameSuffix}`;
  const text =
    draft.lastName !== null && draft.firstName !== null
      ? `${draft.lastName}, ${draft.firstName}`
      : (draft.firstName ?? draft.lastName ?? "");
  const reading = readPatientName(text);
  const whole = reading?.name !== null && reading !== null && reading.leftover.length === 0 ? reading.name : null;
  const name = whole ?? [draft.firstName, draft.lastName].filter((part) => part !== null).join(" ");
  claim(draft, "patient", name, { cell, trust: 0.95 });
}
