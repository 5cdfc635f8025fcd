/**
 * A contractor's number with the zeros that a spreadsheet took from it; null for what is none.
 *
 * @example contractorNumber("2102") is "02102"
 */
export function contractorNumber(text: string): string | null {
  return /^\d{4,5}$/.test(text) ? text.padStart(5, "0") : null;
}

/**
 * A locality's number with the zeros that a spreadsheet took from it; null for what is none.
 *
 * @example localityNumber("0") is "00"
 */
export function localityNumber(text: string): string | null {
  return /^\d{1,2}$/.test(text) ? text.padStart(2, "0") : null;
}
