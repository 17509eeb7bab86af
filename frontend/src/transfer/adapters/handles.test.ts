/** Files behind handles, as browsers let them be read. */
import { expect, it, vi } from "vitest";
import { browserHandles } from "./handles";

const file = new File(["x"], "a.txt");

function handle(given: Partial<FileSystemFileHandle> = {}): FileSystemFileHandle {
  const getFile = () => Promise.resolve(file);
  const queryPermission = () => Promise.resolve("granted" as const);
  return { name: "a.txt", getFile, queryPermission, ...given } as FileSystemFileHandle;
}

function refusing(error: string) {
  return () => Promise.reject(new DOMException("", error));
}

/** What the browser asks about once, within a click. */
function asking(answer: PermissionState) {
  let state: PermissionState = "prompt";
  const requestPermission = vi.fn(() => Promise.resolve((state = answer)));
  const queryPermission = () => Promise.resolve(state);
  return { handle: handle({ queryPermission, requestPermission }), requestPermission };
}

it("a file that may be read is opened, also where the browser never asks", async () => {
  expect(await browserHandles.open(handle())).toBe(file);
  const silent = handle();
  Reflect.deleteProperty(silent, "queryPermission");
  expect(await browserHandles.open(silent)).toBe(file);
});

it("a file that the browser wants to ask about is left until it was asked", async () => {
  const { handle: asked } = asking("granted");
  expect(await browserHandles.open(asked)).toBe("ask");
  expect(await browserHandles.ask([asked])).toBe(true);
  expect(await browserHandles.open(asked)).toBe(file);
  expect(await browserHandles.open(handle({ getFile: refusing("NotAllowedError") }))).toBe("ask");
});

it("a file that is gone is a failure with its name", async () => {
  expect(await browserHandles.open(handle({ getFile: refusing("NotFoundError") }))).toMatchObject({
    code: "file_unreadable",
    params: { name: "a.txt" },
  });
});

it("what may be read already is not asked about, and a refusal ends the questions", async () => {
  const [first, refused, last] = [asking("granted"), asking("denied"), asking("granted")];
  expect(await browserHandles.ask([handle(), first.handle])).toBe(true);
  expect(await browserHandles.ask([first.handle, refused.handle, last.handle])).toBe(false);
  expect(first.requestPermission).toHaveBeenCalledTimes(1);
  expect(last.requestPermission).not.toHaveBeenCalled();
});

it("without a click nothing may be read", async () => {
  const queryPermission = () => Promise.resolve("prompt" as const);
  const requestPermission = refusing("SecurityError");
  expect(await browserHandles.ask([handle({ queryPermission, requestPermission })])).toBe(false);
});
