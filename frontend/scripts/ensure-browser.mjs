// Finds a Chromium for the end-to-end tests, installs one where there is none, and prints its path.
// In this order: CHROMIUM, one on PATH, Playwright's own, Debian's (as root). What it does goes to stderr.
import { chromium } from "@playwright/test";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function starts(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

function given() {
  const path = process.env.CHROMIUM;
  if (path && !starts(path)) fail(`CHROMIUM=${path} does not start.`);
  return path;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(starts);
}

function playwrights() {
  const path = chromium.executablePath();
  if (!existsSync(path)) run("npx", ["playwright", "install", "chromium"]);
  return starts(path) ? path : undefined;
}

function debians() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  return onPath();
}

function run(command, args) {
  console.error(`Installing a browser: ${command} ${args.join(" ")}`);
  try {
    execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 600_000 });
  } catch (error) {
    console.error(`That failed: ${error.message}`);
  }
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

const path = given() || onPath() || playwrights() || debians();
if (!path)
  fail("No Chromium can be had. Install one, or name it: CHROMIUM=/path/to/chromium make test");
console.error(`Browser: ${path}`);
console.log(path);
