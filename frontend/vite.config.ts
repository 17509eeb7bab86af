import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import compileMessage from "icu-minify/compile";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const api = `http://127.0.0.1:${process.env["PORT"] ?? "8080"}`;

type Words = string | { [key: string]: Words };

function compiled(words: Words): unknown {
  if (typeof words === "string") return compileMessage(words);
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, compiled(value)]));
}

/** ICU messages are parsed at build time, so that the parser (10 kB gzip) stays out of the bundle. */
const messages: Plugin = {
  name: "messages",
  enforce: "pre",
  apply: "build",
  config: () => ({
    resolve: { alias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  }),
  transform: {
    filter: { id: /\/src\/locales\/(pages\/)?\w+\.json$/ },
    handler: (code) => JSON.stringify(compiled(JSON.parse(code) as Words)),
  },
};

/** React Aria brings its few strings in 30 languages; the app speaks two. */
const reactAriaLanguages: Plugin = {
  name: "react-aria-languages",
  enforce: "pre",
  load: {
    filter: {
      id: /\/(react-aria|react-stately).*\/intl\/(.*\/)?(?!ko-KR|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/,
    },
    handler: () => "export default {};",
  },
};

const pdfjs = fileURLToPath(new URL("./node_modules/pdfjs-dist/", import.meta.url));

/** pdf.js loads character maps, fonts and decoders by their names, so they keep them in the build. */
const pdfjsAssets: Plugin = {
  name: "pdfjs-assets",
  apply: "build",
  generateBundle() {
    const { version } = JSON.parse(readFileSync(`${pdfjs}package.json`, "utf8")) as {
      version: string;
    };
    for (const folder of ["cmaps", "iccs", "standard_fonts", "wasm"]) {
      for (const name of readdirSync(pdfjs + folder)) {
        // Served for a year, like all of assets/: another version lies elsewhere.
        const fileName = `assets/pdfjs-${version}/${folder}/${name}`;
        this.emitFile({
          type: "asset",
          fileName,
          source: readFileSync(`${pdfjs}${folder}/${name}`),
        });
      }
    }
  },
};

/** Lucide gives every line of an icon a React key, which matters to lists that change; icons do not. */
const iconsWithoutKeys: Plugin = {
  name: "icons-without-keys",
  apply: "build",
  transform: {
    filter: { id: /\/lucide-react\/dist\/esm\/icons\// },
    handler: (code) => code.replaceAll(/, key: "\w+"/g, ""),
  },
};

/**
 * What a person loads one after the other, each with all that it imports. Left alone, every module
 * that a lazy page shares gets a chunk of its own with its like, and compresses worse there.
 */
const stages = [
  { name: "first", test: /\/src\/app\/main\.tsx$/, priority: 3 },
  { name: "preferences", test: /\/src\/app\/Preferences\.tsx$/, priority: 2 },
  { name: "shell", test: /\/src\/app\/Shell\.tsx$/, priority: 1 },
  {
    name: "dock",
    test: /\/src\/features\/transfers\/(downloads|pausing|verifying)\/.*\.tsx$/,
    priority: 0,
  },
];

export default defineConfig({
  plugins: [react(), tailwindcss(), messages, reactAriaLanguages, iconsWithoutKeys, pdfjsAssets],
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      "use-sync-external-store/shim/index.js": "react", // which has had it since version 18
    },
  },
  server: { host: "127.0.0.1", proxy: { "/api": api } },
  worker: { format: "es" },
  build: {
    target: "es2023",
    sourcemap: true,
    manifest: true,
    modulePreload: { polyfill: false }, // a browser without it loads the same, a little later
    rolldownOptions: { output: { codeSplitting: { groups: stages } } },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
    setupFiles: ["src/testing/setup.ts"],
  },
});
