import { deflateSync, inflateSync } from "node:zlib";
import { crc32 } from "../../files/package/crc32.ts";

const SIGNATURE = 8;

/**
 * The upper rows of a PNG picture (ISO/IEC 15948), without what a program wrote about itself or the time. A row of pixels
 * is coded after the rows above it only, so rows can be left off at the end. Throws where the bytes are no PNG, are
 * interlaced, or have fewer rows.
 *
 * @example cropPng(screenshot, 188)
 */
export function cropPng(png: Uint8Array, rows: number): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const data: Uint8Array[] = [];
  const kept: { readonly kind: string; readonly body: Uint8Array }[] = [];
  for (let at = SIGNATURE; at < png.length; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8));
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === "IDAT") data.push(body);
    else if (kind === "IHDR" || kind === "PLTE" || kind === "tRNS" || kind === "sRGB") kept.push({ kind, body });
    at += length + 12;
  }
  const header = kept[0]?.kind === "IHDR" ? Uint8Array.from(kept[0].body) : null;
  if (header === null || header[12] !== 0) throw new Error("no PNG picture whose rows can be told apart");
  const head = new DataView(header.buffer);
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[header[9] ?? -1] ?? 0;
  const stride = 1 + Math.ceil((head.getUint32(0) * channels * (header[8] ?? 0)) / 8);
  const pixels = inflateSync(Buffer.concat(data));
  if (pixels.length < rows * stride) throw new Error(`the picture has fewer than ${rows} rows`);
  head.setUint32(4, rows);
  const chunks = [
    { kind: "IHDR", body: header },
    ...kept.slice(1),
    { kind: "IDAT", body: deflateSync(pixels.subarray(0, rows * stride), { level: 9 }) },
    { kind: "IEND", body: new Uint8Array() },
  ];
  return new Uint8Array(Buffer.concat([png.subarray(0, SIGNATURE), ...chunks.map(chunkBytes)]));
}

function chunkBytes({ kind, body }: { readonly kind: string; readonly body: Uint8Array }): Uint8Array {
  const bytes = Buffer.alloc(body.length + 12);
  bytes.writeUInt32BE(body.length, 0);
  bytes.write(kind, 4, "latin1");
  bytes.set(body, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length);
  return bytes;
}
