import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { extname, join, normalize, sep } from "node:path";

/** The answer to a request for a file. */
export interface ServedFile {
  readonly status: 200 | 404 | 405;
  readonly type: string;
  readonly body: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * The file of a folder that a request asks for; nothing outside of the folder.
 *
 * @example servedFile(folder, "GET", "/taskpane.html?_host_Info=Excel") is the page, whatever stands after "?"
 */
export function servedFile(folder: string, method: string, address: string): ServedFile {
  const nothing = new Uint8Array();
  if (method !== "GET" && method !== "HEAD") return { status: 405, type: "text/plain", body: nothing };
  const path = pathOf(address);
  const file = path === null ? null : normalize(join(folder, path));
  const isInside = file?.startsWith(`${folder}${sep}`) === true;
  if (file === null || !isInside || !existsSync(file) || !statSync(file).isFile()) {
    return { status: 404, type: "text/plain", body: nothing };
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  return { status: 200, type, body: method === "HEAD" ? nothing : readFileSync(file) };
}

function pathOf(address: string): string | null {
  try {
    return decodeURIComponent(address.split(/[?#]/)[0] ?? "");
  } catch {
    return null;
  }
}

/** A server of a folder over https, for this machine alone. */
export function pagesServer(folder: string, certificate: { readonly cert: Buffer; readonly key: Buffer }): Server {
  return createServer({ cert: certificate.cert, key: certificate.key }, (request, response) => {
    const { status, type, body } = servedFile(folder, request.method ?? "GET", request.url ?? "/");
    response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" });
    response.end(body);
  });
}
