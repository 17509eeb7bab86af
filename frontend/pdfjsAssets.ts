/** Puts the character maps, fonts and decoders that pdf.js loads by name beside the build. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const folders = ["cmaps", "iccs", "standard_fonts", "wasm"];

const manifest = createRequire(import.meta.url).resolve("pdfjs-dist/package.json");
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };

export const pdfjsAssets: Plugin = {
  name: "pdfjs-assets",
  apply: "build",
  generateBundle() {
    for (const folder of folders) {
      const from = join(dirname(manifest), folder);
      for (const name of readdirSync(from)) {
        // Served for a year like all of assets/, so another version lies elsewhere.
        const fileName = `assets/pdfjs-${version}/${folder}/${name}`;
        this.emitFile({ type: "asset", fileName, source: readFileSync(join(from, name)) });
      }
    }
  },
};
