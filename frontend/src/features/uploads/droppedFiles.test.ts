import { expect, test } from "vitest";
import { readDropped } from "./droppedFiles";

const file = (fullPath: string) => ({
  isFile: true,
  isDirectory: false,
  name: fullPath.slice(fullPath.lastIndexOf("/") + 1),
  fullPath,
  file: (resolve: (file: File) => void) => {
    resolve(new File(["x"], fullPath));
  },
});

const broken = (fullPath: string) => ({
  ...file(fullPath),
  file: (_: unknown, reject: (error: Error) => void) => {
    reject(new DOMException("denied", "NotReadableError"));
  },
});

/** A directory that gives its children in batches of two, as Chromium does in batches of 100. */
function directory(fullPath: string, children: object[]) {
  const createReader = () => {
    let at = 0;
    return {
      readEntries: (resolve: (batch: object[]) => void) => {
        resolve(children.slice(at, (at += 2)));
      },
    };
  };
  return { isFile: false, isDirectory: true, name: fullPath.slice(1), fullPath, createReader };
}

function items(...entries: object[]): DataTransferItemList {
  return entries.map((entry) => ({
    kind: "file",
    webkitGetAsEntry: () => entry,
  })) as unknown as DataTransferItemList;
}

test("dropped files carry no path", async () => {
  const { files } = await readDropped(items(file("/a.txt"), file("/b.txt")));
  expect(files.map((f) => f.relativePath)).toEqual([undefined, undefined]);
});

test("every batch of a folder is read, and folders within it", async () => {
  const inner = directory("/photos/2026", [file("/photos/2026/c.jpg")]);
  const outer = directory("/photos", [
    file("/photos/a.jpg"),
    file("/photos/b.jpg"),
    inner,
    file("/photos/한글.jpg"),
  ]);
  const { files } = await readDropped(items(outer));
  expect(files.map((f) => f.relativePath)).toEqual([
    "photos/a.jpg",
    "photos/b.jpg",
    "photos/2026/c.jpg",
    "photos/한글.jpg",
  ]);
});

test("what cannot be read is named, and the rest still comes", async () => {
  const dropped = await readDropped(items(directory("/d", [broken("/d/x"), file("/d/y")])));
  expect(dropped.unreadable).toEqual(["x"]);
  expect(dropped.files.map((f) => f.relativePath)).toEqual(["d/y"]);
});

test("text beside the files is left alone", async () => {
  const text = [{ kind: "string" }] as unknown as DataTransferItemList;
  expect((await readDropped(text)).files).toEqual([]);
});

const fileHandle = (name: string, getFile = () => Promise.resolve(new File(["x"], name))) => ({
  kind: "file",
  name,
  getFile,
});

const folderHandle = (name: string, ...children: object[]) => ({
  kind: "directory",
  name,
  // eslint-disable-next-line @typescript-eslint/require-await -- as handles give it
  async *values() {
    yield* children;
  },
});

/** As Chromium gives them; the item is empty once its event is over. */
function itemsWithHandles(...handles: object[]): DataTransferItemList {
  let isOver = false;
  queueMicrotask(() => (isOver = true));
  return handles.map((handle) => ({
    kind: "file",
    webkitGetAsEntry: () => null,
    getAsFile: () => null,
    getAsFileSystemHandle: () => Promise.resolve(isOver ? null : handle),
  })) as unknown as DataTransferItemList;
}

test("handles come along, those of files inside folders too", async () => {
  const [a, b, c] = [fileHandle("a.txt"), fileHandle("b.jpg"), fileHandle("c.jpg")];
  const photos = folderHandle("photos", b, folderHandle("2026", c));
  const { files } = await readDropped(itemsWithHandles(a, photos));
  expect(files.map(({ handle, relativePath }) => [handle, relativePath])).toEqual([
    [a, undefined],
    [b, "photos/b.jpg"],
    [c, "photos/2026/c.jpg"],
  ]);
});

test("a file that its handle cannot read is named, and the rest still comes", async () => {
  const gone = fileHandle("gone", () => Promise.reject(new DOMException("", "NotFoundError")));
  const dropped = await readDropped(itemsWithHandles(folderHandle("d", gone, fileHandle("y"))));
  expect(dropped.unreadable).toEqual(["gone"]);
  expect(dropped.files.map(({ relativePath }) => relativePath)).toEqual(["d/y"]);
});

test("where the browser refuses a handle, the file comes without it", async () => {
  const given = items(file("/a.txt")) as unknown as object[];
  for (const item of given) {
    Object.assign(item, { getAsFileSystemHandle: () => Promise.reject(new Error("no")) });
  }
  const { files } = await readDropped(given as unknown as DataTransferItemList);
  expect(files.map((f) => [f.file.name, f.handle])).toEqual([["/a.txt", undefined]]);
});
