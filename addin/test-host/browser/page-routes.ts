import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { BrowserContext, Route } from "playwright-core";
import { servedFile } from "../../../scripts/addin-build/pages-server.ts";
import { ADDIN_HOST, EXCEL_ADDRESS, EXCEL_PAGE } from "./excel-page.ts";

/** Where office.js stands on Microsoft's network; answered from the package, byte for byte. */
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** Every request that the pages made, by where it went. */
export interface Requests {
  /** To the host of the add-in, by path. */
  readonly own: string[];
  /** To Microsoft's place of office.js, by path. */
  readonly office: string[];
  /** Anywhere else: refused, and a fault of the add-in. */
  readonly foreign: string[];
}

/** Answers every request of a browser from files: there is no server, no certificate, and no network. */
export async function routePages(context: BrowserContext, built: string): Promise<Requests> {
  const requests: Requests = { own: [], office: [], foreign: [] };
  const office = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
  await context.route("**/*", (route) => {
    const address = route.request().url();
    if (address === EXCEL_ADDRESS) return route.fulfill({ contentType: "text/html", body: EXCEL_PAGE });
    if (address.startsWith(OFFICE_JS)) {
      const path = address.slice(OFFICE_JS.length).replace(/\?.*$/, "");
      requests.office.push(path);
      return fulfilOffice(route, join(office, path));
    }
    if (!address.startsWith(`${ADDIN_HOST}/`)) {
      requests.foreign.push(address);
      return route.abort();
    }
    const path = address.slice(ADDIN_HOST.length);
    requests.own.push(path.replace(/[?#].*$/, ""));
    const { status, type, body } = servedFile(built, route.request().method(), path);
    return route.fulfill({ status, contentType: type, body: Buffer.from(body) });
  });
  return requests;
}

function fulfilOffice(route: Route, file: string): Promise<void> {
  if (!existsSync(file)) return route.fulfill({ status: 404, body: "" });
  return route.fulfill({ contentType: "text/javascript; charset=utf-8", body: readFileSync(file) });
}
