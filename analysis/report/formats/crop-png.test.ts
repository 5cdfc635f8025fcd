import { deflateSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../files/package/crc32.ts";
import { cropPng } from "./crop-png.ts";

function chunk(kind: string, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(body.length + 12);
  bytes.writeUInt32BE(body.length, 0);
  bytes.write(kind, 4, "latin1");
  bytes.set(body, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length);
  return bytes;
}

/** A picture of 2 by `rows` pixels, each row of its own grey, with a note about who made it. */
function picture(rows: number): Uint8Array {
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, rows, 8, 0, 0, 0, 0]);
  const pixels = Buffer.from(Array.from({ length: rows }, (_, row) => [0, row, row]).flat());
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from("Author\0somebody")),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("the upper rows of a picture", () => {
  it("are kept as they are, and what a program wrote about its maker is not", () => {
    const cropped = Buffer.from(cropPng(picture(9), 3));
    expect(cropped.readUInt32BE(20)).toBe(3);
    const at = cropped.indexOf("IDAT");
    const body = cropped.subarray(at + 4, at + 4 + cropped.readUInt32BE(at - 4));
    expect([...inflateSync(body)]).toEqual([0, 0, 0, 0, 1, 1, 0, 2, 2]);
    expect(cropped.includes("somebody")).toBe(false);
  });

  it("are refused where the picture has fewer, or is none", () => {
    expect(() => cropPng(picture(2), 3)).toThrow("fewer than 3 rows");
    expect(() => cropPng(new Uint8Array(), 3)).toThrow("no PNG picture");
  });
});
