/** Files as a person picks them, in browsers with and without handles. */
import { afterEach, expect, it, vi } from "vitest";
import { pickFiles } from "./pickFiles";

const file = new File(["x"], "a.txt");

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What a person does at the chooser of an input. */
function atChooser(answer: "change" | "cancel", files: readonly File[]) {
  vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(function (
    this: HTMLInputElement,
  ) {
    Object.defineProperty(this, "files", { value: files });
    this.dispatchEvent(new Event(answer));
  });
}

it("picked files have their handles where the browser gives them", async () => {
  const handle = { name: "a.txt", getFile: () => Promise.resolve(file) };
  const gone = { name: "gone", getFile: () => Promise.reject(new Error("no")) };
  vi.stubGlobal("showOpenFilePicker", () => Promise.resolve([gone, handle]));
  expect(await pickFiles()).toEqual({ files: [{ file, handle }], unreadable: ["gone"] });
});

it("a browser without handles asks by a file input", async () => {
  atChooser("change", [file]);
  expect(await pickFiles()).toEqual({ files: [{ file }], unreadable: [] });
});

it("who cancels has picked nothing", async () => {
  atChooser("cancel", []);
  expect(await pickFiles()).toEqual({ files: [], unreadable: [] });
  vi.stubGlobal("showOpenFilePicker", () => Promise.reject(new DOMException("", "AbortError")));
  expect(await pickFiles()).toEqual({ files: [], unreadable: [] });
});
