/** A piece of what a part of a file says. */
export interface SearchedUnit {
  /** `cell` is a whole cell of a table, `number` a figure of a sheet or chart, `comment` whatever nobody is shown. */
  readonly kind: "text" | "cell" | "number" | "attribute" | "comment";
  readonly text: string;
}

/** A part of a file with everything that it says, seen or unseen. */
export interface SearchedPart {
  readonly file: string;
  /** "word/document.xml", "text of the pages", "properties". */
  readonly part: string;
  readonly units: readonly SearchedUnit[];
}
