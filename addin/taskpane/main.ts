import { EMPTY_LIBRARY } from "../../sca/medicare/fee-schedule.ts";
import { type CalendarDate, calendarDate } from "../../sca/values/calendar-date.ts";
import { associateCommands } from "../commands/associate-commands.ts";
import { officeShell } from "../excel/office-shell.ts";
import { associateFunctions } from "../functions/associate-functions.ts";

/** The day on the user's machine: the one place of the add-in that reads the clock for it. */
function today(): CalendarDate {
  const now = new Date();
  const day = calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new RangeError("this machine's clock is outside 1900 to 2199");
  return day;
}

function show(text: string): void {
  const status = document.querySelector("#pane [role=status]");
  if (status !== null) status.textContent = text;
}

const shell = officeShell();
if (shell === null) {
  show(
    "The script of Excel's add-ins did not load. Check the connection, then close this pane and open it again. Your workbook is untouched.",
  );
} else {
  // Before anything else: a formula or a button may be what started the page.
  associateFunctions(shell.functions, { today, library: () => EMPTY_LIBRARY });
  associateCommands(shell.commands, {
    open: (view) => {
      document.body.dataset["view"] = view;
    },
    couldNotShow: ({ label }) => show(`Excel could not open the pane for ${label}. Press the button again.`),
  });
  const isInExcel = await shell.isInExcel();
  show(isInExcel ? "SCA Ledger is ready." : "SCA Ledger works inside Excel: open it there on the tab SCA Ledger.");
}
