// Finds a Firefox for the end-to-end tests, installs one where there is none, and prints its path.
// In this order: FIREFOX, one on PATH, Debian's (as root). What it does goes to stderr.
import { answer, given, installDebians, onPath } from "./browser-search.mjs";

const NAMES = ["firefox-esr", "firefox"];

function debians() {
  installDebians("firefox-esr", "fonts-noto-cjk");
  return onPath(NAMES);
}

answer(
  given("FIREFOX") || onPath(NAMES) || debians(),
  "No Firefox can be had. Install one, or name it: FIREFOX=/path/to/firefox make test",
);
