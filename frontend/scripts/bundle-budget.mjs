// Adds up the JavaScript of the real build, gzipped, and fails when a budget is exceeded.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);

// In kB of 1,000 bytes. The account form is lazy neither in code nor in use, so the first screen is
// the entry with everything it imports statically; the second figure is every chunk there is.
const budgets = [
  { what: "before the form can be used", limit: 120, chunks: withImports(entry) },
  { what: "browsing and transfers", limit: 190, chunks: new Set(Object.keys(manifest)) },
];

function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(imported, found);
  return found;
}

function kilobytes(chunks) {
  const files = new Set([...chunks].map((name) => manifest[name].file));
  const sizes = [...files].filter((file) => file.endsWith(".js")).map(gzipped);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

function gzipped(file) {
  return gzipSync(readFileSync(new URL(file, dist))).length;
}

for (const { what, limit, chunks } of budgets) {
  const size = kilobytes(chunks);
  const over = size > limit;
  console.log(
    `${size.toFixed(1).padStart(6)} kB of ${limit} kB gzip: ${what}${over ? "  TOO MUCH" : ""}`,
  );
  if (over) process.exitCode = 1;
}
