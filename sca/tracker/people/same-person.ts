import { foldWord } from "./given-names.ts";
import { readPatientName } from "./patient-name.ts";
import { SUFFIXES } from "./person-words.ts";

/** Short forms in everyday use, each row one name. */
const NICKNAMES = `alexander alex al lex sasha|alexandra alex lexi sandy sasha|andrew andy drew|anthony tony|barbara barb|benjamin ben benny|catherine
katherine kathryn kate kathy cathy katie kat kay|charles charlie chuck|christopher chris kit|christina christine chris tina christy|daniel dan danny|
david dave davey|deborah debra deb debbie|donald don donnie|dorothy dot dottie|edward ed eddie ted ned|elizabeth liz beth lizzie eliza betsy betty libby|
eugene gene|francis frank frankie|frances fran|frederick fred freddie|gabriel gabe|gabriella gabrielle gabby|gerald gerry jerry|gregory greg|henry hank harry|
isabella isabel bella izzy|jacob jake|jacqueline jackie|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|jessica jess jessie|john jack johnny jon|
jonathan jon john nathan|joseph joe joey jo|josephine jo josie|joshua josh|judith judy|kenneth ken kenny|kimberly kim|lawrence larry|leonard len lenny leo|
louis louie lou|luis lou|margaret maggie meg peggy marge margie greta|mary molly polly|matthew matt|michael mike mick mickey|nathaniel nathan nate|
nicholas nick nicky|pamela pam|patricia pat patty tricia trish|patrick pat|peter pete|philip phillip phil|rachel rae|raymond ray|rebecca becca becky|
richard rick ricky rich dick|robert rob bob bobby robbie|roberta bobbie|ronald ron ronnie|rosemary rose rosie|rudolph rudy|samuel samantha sam sammy|
sandra sandy|stephen steven steve|susan susanna sue susie|terence terrance terry|theresa teresa terri tess terry|theodore theo ted teddy|theodora theo dora|
thomas tom tommy|timothy tim|victoria vicky tori|vincent vince vinny|virginia ginny|walter walt wally|wilhelmina willa mina|william will bill billy liam|
winifred winnie|zachary zach zack`;

const SHORT_FORMS: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const rows = new Map<string, Set<number>>();
  NICKNAMES.split("|").forEach((row, index) => {
    for (const name of row.split(/\s+/).filter(Boolean)) rows.set(name, (rows.get(name) ?? new Set()).add(index));
  });
  return rows;
})();

interface Parts {
  readonly given: readonly string[];
  readonly family: string;
  readonly suffix: string;
  readonly all: readonly string[];
}

function partsOf(text: string): Parts | null {
  const reading = readPatientName(text);
  if (!reading?.name) return null;
  const words = reading.name
    .split(/[\s]+/)
    .flatMap((word) => (/^(?:\p{L}\.)+$/u.test(word) ? word.split(".").filter(Boolean) : [word]));
  const folded = words.map((word) => foldWord(word)).filter((word) => word !== "" && word !== "and" && word !== "&");
  const suffix = folded.find((word, index) => index > 0 && SUFFIXES.has(word)) ?? "";
  const rest = folded.filter((word, index) => index === 0 || !SUFFIXES.has(word));
  if (rest.length === 0) return null;
  const nickname = reading.nickname ? [foldWord(reading.nickname)] : [];
  return { given: [...rest.slice(0, -1), ...nickname], family: rest.at(-1) ?? "", suffix, all: rest };
}

/** One slip of the finger in a word of five letters or more. */
function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < a.length - from && end < b.length - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const restA = a.slice(from, a.length - end);
  const restB = b.slice(from, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

function isShortFor(a: string, b: string): boolean {
  const rowsA = SHORT_FORMS.get(a);
  const rowsB = SHORT_FORMS.get(b);
  if (!rowsA || !rowsB) return false;
  return [...rowsA].some((row) => rowsB.has(row));
}

/** 2: the same word; 1: an initial, a short form or a slip; 0: different. */
function agreement(a: string, b: string): 0 | 1 | 2 {
  if (a === b) return 2;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 1 : 0;
  const familyPart = a.split(/[-–]/).includes(b) || b.split(/[-–]/).includes(a);
  return nearlySame(a, b) || isShortFor(a, b) || familyPart ? 1 : 0;
}

/**
 * Whether two patient cells can speak of one person: true when both names agree in full (whatever their order, case, middle initial or
 * nickname), "maybe" when one is only part of the other or one letter differs, false when they contradict each other.
 * The date of birth, when both rows have one, decides a "maybe".
 *
 * @example samePerson("Kayla Renn", "RENN, KAYLA") is true; samePerson("Kayla Renn", "Kayla R.") is "maybe"
 */
export function samePerson(a: string, b: string): boolean | "maybe" {
  const one = partsOf(a);
  const two = partsOf(b);
  if (!one || !two) return false;
  if (one.suffix !== "" && two.suffix !== "" && one.suffix !== two.suffix) return false;
  const doubtful = one.suffix !== two.suffix;
  if (one.all.join(" ") === two.all.join(" ") && one.all.length > 1)
    return doubtful || one.all.some((word) => word.length === 1) ? "maybe" : true;
  const [short, long] = one.all.length <= two.all.length ? [one, two] : [two, one];
  if (short.all.length === 1) {
    const word = short.all[0] ?? "";
    return word.length > 1 && [...long.all, ...long.given].some((other) => agreement(word, other) > 0)
      ? "maybe"
      : false;
  }
  const straight = compareInOrder(short, long);
  const turned = [...short.all].sort().join(" ") === [...long.all].sort().join(" ") ? 2 : 0;
  const best = Math.max(straight, turned);
  if (best === 0) return false;
  return best === 2 && !doubtful ? true : "maybe";
}

function compareInOrder(short: Parts, long: Parts): 0 | 1 | 2 {
  const family = agreement(short.family, long.family);
  const givens = short.given.map((word) => Math.max(...long.given.map((other) => agreement(word, other)), 0));
  const first = Math.max(
    agreement(short.given[0] ?? "", long.given[0] ?? ""),
    ...long.given.slice(1).map((other) => agreement(short.given[0] ?? "", other)),
  );
  const firstBack = Math.max(first, ...short.given.map((word) => agreement(word, long.given[0] ?? "")));
  if (family === 0 || firstBack === 0) return 0;
  const clash =
    givens.slice(1).some((value) => value === 0) && long.given.length > 1 && short.given.length === long.given.length;
  if (clash) return 0;
  return family === 2 && firstBack === 2 ? 2 : 1;
}
