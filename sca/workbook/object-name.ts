/** Throws where Excel would refuse the name of a cell: our own mistake in the plan. */
export function checkName(name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_.]{0,254}$/.test(name) || /^(?:[A-Z]{1,3}\d+|[RC]|R\d*C\d*)$/i.test(name)) {
    throw new Error(`"${name}" cannot name a cell`);
  }
}
