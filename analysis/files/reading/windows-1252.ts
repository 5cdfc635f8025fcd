/** Characters 0x80 to 0x9F; five places stand for nothing. Everything else is as in Latin-1. */
const UPPER = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Text in Windows-1252. Done by hand because Node 20 decodes that name as Latin-1, where dashes and curly quotes turn
 * into control characters.
 *
 * @example decodeWindows1252(new Uint8Array([0x93, 0x41, 0x94])) is "“A”"
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin.replace(/[\u0080-\u009f]/g, (control) => UPPER[control.charCodeAt(0) - 0x80] ?? control);
}
