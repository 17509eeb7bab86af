// Finds a Chromium for the end-to-end tests, installs one where there is none, and prints its path.
// In this order: CHROMIUM, one on PATH, Playwright's own, Debian's (as root). What it does goes to stderr.
import { chromium } from "@playwright/test";
import { existsSync } from "node:fs";
import { answer, given, installDebians, onPath, run, starts } from "./browser-search.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function playwrights() {
  const path = chromium.executablePath();
  if (!existsSync(path)) run("npx", ["playwright", "install", "chromium"]);
  return starts(path) ? path : undefined;
}

function debians() {
  installDebians("chromium", "fonts-noto-cjk");
  return onPath(NAMES);
}

answer(
  given("CHROMIUM") || onPath(NAMES) || playwrights() || debians(),
  "No Chromium can be had. Install one, or name it: CHROMIUM=/path/to/chromium make test",
);
