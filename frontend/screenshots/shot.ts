/** Where pictures go, and how large the screens on them are. */
import type { Page } from "@playwright/test";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = process.env["SCREENSHOTS"] ?? join(tmpdir(), "s3loader-screenshots");

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

export const shot = (page: Page, name: string) =>
  page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
