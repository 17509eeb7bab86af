/** The local folder of a browser with a directory picker, and of one without. */
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createBrowserLocalFolder } from "./browserLocalFolder";

let permission: PermissionState;
/** What the person answers when the browser asks. */
let answer: PermissionState;
const pick = vi.fn<() => Promise<unknown>>();

const handle = {
  name: "받은 파일",
  queryPermission: () => Promise.resolve(permission),
  requestPermission: () => Promise.resolve((permission = answer)),
};

beforeEach(() => {
  [permission, answer] = ["granted", "granted"];
  pick.mockReset().mockResolvedValue(handle);
  vi.stubGlobal("showDirectoryPicker", pick);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it("loads when somebody looks, and tells what it found", async () => {
  const folder = createBrowserLocalFolder();
  expect(folder.getSnapshot()).toEqual({ kind: "loading" });
  const told = new Promise<void>((tell) => folder.subscribe(tell));
  await told;
  expect(folder.getSnapshot()).toEqual({ kind: "none" });
});

it("the first download asks for a folder, the next ones do not", async () => {
  const folder = createBrowserLocalFolder();
  expect(await folder.ensure()).toBe(true);
  expect(await folder.ensure()).toBe(true);
  expect(pick).toHaveBeenCalledOnce();
  expect(folder.getSnapshot()).toEqual({
    kind: "chosen",
    name: "받은 파일",
    permission: "granted",
  });
});

it("a picker that is closed is no error", async () => {
  pick.mockRejectedValue(new DOMException("", "AbortError"));
  const folder = createBrowserLocalFolder();
  expect(await folder.ensure()).toBe(false);
  expect(folder.getSnapshot()).toEqual({ kind: "none" });
});

it("asks for permission where the browser wants that, without the picker", async () => {
  const folder = createBrowserLocalFolder();
  await folder.choose();
  permission = "prompt";
  expect(await folder.ensure()).toBe(true);
  expect(pick).toHaveBeenCalledOnce();
});

it("a question that is left open stops the download", async () => {
  const folder = createBrowserLocalFolder();
  await folder.choose();
  [permission, answer] = ["prompt", "prompt"];
  expect(await folder.ensure()).toBe(false);
});

it("a folder that was denied is picked anew", async () => {
  const folder = createBrowserLocalFolder();
  await folder.choose();
  [permission, answer] = ["prompt", "denied"];
  const other = { ...handle, name: "other", queryPermission: () => Promise.resolve("granted") };
  pick.mockResolvedValue(other);
  expect(await folder.ensure()).toBe(true);
  expect(folder.getSnapshot()).toMatchObject({ name: "other", permission: "granted" });
});

it("forgets", async () => {
  const folder = createBrowserLocalFolder();
  await folder.choose();
  await folder.forget();
  expect(folder.getSnapshot()).toEqual({ kind: "none" });
});

it("without a picker there is nothing to choose, and downloads may begin", async () => {
  vi.unstubAllGlobals();
  const folder = createBrowserLocalFolder();
  expect(folder.getSnapshot()).toEqual({ kind: "browser" });
  expect(await folder.ensure()).toBe(true);
  expect(await folder.choose()).toBe(false);
});
