import { findEmails } from "./emails.ts";
import { foldWord } from "./given-names.ts";
import { isInsurerToo, type PersonRun, personRuns } from "./person-runs.ts";
import { DESKS, PAYER_PHRASE, PAYER_WORDS, RELATIONS, ROLES } from "./person-words.ts";
import { findPhones } from "./phones.ts";

/** A payer's contact, as a contact cell gives it. */
export interface ContactReading {
  /** Without titles, credentials and roles; ALL CAPS undone. Absent when the cell names a desk or nobody. */
  readonly name?: string;
  /** As written, with its extension. */
  readonly phone?: string;
  readonly fax?: string;
  readonly email?: string;
  /** "UM nurse", "CM": what the cell calls the person. */
  readonly role?: string;
  /** Insurer or desk named in the cell. */
  readonly org?: string;
  /** Other people the cell names as likely as `name`: when there are any, ask. */
  readonly others: readonly string[];
  /** 0 to 1, of the name (or, without one, of the rest). */
  readonly confidence: number;
}

/** A contact cell longer than this is notes: its beginning is read. */
const LONGEST_CONTACT = 1000;
const NOBODY =
  /^\W*(?:n\/?a|none|tbd|unknown|unk|nobody|no (?:one|rep|contact|name)|-+|same|ditto|portal|website|various|varies|\?+)\W*$/i;

function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let masked = text;
  for (const { start, end } of spans)
    masked = `${masked.slice(0, start)}${"|".repeat(end - start)}${masked.slice(end)}`;
  return masked
    .replace(/(?:https?:\/\/|www\.)\S+/gi, (url) => "|".repeat(url.length))
    .replace(/\b(?:x|ext\.?|opt(?:ion)?|press)\s*#?\d+/gi, (part) => "|".repeat(part.length));
}

