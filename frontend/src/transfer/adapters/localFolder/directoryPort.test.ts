/** A picked folder whose file system answers by hand. */
import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { failure } from "../../core/failure";
import { database } from "../database";
import type { Saving } from "../../downloads/ports";
import { directoryPort } from "./directoryPort";
import type { PickedFolder } from "./pickedFolder";

const written: string[] = [];
const removed: string[] = [];
let closing: () => Promise<void>;
let making: () => Promise<unknown>;

const writable = {
  write: async (blob: Blob) => void written.push(await blob.text()),
  close: () => closing(),
  abort: vi.fn(() => Promise.resolve()),
};

/** Bytes of what has the name; null: it is free. */
let size: number | null;

const directory = {
  name: "받은 파일",
  async getFileHandle(_: string, options?: { create: boolean }) {
    if (size === null && !options?.create) throw error("NotFoundError");
    await making();
    size ??= 0;
    return { createWritable: () => Promise.resolve(writable), getFile: () => ({ size }) };
  },
  getDirectoryHandle: () => making().then(() => directory),
  removeEntry: (name: string) => Promise.resolve(void removed.push(name)),
};

const look = vi.fn(() => Promise.resolve(false));
const picked = { directory, look } as unknown as PickedFolder;

function error(name: string): DOMException {
  return new DOMException("", name);
}

const control = new AbortController();

function save(folder = picked, saving: Partial<Saving> = {}) {
  const staged = { blob: new Blob(["content"]), file: null };
  const port = directoryPort(folder, () => Promise.resolve(staged));
  return port.save(["a", "b.txt"], "d", { replace: false, signal: control.signal, ...saving });
}

beforeEach(() => {
  written.length = 0;
  removed.length = 0;
  closing = () => Promise.resolve();
  making = () => Promise.resolve();
  size = null;
});

it("leave to replace holds for the folder that it was given about, not for one chosen since", async () => {
  const staged = { blob: new Blob(["content"]), file: null };
  const folder = (name: string) =>
    Object.assign(
      { ...directory, isSameEntry: (other: { name: string }) => other.name === name },
      { name },
    );
  const chosen = { directory: folder("A"), look };
  const port = directoryPort(chosen as unknown as PickedFolder, () => Promise.resolve(staged));
  const replacing = () => port.save(["b.txt"], "d", { replace: true, signal: control.signal });
  size = 5;
  expect(await port.has(["b.txt"])).toBe(true);
  chosen.directory = folder("B");
  expect(await replacing()).toBe("taken");
  expect(written).toEqual([]);
  expect(await replacing()).toBeNull();
  expect(written).toEqual(["content"]);
});

it("writes all bytes and closes the file", async () => {
  expect(await save()).toBeNull();
  expect(written).toEqual(["content"]);
  expect(removed).toEqual([]);
});

it("what a browser left beside the file when it was killed while it saved goes, and nothing else", async () => {
  vi.stubGlobal("navigator", { locks: { query: () => Promise.resolve({ held: [] }) } });
  const entries = await database();
  await entries.put("placeholders", "a page that is gone", "a/b.txt");
  expect(await save()).toBeNull();
  expect(removed).toEqual(["b.txt.crswap"]);
  expect(await entries.get("placeholders", "a/b.txt")).toBeUndefined();
  vi.unstubAllGlobals();
});

it("a disk that is full leaves no file behind, and says how much has to find room", async () => {
  closing = () => Promise.reject(error("QuotaExceededError"));
  expect(await save()).toEqual(failure("disk_full", { size: 7 }));
  expect(writable.abort).toHaveBeenCalled();
  expect(removed).toEqual(["b.txt"]);
});

it("what another program has put under the name meanwhile stays when saving fails", async () => {
  closing = () => {
    size = 4_000;
    return Promise.reject(error("QuotaExceededError"));
  };
  expect(await save()).toMatchObject({ code: "disk_full" });
  expect(removed).toEqual([]);
});

it("what has the name by now is replaced only where that was said", async () => {
  size = 4_000;
  expect(await save()).toBe("taken");
  expect(written).toEqual([]);
  expect(await save(picked, { replace: true })).toBeNull();
  expect(written).toEqual(["content"]);
});

it("two pages that save under one name do it one after the other, and the second finds it taken", async () => {
  const turns: Promise<unknown>[] = [Promise.resolve()];
  const request = (_: string, __: LockOptions, work: () => Promise<void>) => {
    turns.push(turns.at(-1)?.then(work) ?? Promise.resolve());
    return turns.at(-1);
  };
  vi.stubGlobal("navigator", { locks: { request } });
  closing = () => Promise.resolve(void (size = 7));
  expect(await Promise.all([save(), save()])).toEqual([null, "taken"]);
  expect(written).toEqual(["content"]);
  vi.unstubAllGlobals();
});

it("saving that is aborted leaves nothing, even if the file was being closed", async () => {
  const early = new AbortController();
  early.abort();
  await save(picked, { signal: early.signal });
  expect(written).toEqual([]);
  const late = new AbortController();
  closing = () => {
    size = 7;
    late.abort();
    return Promise.resolve();
  };
  await save(picked, { signal: late.signal });
  expect(removed).toEqual(["b.txt"]);
});

it.each([
  ["NotFoundError", "folder_gone", { folder: "받은 파일" }],
  ["NotAllowedError", "folder_denied", { folder: "받은 파일" }],
  ["NoModificationAllowedError", "local_write_failed", { path: "a/b.txt" }],
  ["InvalidStateError", "local_write_failed", { path: "a/b.txt" }],
] as const)("%s is %s", async (name, code, params) => {
  making = () => Promise.reject(error(name));
  expect(await save()).toEqual(failure(code, params));
  // The person may have taken the permission back.
  expect(look).toHaveBeenCalled();
});

it("a name that the computer does not take is refused by its path", async () => {
  making = () => Promise.reject(new TypeError("Name is not allowed"));
  expect(await save()).toEqual(failure("local_name_refused", { path: "a/b.txt" }));
});

it("a folder that is forgotten under way is gone, by its name", async () => {
  const folder = { directory, look };
  const port = directoryPort(folder as unknown as PickedFolder, () => {
    folder.directory = null as never;
    return Promise.resolve({ blob: new Blob(["content"]), file: null });
  });
  expect(await port.has(["b.txt"])).toBe(false);
  expect(await port.save(["b.txt"], "d", { replace: false, signal: control.signal })).toEqual(
    failure("folder_gone", { folder: "받은 파일" }),
  );
});

it("what could not be staged is not saved", async () => {
  const port = directoryPort(picked, () => Promise.resolve(failure("worker_stopped")));
  expect(await port.save(["b.txt"], "d", { replace: false, signal: control.signal })).toMatchObject(
    {
      code: "worker_stopped",
    },
  );
  expect(written).toEqual([]);
});

it("a file that has the name of a folder on the way is a failure, not a name that is taken", async () => {
  making = () => Promise.reject(error("TypeMismatchError"));
  const port = directoryPort(picked, () => Promise.reject(new Error("unused")));
  expect(await port.has(["a", "b.txt"])).toMatchObject({
    code: "local_write_failed",
    params: { path: "a/b.txt" },
  });
});
