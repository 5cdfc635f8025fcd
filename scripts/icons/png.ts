import { deflateSync, inflateSync } from "node:zlib";
import { crc32 } from "../../analysis/files/package/crc32.ts";

/** A picture in rows of red, green, blue and opacity, a byte each. */
export interface Picture {
  readonly size: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A square picture as PNG: 8 bits a channel with opacity, no filter, no other chunk (PNG specification, 3rd edition). */
export function encodePng({ size, pixels }: Picture): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header.set([8, 6, 0, 0, 0], 8);
  const lines = new Uint8Array(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) {
    lines.set(pixels.subarray(row * size * 4, (row + 1) * size * 4), row * (size * 4 + 1) + 1);
  }
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk("IHDR", header),
    ...chunk("IDAT", deflateSync(lines, { level: 9 })),
    ...chunk("IEND", new Uint8Array()),
  ]);
}

/** Reads back what `encodePng` writes; throws for any other PNG. */
export function decodePng(png: Uint8Array): Picture {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const size = view.getUint32(16);
  if (view.getUint32(20) !== size || png[24] !== 8 || png[25] !== 6) throw new Error("not a picture of ours");
  const length = view.getUint32(33);
  const lines = inflateSync(png.subarray(41, 41 + length));
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    const start = row * (size * 4 + 1);
    if (lines[start] !== 0) throw new Error("not a picture of ours: its lines are filtered");
    pixels.set(lines.subarray(start + 1, start + 1 + size * 4), row * size * 4);
  }
  return { size, pixels };
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(kind), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
