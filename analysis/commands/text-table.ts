/** Lines of text no wider than so many characters; further lines start with the indent. */
export function wrapped(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const next = line === "" ? (lines.length === 0 ? word : `${indent}${word}`) : `${line} ${word}`;
    if (next.length > width && line !== "") {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = next;
  }
  return [...lines, line];
}

/** A table of texts with its headings; columns of figures stand to the right. No cell is cut: long ones wrap. */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  { figures, widest }: { readonly figures: ReadonlySet<number>; readonly widest: number },
): string[] {
  const cells = [headings, ...rows].map((row) => row.map((cell) => wrapped(cell, widest)));
  const widths = headings.map((_, column) =>
    Math.max(...cells.flatMap((row) => (row[column] ?? [""]).map(({ length }) => length))),
  );
  const lines = cells.flatMap((row) => {
    const height = Math.max(...row.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) =>
      widths
        .map((width, column) => {
          const text = row[column]?.[at] ?? "";
          return figures.has(column) ? text.padStart(width) : text.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    );
  });
  const headHeight = Math.max(...(cells[0] ?? [[""]]).map(({ length }) => length));
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [...lines.slice(0, headHeight), rule, ...lines.slice(headHeight)];
}