function lastWords(text: string, count: number): string[] {
  return text
    .slice(-60)
    .split(/[^\p{L}\p{M}'’./]+/u)
    .filter(Boolean)
    .slice(-count)
    .map((word) => foldWord(word));
}

function score(run: PersonRun, masked: string, at: number, runs: readonly PersonRun[]): number {
  const before = masked.slice(0, run.start);
  const clause = /[^.;,\n|()/]*$/.exec(before)?.[0] ?? "";
  const after = masked.slice(run.end, run.end + 40);
  let value = run.given ? 3 : 1;
  if (run.fullWords > 1) value += 2;
  if (run.low) value -= 1;
  if (run.doubtful && !run.given) value -= 1;
  if (run.shouted && !run.given && run.fullWords === 1 && run.name.length < 5) value -= 2;
  const near = lastWords(clause, 3);
  if (
    near.some((word) => RELATIONS.has(word) && !ROLES.has(word)) ||
    /^\W{0,3}(?:mom|dad|mother|father|wife|husband|guardian)\b/i.test(after)
  )
    value -= 9;
  if (near.length > 0 && ROLES.has(near.at(-1) ?? "")) value += 2;
  if (/^[\s,(<:–-]{0,4}(?:[A-Z]{2,5}[\s,/(]+)?\|{5}/.test(after)) value += 2;
  if (run.title === "dr") value -= 3;
  if (isInsurerToo(run)) value -= runs.length > 1 ? 4 : 1;
  const deskAfter =
    /^\s+(?:[\p{L}&]+\s+)?(?:desk|dept|department|team|unit|line|queue|inbox|office|hotline|center|program)\b/iu.test(
      after,
    );
  if (deskAfter && !(run.given && run.fullWords > 1)) value -= 4;
  return value - at * 0.01;
}

/** "Castle, Greg": a family name before the comma and a given name after it. */
function turned(runs: readonly PersonRun[], masked: string): PersonRun[] {
  const out: PersonRun[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    const next = runs[at + 1];
    if (!run) continue;
    const between = next ? masked.slice(run.end, next.start) : "";
    const lonely = run.fullWords === 1 && !run.title && !isInsurerToo(run);
    if (
      next &&
      lonely &&
      /^,\s{0,2}$/.test(between) &&
      (next.given || /^\p{L}\.?$/u.test(next.name)) &&
      (!run.given || next.fullWords === 1)
    ) {
      const twoGiven = run.given && next.given;
      out.push({
        ...next,
        start: run.start,
        name: `${next.name} ${run.name}`,
        fullWords: next.fullWords + 1,
        given: !twoGiven,
        doubtful: false,
      });
      at += 1;
    } else out.push(lonely ? withInitial(run, masked) : run);
  }
  return out;
}

/** "Villanueva, R.": a family name and the initial of the given one behind the comma. */
function withInitial(run: PersonRun, masked: string): PersonRun {
  const initial = /^,\s{0,2}(\p{Lu})\.?(?=\s*(?:$|[,;/(|\n–-]))/u.exec(masked.slice(run.end));
  return initial ? { ...run, end: run.end + initial[0].length, name: `${initial[1]}. ${run.name}`, fullWords: 2 } : run;
}

/** "Kathy or Jim", "Kathy / Jim": two people with nothing but a choice between them. */
function isChoice(masked: string, a: PersonRun, b: PersonRun): boolean {
  const between = masked.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).trim();
  return /^(?:or|and|&|\/|\+|and\/or|;|,)$/i.test(between);
}

function roleAround(masked: string, run: PersonRun): string | undefined {
  const before = /(?:[\p{L}&./]+[\s:-]*){0,4}$/u.exec(masked.slice(Math.max(0, run.start - 50), run.start))?.[0] ?? "";
  const words = before.split(/[\s:]+/).filter(Boolean);
  const roles: string[] = [];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? "";
    if (!ROLES.has(foldWord(word))) break;
    roles.unshift(word);
  }
  if (roles.length > 0) return roles.join(" ");
  return /^,?\s+(RN|LPN|LCSW|CM|LPC|CCM|MD|LMFT|BSN)\b/i.exec(masked.slice(run.end, run.end + 10))?.[1];
}

function orgIn(masked: string): string | undefined {
  const phrase = PAYER_PHRASE.exec(masked)?.[0];
  if (phrase) return phrase;
  const word = masked.split(/[^\p{L}-]+/u).find((part) => PAYER_WORDS.has(foldWord(part)));
  if (word) return word;
  const desk =
    /(?:[\p{L}\p{N}&]+ ){0,3}(?:desk|dept|department|team|unit|contracting|relations|intake|hotline)\b/iu.exec(
      masked,
    )?.[0];
  return desk?.trim() || undefined;
}

/**
 * Reads a contact cell. A desk, a department, a website is not a name; titles, credentials and roles are not part of one.
 * Null when the cell tells nobody and no way to reach them.
 *
 * @example readContact("K. BOONE RN, 800-555-0137 x2214")?.name is "K. Boone"; readContact("Unit 4 intake desk")?.name is undefined
 */
export function readContact(cell: string): ContactReading | null {
  const text = cell.slice(0, LONGEST_CONTACT);
  if (NOBODY.test(text) || text.trim() === "") return null;
  const phones = findPhones(text).filter((phone) => phone.confidence >= 0.3);
  const emails = findEmails(text);
  const masked = blank(text, [...phones, ...emails]);
  const named = masked.replace(new RegExp(PAYER_PHRASE.source, "gi"), (brand) => "/".repeat(brand.length));
  const runs = turned(personRuns(named, "cell"), named);
  const scored = runs.map((run, at) => ({ run, value: score(run, named, at, runs) })).sort((a, b) => b.value - a.value);
  const doctors = scored.filter(({ run, value }) => run.title === "dr" && value > -3);
  const ranked = scored.some(({ value }) => value > 0) ? scored.filter(({ value }) => value > 0) : doctors;
  const best = ranked[0];
  const others = ranked
    .slice(1)
    .filter(({ run }) => best !== undefined && run.name !== best.run.name && isChoice(named, run, best.run))
    .map(({ run }) => run.name);
  const phone = phones.filter(({ kind }) => kind === "phone").sort((a, b) => b.confidence - a.confidence)[0];
  const fax = phones.find(({ kind }) => kind === "fax");
  const email = emails[0];
  const lowWords = masked.split(/[^\p{L}]+/u).filter((word) => word.length > 1 && word === word.toLowerCase()).length;
  const reached = phone !== undefined || email !== undefined;
  let confidence = 0;
  if (best) {
    confidence =
      best.run.fullWords > 1 && best.run.given
        ? 0.97
        : best.run.given
          ? 0.92
          : best.run.fullWords > 1 || / \p{L}\.?$|^\p{L}\.? /u.test(best.run.name)
            ? 0.9
            : 0.75;
    if (best.run.title && best.run.title !== "dr") confidence = Math.max(confidence, 0.88);
    if (best.run.title === "dr") confidence = 0.45;
    if (best.run.low) confidence = Math.min(confidence, 0.8);
    if (isInsurerToo(best.run) || best.run.doubtful) confidence = Math.min(confidence, reached ? 0.7 : 0.4);
    if (lowWords > 6) confidence = Math.min(confidence, 0.7);
    if (others.length > 0) confidence = Math.min(confidence, 0.4);
    if (best.value < 1) confidence = Math.min(confidence, 0.4);
  } else if (reached) confidence = Math.max(phone?.confidence ?? 0, email ? 0.97 : 0);
  const org = orgIn(masked);
  if (!best && !reached && !fax && org === undefined) return null;
  if (!best && !reached && org !== undefined) confidence = DESKS.has(foldWord(org.split(" ").at(-1) ?? "")) ? 0.8 : 0.5;
  const role = best ? roleAround(masked, best.run) : undefined;
  return {
    ...(best ? { name: best.run.name } : {}),
    ...(phone ? { phone: phone.phone } : {}),
    ...(fax ? { fax: fax.phone } : {}),
    ...(email ? { email: email.text } : {}),
    ...(role ? { role } : {}),
    ...(org ? { org } : {}),
    others,
    confidence,
  };
}
