// Adds up the JavaScript of the real build, gzipped, and fails when a budget is exceeded.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const entry = chunkOf("first");

const messages = "src/locales/ko.json"; // a person loads one language; Korean is the larger

// Pages and dialogs beside browsing and their words: loaded by who opens them.
const later = new Set([
  "src/app/AccountDialogs.tsx",
  "src/app/BucketSheet.tsx",
  "src/app/CorsPage.tsx",
  "src/app/DeletionTry.tsx",
  "src/app/PermissionsPage.tsx",
  "src/app/ResetDialog.tsx",
  "src/app/SettingsPage.tsx",
  "src/app/ShortcutsDialog.tsx",
  "src/app/StatisticsPage.tsx",
  "src/app/UnfinishedPage.tsx",
  "src/features/activity/analytics/ConsentBar.tsx",
  "src/features/activity/analytics/cookies.ts",
  "src/features/activity/analytics/startAnalytics.ts",
  "src/features/accounts/signIn/SignInPanel.tsx",
  "src/features/accounts/signIn/firebasePort.ts",
  "src/features/objects/DeleteDialog.tsx",
  "src/features/objects/DeniedPlace.tsx",
  "src/features/objects/details/ObjectPanel.tsx",
  "src/features/transfers/ConflictDialog.tsx",
  "src/locales/pages/en.json",
  "src/locales/pages/ko.json",
]);

// What the first download loads: the engine, its worker, the folder, their part of the dock and its words.
const download = [
  chunkOf("dock"),
  "src/transfer/browserDownloads.ts",
  "src/transfer/adapters/localFolder/pickedFolder.ts",
  "src/locales/pages/ko.json",
];
for (const name of download) later.add(name);

// What the first upload loads, or an idle page before it: the engine, its journal and its worker.
const upload = "src/transfer/browserUploads.ts";
later.add(upload);

const browsing = [...reachable(entry)].filter((name) => name !== "src/locales/en.json");

// In kB of 1,000 bytes.
const budgets = [
  { what: "before the form can be used", limit: 120, chunks: [...withImports(entry), messages] },
  { what: "all that browsing and transfers load", limit: 182, chunks: browsing },
  {
    what: "what the first upload loads besides",
    limit: 47,
    chunks: beside([...reachable(upload)]),
  },
  {
    what: "what the first download loads besides",
    limit: 54,
    chunks: beside(allImports(download)),
  },
];

/** A chunk that the build names itself. */
function chunkOf(stage) {
  return Object.keys(manifest).find((name) => manifest[name].name === stage);
}

/** Without what browsing has loaded. */
function beside(names) {
  return names.filter((name) => !browsing.includes(name));
}

function allImports(names) {
  return [...new Set(names.flatMap((name) => [...withImports(name)]))];
}

function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(imported, found);
  return found;
}

/** With what it imports now or later, except the pages beside browsing. */
function reachable(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const { imports = [], dynamicImports = [] } = manifest[name];
  const next = [...imports, ...dynamicImports].filter((other) => !later.has(other));
  for (const other of next) reachable(other, found);
  return found;
}

/** Workers are assets of the chunk that starts them. */
function kilobytes(chunks) {
  const files = new Set(
    chunks.flatMap((name) => [manifest[name].file, ...(manifest[name].assets ?? [])]),
  );
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
