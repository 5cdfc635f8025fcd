/** Text as it stands between tags or in an attribute between double quotes. The text must hold no control characters. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (found) =>
    found === "&" ? "&amp;" : found === "<" ? "&lt;" : found === ">" ? "&gt;" : "&quot;",
  );
}

// What XML cannot carry, a carriage return (XML readers turn it into a line feed), and text that only looks like such an
// escape, or would with the underscore that the escape of the character behind it begins with.
const UNSPEAKABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}[_\u0000-\u001f\ud800-\udfff\ufffe\uffff])/g;

/**
 * Text of a cell, a heading or a prompt: what XML cannot hold is written as Excel does, `_xHHHH_` (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).
 *
 * @example cellText("a\u0001<b") is "a_x0001_&lt;b"; cellText("_x0041_") is "_x005F_x0041_", which Excel shows as _x0041_
 */
export function cellText(text: string): string {
  return escapeXml(
    text.replace(UNSPEAKABLE, (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`),
  );
}

/** A value between double quotes; line breaks and tabs survive the reader's normalisation of attributes. */
export function attributeText(text: string): string {
  return cellText(text).replace(/\n/g, "_x000a_").replace(/\t/g, "_x0009_");
}

/**
 * Puts a namespace prefix before each element of XML that was written without one.
 *
 * @example withPrefix("<b/><i/>", "x:") is "<x:b/><x:i/>"
 */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}
