import { reading } from "../context/text-readings.ts";
import type { Doubt } from "./claim.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import { about, doubtOf, type Value } from "./value.ts";

/** Reads a contact cell: the person, and how to reach them. */
export function readContactCell(draft: LineDraft, value: Value): void {
  const contact = reading.contact(value.text);
  if (!contact) return;
  if (contact.name) {
    const doubt: Doubt | undefined =
      contact.others.length > 0
        ? { why: "two-values", candidates: [contact.name, ...contact.others] }
        : doubtOf("contactName", value, contact);
    claim(draft, "contactName", contact.name, about(value, Math.max(0.65, contact.confidence), doubt));
  }
  if (contact.phone) claim(draft, "contactPhone", contact.phone, about(value, 0.95));
  if (contact.email) claim(draft, "contactEmail", contact.email, about(value, 0.95));
}

/** Reads a phone column, which often names the person too. */
export function readPhoneCell(draft: LineDraft, value: Value): void {
  const phones = reading.phones(value.text).filter((phone) => phone.kind === "phone");
  if (phones[0]) claim(draft, "contactPhone", phones[0].phone, about(value));
  const emails = reading.emails(value.text);
  if (emails[0]) claim(draft, "contactEmail", emails[0].text, about(value, 0.9));
  if (!phones[0] && !emails[0]) readContactCell(draft, value);
  else if (
    /\p{L}{3,}/u.test(value.text.replace(/\S+@\S+/g, "").replace(/\b(?:ext|opt|direct|cell|fax|ph|tel)\b\.?/gi, ""))
  )
    readContactCell(draft, { ...value, trust: value.trust * 0.85 });
}

/** Reads an e-mail column. */
export function readEmailCell(draft: LineDraft, value: Value): void {
  claim(draft, "contactEmail", reading.emails(value.text)[0]?.text, about(value));
}
