import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";

/** The folder that the picker "picks": origin-private, which has the same API as one on the disk. */
const NAME = "받은 파일";

/** Replaces the directory picker of this page, which works with no person alone. */
export async function pickFolder(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    const showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    Object.assign(window, { showDirectoryPicker });
  }, NAME);
}

/**
 * The same, and it behaves as Chromium's folders on the disk do: nothing is moved into it from the
 * origin-private file system, and names that are dangerous there are refused.
 */
export async function pickFolderOnDisk(page: Page): Promise<void> {
  await pickFolder(page);
  await page.addInitScript(() => {
    const refused =
      /[\p{Cc}\u00ad\u200b\u200e\u202e\ufeff<>:"|?*\\/]|[. ]$|^[ ~]|\.(lnk|scf|url)$/iu;
    const reserved = /^((con|prn|aux|nul|com\d|lpt\d)(\..*)?|desktop\.ini|thumbs\.db)$/i;
    const isRefused = (name: string) =>
      refused.test(name) || reserved.test(name) || new TextEncoder().encode(name).length > 248;
    const directory = FileSystemDirectoryHandle.prototype;
    for (const method of ["getFileHandle", "getDirectoryHandle"] as const) {
      const get = Reflect.get(directory, method) as (...asked: unknown[]) => Promise<never>;
      directory[method] = async function (name, options) {
        if (isRefused(name)) throw new TypeError("Name is not allowed.");
        return get.call(this, name, options);
      };
    }
    directory.resolve = () => Promise.resolve(null);
    const move = () =>
      Promise.reject(new DOMException("On another disk", "InvalidModificationError"));
    Object.assign(FileSystemFileHandle.prototype, { move });
  });
}

/** The browser asks once more before this page may use the folder, as it does in a new tab. */
export async function askPermissionAgain(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let state: PermissionState = "prompt";
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(state),
      requestPermission: () => {
        if (!navigator.userActivation.isActive) throw new DOMException("no click", "SecurityError");
        state = "granted";
        return Promise.resolve(state);
      },
    });
  });
}

/** SHA-256 of every file in the folder, by its path; folders that are empty end with "/". */
export async function folderDigests(page: Page): Promise<Record<string, string>> {
  const found = await page.evaluate(async (name) => {
    const digests: Record<string, string> = {};
    const hex = (bytes: ArrayBuffer) =>
      [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    async function walk(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
      let isEmpty = true;
      for await (const entry of folder.values()) {
        isEmpty = false;
        if (entry.kind === "directory") await walk(entry, `${path}${entry.name}/`);
        else digests[path + entry.name] = await digest(entry);
      }
      if (isEmpty && path !== "") digests[path] = "";
    }
    async function digest(entry: FileSystemFileHandle): Promise<string> {
      const bytes = await (await entry.getFile()).arrayBuffer();
      return hex(await crypto.subtle.digest("SHA-256", bytes));
    }
    const root = await navigator.storage.getDirectory();
    await walk(await root.getDirectoryHandle(name, { create: true }), "");
    return digests;
  }, NAME);
  return Object.fromEntries(Object.entries(found).sort());
}

/** Paths of all files in the folder. */
export async function folderPaths(page: Page): Promise<string[]> {
  return Object.keys(await folderDigests(page));
}

/** Puts a text file directly into the folder, as a person would have before. */
export async function writeThere(page: Page, file: string, text: string): Promise<void> {
  await page.evaluate(
    async ([folder, name, content]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getDirectoryHandle(folder, { create: true });
      const writable = await (await handle.getFileHandle(name, { create: true })).createWritable();
      await writable.write(content);
      await writable.close();
    },
    [NAME, file, text] as const,
  );
}

/** Names of all that the origin-private file system holds beside the folder: bytes not yet verified. */
export async function stagedFiles(page: Page): Promise<string[]> {
  return page.evaluate(async (name) => {
    const staged: string[] = [];
    const root = await navigator.storage.getDirectory();
    for await (const entry of root.values()) {
      if (entry.name === name) continue;
      if (entry.kind === "file") staged.push(entry.name);
      else for await (const inside of entry.keys()) staged.push(`${entry.name}/${inside}`);
    }
    return staged;
  }, NAME);
}

export function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
