/** An input whose value the other cells follow. */
export type Input<Value> = HTMLLabelElement & { readonly value: Value };

/**
 * A list to choose one of, with its label. Its value is the text of the choice; the first is chosen at the start.
 *
 * @example const payer = view(choice("Payer", ["All payers", "Aetna"]))
 */
export function choice<Name extends string>(label: string, names: readonly Name[]): Input<Name> {
  const select = document.createElement("select");
  select.append(...names.map((name) => new Option(name, name)));
  return labelled(label, select, () => names[select.selectedIndex] ?? (select.value as Name));
}

/** A whole number to type, between two ends; outside of them, or blank, it is taken for the nearer end or the start. */
export function wholeNumber(
  label: string,
  { start, least, most }: { readonly start: number; readonly least: number; readonly most: number },
): Input<number> {
  const input = document.createElement("input");
  input.type = "number";
  input.inputMode = "numeric";
  input.min = String(least);
  input.max = String(most);
  input.value = String(start);
  return labelled(label, input, () => {
    const typed = input.valueAsNumber;
    return Number.isNaN(typed) ? start : Math.min(most, Math.max(least, Math.round(typed)));
  });
}

function labelled<Value>(text: string, control: HTMLElement, value: () => Value): Input<Value> {
  const label = document.createElement("label");
  label.append(text, control);
  return Object.defineProperty(label, "value", { get: value }) as Input<Value>;
}
