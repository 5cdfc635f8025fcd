import type { NotebookLedger } from "../notebook-ledger.ts";

/** The ledger that the builder put into this page. Throws, in words, in a page that was built without one. */
export function openedLedger(): NotebookLedger {
  const text = document.getElementById("ledger")?.textContent ?? "";
  if (text === "")
    throw new Error("There is no ledger in this page. Build it with: npm run notebook -- NAME LEDGER.xlsx");
  // Written by the builder from the same type.
  return JSON.parse(text) as NotebookLedger;
}
