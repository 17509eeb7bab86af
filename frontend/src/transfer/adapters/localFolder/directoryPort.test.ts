/** A picked folder whose file system answers by hand. */
import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { failure } from "../../core/failure";
import { database } from "../database";
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

/** New names are free in it. */
const directory = {
  name: "받은 파일",
  getFileHandle: (_: string, options?: { create: boolean }) =>
    options?.create ? making() : Promise.reject(error("NotFoundError")),
  getDirectoryHandle: () => making().then(() => directory),
  removeEntry: (name: string) => Promise.resolve(void removed.push(name)),
};

const look = vi.fn(() => Promise.resolve(false));
const picked = { directory, look } as unknown as PickedFolder;

function error(name: string): DOMException {
  return new DOMException("", name);
}

function save(folder = picked) {
  const staged = { blob: new Blob(["content"]), file: null };
  const port = directoryPort(folder, () => Promise.resolve(staged));
  return port.save(["a", "b.txt"], "d", () => undefined);
}

beforeEach(() => {
  written.length = 0;
  removed.length = 0;
  closing = () => Promise.resolve();
  making = () => Promise.resolve({ createWritable: () => Promise.resolve(writable) });
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

it("a folder that was forgotten is gone", async () => {
  const forgotten = { directory: null, look } as unknown as PickedFolder;
  expect(await save(forgotten)).toMatchObject({ code: "folder_gone" });
});

it("what could not be staged is not saved", async () => {
  const port = directoryPort(picked, () => Promise.resolve(failure("worker_stopped")));
  expect(await port.save(["b.txt"], "d", () => undefined)).toMatchObject({
    code: "worker_stopped",
  });
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
