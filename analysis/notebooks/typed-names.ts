import { plainCode } from "../../sca/rates/code-family.ts";
import { LEVELS_OF_CARE } from "../../sca/tracker/vocabulary/levels-of-care.ts";

/** CPT, HCPCS and revenue codes: a letter at most, and digits. */
const CODE = /^[A-Z]?\d{3,5}[A-Z]?$/;
const LEVELS: ReadonlySet<string> = new Set(LEVELS_OF_CARE.map((level) => `level:${level.toLowerCase()}`));

/** Hides what people typed where a code or a level of care is expected, since it may name somebody. */
export interface TypedNames {
  /** A code as it stands; anything else as "other code 1". */
  readonly code: (text: string) => string;
  /** A family of services by its id and its name; one that is no more than a typed text as "other service 1". */
  readonly service: (id: string, name: string) => string;
}

/** Texts that are the same, whatever their capitals, get the same name: nothing that is grouped by them changes. */
export function typedNames(): TypedNames {
  const [codes, services] = [numbering(), numbering()];
  return {
    code: (text) => (isCode(text) ? text : `other code ${codes(text)}`),
    service: (id, name) => (isTyped(id) ? `other service ${services(name)}` : name),
  };
}

/** Whether a code, or nothing at all, stands where one is expected. */
function isCode(text: string): boolean {
  const plain = plainCode(text);
  return plain === "" || CODE.test(plain);
}

function isTyped(familyId: string): boolean {
  if (familyId.startsWith("level:")) return !LEVELS.has(familyId);
  return familyId.startsWith("code:") && !isCode(familyId.slice("code:".length));
}

/** Numbers in place of texts, as the texts come up; what differs only in capitals is one. */
export function numbering(): (text: string) => string {
  const numbers = new Map<string, string>();
  return (text) => {
    const key = text.toLowerCase();
    const known = numbers.get(key) ?? String(numbers.size + 1);
    numbers.set(key, known);
    return known;
  };
}
