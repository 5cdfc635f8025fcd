import { attributeOf, type ManifestElement, typeOf } from "./manifest-element.ts";

/** Something in the manifest that Excel or the marketplace would refuse, or that would fail on the user's machine. */
export interface ManifestFault {
  /** Where in the text; what names the line is whoever prints it. */
  readonly at: ManifestElement;
  /** The element in words: `Control "Button.Rate"`. */
  readonly where: string;
  readonly found: string;
  readonly accepted: string;
}

/** A fault at an element. */
export function faultAt(at: ManifestElement, found: string, accepted: string): ManifestFault {
  const name = attributeOf(at, "id") ?? attributeOf(at, "resid") ?? attributeOf(at, "Name") ?? typeOf(at);
  return { at, where: name === undefined ? at.name : `${at.name} "${name}"`, found, accepted };
}

/**
 * The sentence for a developer: line, element, what stands there, what would be right.
 *
 * @example faultSentence(fault, text) is `manifest.xml line 8, Version: found "1.x"; accepted is one to four numbers …`
 */
export function faultSentence(fault: ManifestFault, text: string): string {
  const line = text.slice(0, fault.at.start).split("\n").length;
  return `manifest.xml line ${line}, ${fault.where}: found ${fault.found}; accepted is ${fault.accepted}.`;
}
