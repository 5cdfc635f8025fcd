import { RIBBON_COMMANDS } from "../commands/ribbon-commands.ts";
import { recordExchanges } from "./record-exchanges.ts";
import { RECORDED_SCENARIOS, type RecordedScenario } from "./recorded-scenarios.ts";

/** The page that runs the scenarios in a real Excel and hands out what it answered. Never part of what is deployed. */
const exchanges = (await Office.onReady()).host === Office.HostType.Excel ? recordExchanges() : null;

// The ribbon's buttons run functions: here every one of them brings up this page.
for (const { id } of RIBBON_COMMANDS) {
  Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
    Office.addin.showAsTaskpane().finally(() => event.completed());
  });
}

async function runOne({ name, run }: RecordedScenario) {
  const first = exchanges?.length ?? 0;
  const sheetName = `Recorder ${Date.now() % 1_000_000}`;
  let outcome: { readonly result: unknown } | { readonly code: string; readonly message: string };
  try {
    const result = await Excel.run(async (context) => run(context.workbook.worksheets.add(sheetName), context));
    outcome = { result: result ?? null };
  } catch (error) {
    const { code = "", message = String(error) } = error as { readonly code?: string; readonly message?: string };
    outcome = { code, message };
  }
  const recorded = exchanges?.slice(first) ?? [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
    await context.sync();
    if (!sheet.isNullObject) {
      sheet.protection.unprotect();
      sheet.delete();
    }
    await context.sync();
  });
  return { name, outcome, exchanges: recorded };
}

async function runAll(status: HTMLElement): Promise<void> {
  const scenarios: Awaited<ReturnType<typeof runOne>>[] = [];
  for (const scenario of RECORDED_SCENARIOS) {
    status.textContent = `${scenarios.length + 1} of ${RECORDED_SCENARIOS.length}: ${scenario.name}`;
    scenarios.push(await runOne(scenario));
  }
  const { platform, version } = Office.context.diagnostics;
  const text = JSON.stringify({ platform: String(platform), version, scenarios }, null, 1);
  const field = document.querySelector<HTMLTextAreaElement>("#text");
  if (field !== null) field.value = text;
  const link = document.querySelector<HTMLAnchorElement>("#save");
  if (link !== null) {
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "excel-recording.json";
    link.hidden = false;
  }
  status.textContent = `${scenarios.length} scenarios recorded.`;
}

const button = document.querySelector<HTMLButtonElement>("#run");
const status = document.querySelector<HTMLElement>("#status");
if (button !== null && status !== null) {
  button.disabled = exchanges === null;
  status.textContent = exchanges === null ? "Open this page in Excel." : "Ready.";
  button.onclick = () => {
    button.disabled = true;
    runAll(status).catch((error: unknown) => {
      status.textContent = `Stopped: ${error instanceof Error ? error.message : String(error)}`;
    });
  };
}
