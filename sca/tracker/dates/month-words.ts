const MONTH_WORDS: readonly (readonly string[])[] = [
  ["jan", "january", "enero", "ene", "janvier", "janv", "januar", "januari", "gennaio", "janeiro"],
  ["feb", "february", "febr", "febrero", "fevrier", "fev", "februar", "februari", "febbraio", "fevereiro"],
  ["mar", "march", "marzo", "mars", "marz", "maart", "mrt", "marco"],
  ["apr", "april", "abril", "abr", "avril", "avr", "aprile"],
  ["may", "mayo", "mai", "mei", "maggio", "maio"],
  ["jun", "june", "junio", "juin", "juni", "giugno", "junho"],
  ["jul", "july", "julio", "juillet", "juil", "juli", "luglio", "julho"],
  ["aug", "august", "agosto", "aout", "augustus"],
  ["sep", "sept", "september", "septiembre", "setiembre", "septembre", "settembre", "setembro", "spt", "spet"],
  ["oct", "october", "octubre", "octobre", "oktober", "okt", "ottobre", "outubro"],
  ["nov", "november", "noviembre", "novembre", "novembro"],
  ["dec", "december", "decem", "diciembre", "dic", "decembre", "dezember", "dez", "dicembre", "dezembro"],
];

const FULL_NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const EXACT = new Map(MONTH_WORDS.flatMap((words, index) => words.map((word) => [word, index + 1] as const)));

/** Slips in the short names, spelled out because general forgiveness would take in ordinary words. */
const SLIPS = new Map([
  ["marhc", 3],
  ["amrch", 3],
  ["mrach", 3],
  ["aprl", 4],
  ["apirl", 4],
  ["arpil", 4],
  ["aprill", 4],
  ["jully", 7],
  ["agust", 8],
  ["ocober", 10],
]);

/** One letter added, dropped or changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** How a word names a month; a misspelt name counts only beside a number. */
export interface MonthWord {
  readonly month: number;
  readonly exact: boolean;
}

/**
 * The month that a word names: full names and abbreviations in English, common names in other languages,
 * and long English names with one slip of the pen. Null for every other word.
 *
 * @example monthOfWord("Sept") is { month: 9, exact: true }; monthOfWord("Febuary") is { month: 2, exact: false }
 */
export function monthOfWord(word: string): MonthWord | null {
  if (word.length < 3 || word.length > 11) return null;
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const exact = EXACT.get(plain);
  if (exact !== undefined) return { month: exact, exact: true };
  const slip = SLIPS.get(plain);
  if (slip !== undefined) return { month: slip, exact: false };
  if (plain.length < 5 || /^august[ao]s?$/.test(plain)) return null;
  // Shorter names are a slip away from ordinary words (match, marsh, money), so only the long ones forgive.
  const found = FULL_NAMES.findIndex((name) => name.length >= 6 && isOneSlip(plain, name));
  if (found >= 0) return { month: found + 1, exact: false };
  const twice = FULL_NAMES.findIndex((name) => name.length >= 8 && plain[0] === name[0] && isTwoSlips(plain, name));
  return twice >= 0 ? { month: twice + 1, exact: false } : null;
}

/** Two slips in a long name: dropping some letter of the word leaves one slip ("Feburary", "Setpembr"). */
function isTwoSlips(a: string, b: string): boolean {
  if (a.length < 7) return false;
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const shortA = a.slice(0, at) + a.slice(at + 1);
    const shortB = b.slice(0, at) + b.slice(at + 1);
    if (isOneSlip(shortA, b) || isOneSlip(a, shortB)) return true;
  }
  return false;
}
