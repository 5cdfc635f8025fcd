import type { RibbonCommand } from "../../addin/commands/ribbon-commands.ts";
import type { DescribedFunction } from "./function-metadata.ts";

/** The page behind "Help" in Excel's lists: the buttons, where data goes, and each custom function with its parameters. */
export function helpPage(commands: readonly RibbonCommand[], functions: readonly DescribedFunction[]): string {
  const described = functions.map(({ name, description, parameters }) => {
    const call = parameters.map((parameter) => (parameter.optional === true ? `[${parameter.name}]` : parameter.name));
    const rows = parameters.map(
      (parameter) => `<li><code>${parameter.name}</code>: ${escaped(parameter.description)}</li>`,
    );
    return `<h3>SCA.${name}</h3>
<p><code>=SCA.${name}(${call.join(", ")})</code></p>
<p>${escaped(description)}</p>
<ul>
${rows.join("\n")}
</ul>`;
  });
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>SCA Ledger: help</title>
</head>
<body>
<main>
<h1>SCA Ledger</h1>
<p>Open your tracker in Excel, go to the tab <strong>SCA Ledger</strong> and press <strong>Structure tracker</strong>. The ledger is built beside your sheets, which stay as they are.</p>
<p>Buttons: ${commands.map(({ label }) => escaped(label)).join(", ")}.</p>
<h2>Your data</h2>
<p>Nothing of your workbook is sent anywhere: the add-in loads its own pages and Excel's script, and opens no other connection. The countdown and the multiples in the ledger are plain formulas and work without the add-in.</p>
<h2>Functions</h2>
<p>Each takes single cells or ranges, and answers in the same shape. Where something is missing the cell shows an error with the reason; it is never counted as 0.</p>
${described.join("\n")}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
