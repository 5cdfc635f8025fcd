// Runs the library that reads .xls and .xlsb in a thread of its own, where a damaged file can neither hang nor exhaust the
// program. Plain CommonJS: the thread is started without the TypeScript loader, while its caller waits.
const { workerData } = require("node:worker_threads");
const { read } = require("@e965/xlsx");

const { bytes, options, port, done } = workerData;

function answer() {
  try {
    const { SheetNames, Sheets, Workbook } = read(bytes, options);
    const sheets = SheetNames.map((name, index) => {
      const sheet = Sheets[name];
      return {
        name,
        kind: sheet["!type"] ?? "sheet",
        hidden: (Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
        data: sheet["!data"] ?? [],
        merges: sheet["!merges"] ?? [],
        hiddenRows: hiddenOf(sheet["!rows"]),
        hiddenColumns: hiddenOf(sheet["!cols"]),
      };
    });
    return { sheets, date1904: Workbook?.WBProps?.date1904 === true };
  } catch (error) {
    return { failure: String(error?.message ?? error) };
  }
}

function hiddenOf(list) {
  const hidden = [];
  for (const at in list ?? []) if (list[at]?.hidden === true) hidden.push(Number(at) + 1);
  return hidden;
}

try {
  port.postMessage(answer());
} catch (error) {
  port.postMessage({ failure: String(error) });
}
Atomics.store(done, 0, 1);
Atomics.notify(done, 0);
