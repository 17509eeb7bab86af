import type { Page } from "@playwright/test";
import type { RemoteObject } from "../../../src/transfer/downloads/ports";
import { MIB } from "./server";
import type { StagingPage } from "./page";

declare const window: Window & StagingPage;

export const ID = "download-1";
export const RANGE = 16 * MIB;

/** Makes the folder "picked" of the origin-private file system what the directory picker gives. */
export async function pickPrivateFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.showDirectoryPicker = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getDirectoryHandle("picked", { create: true });
    };
  });
}

export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => "downloads" in window);
}

export function open(page: Page, object: RemoteObject) {
  const call = { id: ID, object };
  return page.evaluate(({ id, object }) => window.downloads.staging.open(id, object), call);
}

/** The range by its number, or all of the object. */
export function fetchRange(page: Page, size: number, number: number | "all") {
  const [from, to] =
    number === "all" ? [0, size] : [number * RANGE, Math.min((number + 1) * RANGE, size)];
  const headers = number === "all" ? {} : { range: `bytes=${from}-${to - 1}`, "if-match": '"e"' };
  return page.evaluate(
    ({ id, from, to, headers }) =>
      window.downloads.staging.fetch(id, {
        request: { url: "/object", headers, expiresAt: Infinity },
        from,
        to,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      }),
    { id: ID, from, to, headers },
  );
}

export function verify(page: Page) {
  return page.evaluate((id) => window.downloads.staging.verify(id), ID);
}

export function save(page: Page, path: readonly string[]) {
  const call = { id: ID, path };
  return page.evaluate(({ id, path }) => {
    const { signal } = new AbortController();
    return window.downloads.folder.save(path, id, { replace: true, signal });
  }, call);
}

/** SHA-256 of a file in the origin-private file system. */
export function digest(page: Page, path: readonly string[]): Promise<string> {
  return page.evaluate(async (steps) => {
    let folder = await navigator.storage.getDirectory();
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
    const file = await (await folder.getFileHandle(steps.at(-1) ?? "")).getFile();
    const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }, path);
}

/** Names in a folder of the origin-private file system. */
export function names(page: Page, folder: string): Promise<string[]> {
  return page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const found: string[] = [];
    const handle = await root.getDirectoryHandle(name, { create: true });
    for await (const key of handle.keys()) found.push(key);
    return found.sort();
  }, folder);
}
