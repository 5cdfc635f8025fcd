import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { paint } from "./icons/drawing.ts";
import { ICON_DRAWINGS, iconSizes } from "./icons/icon-drawings.ts";
import { encodePng } from "./icons/png.ts";

/** `npm run icons`: paints the add-in's icons anew into addin/assets. */
const FOLDER = resolve(import.meta.dirname, "..", "addin", "assets");

await mkdir(FOLDER, { recursive: true });
for (const [name, marks] of ICON_DRAWINGS) {
  for (const size of iconSizes(name)) {
    await writeFile(join(FOLDER, `${name}-${size}.png`), encodePng(paint(marks, size)));
  }
}
