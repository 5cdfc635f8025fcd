import { createRoot } from "react-dom/client";
import { type CalendarDate, calendarDate } from "../../sca/values/calendar-date.ts";
import { associateCommands } from "../commands/associate-commands.ts";
import { type OfficeShell, officeShell } from "../excel/office-shell.ts";
import { openWorkbook } from "../excel/office-workbook.ts";
import { associateFunctions } from "../functions/associate-functions.ts";
import type { WorkOut } from "./background/ledger-work.ts";
import type { MakeReport } from "./background/report-work.ts";
import { runInWorker } from "./background/run-in-worker.ts";
import { createLedgerStore } from "./frame/ledger-store.ts";
import { createMedicareShelf } from "./frame/medicare-shelf.ts";
import { createNavigation } from "./frame/navigation.ts";
import { Pane, type Said } from "./frame/pane.tsx";
import { themeFor } from "./frame/pane-theme.ts";
import { createStore } from "./frame/store.ts";
import { createStructuring } from "./structure/structuring.ts";

/** The day on the user's machine: the one place of the add-in that reads the clock for it. */
function today(): CalendarDate {
  const now = new Date();
  const day = calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new RangeError("this machine's clock is outside 1900 to 2199");
  return day;
}

const place = document.querySelector("#pane");

/** Words in place of the pane, where it cannot work at all. */
function show(sentence: string): void {
  const status = place?.querySelector("[role=status]");
  if (status !== null && status !== undefined) status.textContent = sentence;
}

const NOT_STARTED =
  "SCA Ledger could not start here. Close this pane and open it again; if it stays so, ask who installed it. Your workbook is untouched.";
const NOT_RESTORED =
  "Medicare's files of an earlier session could not be read, so nothing is priced. Close this pane and open it again.";
const NOT_RECALCULATED =
  "Medicare's files are loaded, but Excel could not compute the formulas anew. Press Ctrl+Alt+F9 to see their amounts.";

/** Puts everything together once Excel's script is there. */
async function start(shell: OfficeShell): Promise<void> {
  const medicare = createMedicareShelf();
  const navigation = createNavigation();
  const status = createStore<Said>({ words: "", turn: 0 });
  const say = (words: string): void => status.set({ words, turn: status.get().turn + 1 });
  let wasAsked = false;
  // Before anything else: a formula or a button may be what started the page.
  associateFunctions(shell.functions, {
    today,
    library: () => {
      wasAsked = true;
      return medicare.get().library;
    },
  });
  associateCommands(shell.commands, {
    open: (view, task) => navigation.open(view, task),
    couldNotShow: ({ label }) => say(`Excel could not open the pane for ${label}. Press the button again.`),
  });
  if (!(await shell.isInExcel())) {
    show("SCA Ledger works inside Excel: open it there on the tab SCA Ledger.");
    return;
  }
  const workbook = openWorkbook();
  const ledger = createLedgerStore(workbook);
  const trackerChanged = createStore(false);
  const personChanges = createStore<number | null>(null);
  let isRestored = false;
  medicare.subscribe(() => {
    // Files of an earlier session change nothing that stands in cells, unless a formula asked before they were there.
    if (isRestored || wasAsked) workbook.recalculate().catch(() => say(NOT_RECALCULATED));
  });
  // What was loaded in an earlier session: formulas and structuring price by it without a look at Settings.
  const medicareReady = import("./settings/session-keeper.ts")
    .then(({ keeperOf }) => keeperOf(medicare).restore())
    .catch(() => say(NOT_RESTORED))
    .finally(() => {
      isRestored = true;
    });
  const structuring = createStructuring({
    ...{ workbook, ledger, medicare, personChanges, trackerChanged, today },
    medicareReady: () => medicareReady,
    run: (request, progress, signal) => runInWorker(structuringWorker, request, progress, signal),
    say,
  });
  const forced = window.matchMedia("(forced-colors: active)");
  const fitting = () => themeFor(shell.colours(), forced.matches);
  const theme = createStore(fitting());
  const follow = (): void => theme.set(fitting());
  shell.onThemeChange(follow);
  forced.addEventListener("change", follow);
  window.addEventListener("focus", follow);
  // Not waited for: Excel answers nothing while a cell is edited.
  workbook
    .onPersonChange(({ tables, isTracker }) => {
      personChanges.set((personChanges.get() ?? 0) + 1);
      if (isTracker) trackerChanged.set(true);
      if (tables.length > 0 && ledger.state.get().kind !== "unread") void ledger.refresh();
    })
    .then(
      () => personChanges.set(personChanges.get() ?? 0),
      () => personChanges.set(null),
    );
  if (place === null) return;
  const services = {
    workbook,
    ledger,
    medicare,
    navigation,
    structuring,
    trackerChanged,
    today,
    workOut,
    makeReport,
    say,
  };
  createRoot(place).render(<Pane services={services} theme={theme} status={status} />);
}

const workOut: WorkOut = (question, signal) => runInWorker(ledgerWorker, question, () => {}, signal);

const makeReport: MakeReport = (question) =>
  runInWorker(reportWorker, question, () => {}, new AbortController().signal);

function reportWorker(): Worker {
  return new Worker(new URL("./background/report-worker.ts", import.meta.url), { type: "module" });
}

function ledgerWorker(): Worker {
  return new Worker(new URL("./background/ledger-worker.ts", import.meta.url), { type: "module" });
}

function structuringWorker(): Worker {
  return new Worker(new URL("./background/structuring-worker.ts", import.meta.url), { type: "module" });
}

const shell = officeShell();
if (shell === null) {
  show(
    "The script of Excel's add-ins did not load. Check the connection, then close this pane and open it again. Your workbook is untouched.",
  );
} else {
  start(shell).catch((error: unknown) => {
    show(NOT_STARTED);
    throw error;
  });
}
