/** Characters that one page still shows legibly side by side. */
const PAGE = 220;

/** Pages side by side that a sheet with columns of these widths is printed on. */
export function pagesWide(widths: ReadonlyMap<number, number>): number {
  const total = [...widths.values()].reduce((sum, width) => sum + width, 0);
  return Math.max(1, Math.ceil(total / PAGE));
}
