/** Types of files by name and content, and files that are no longer what was picked. */
import { describe, expect, it } from "vitest";
import { browserFiles } from "./files";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const PDF = new TextEncoder().encode("%PDF-1.7\n");
const all = browserFiles(["*/*"]);
const images = browserFiles(["image/*"]);

/** A file whose content cannot be read, as browsers report it. */
function unreadable(name: string): File {
  const slice = () => ({
    size: 1,
    arrayBuffer: () => Promise.reject(new DOMException("no", name)),
  });
  return { name: "a.txt", size: 10, type: "", slice } as unknown as File;
}

describe("the type of a file", () => {
  it("is what the browser says where every type is allowed", async () => {
    expect(await all.contentType(new File([PDF], "a.png", { type: "image/png" }))).toBe(
      "image/png",
    );
  });

  it("comes from the name where the browser says nothing", async () => {
    expect(await all.contentType(new File(["# a"], "a.md"))).toBe("text/markdown");
  });

  it("comes from the first bytes where the name says nothing", async () => {
    expect(await all.contentType(new File([PNG], "picture"))).toBe("image/png");
    expect(await all.contentType(new File(["?"], "nothing"))).toBe("application/octet-stream");
  });

  it("comes from the first bytes where they contradict a name that would be allowed", async () => {
    const disguised = new File([PDF], "a.png", { type: "image/png" });
    expect(await images.contentType(disguised)).toBe("application/pdf");
    expect(await images.contentType(new File([PNG], "a.png", { type: "image/png" }))).toBe(
      "image/png",
    );
  });

  it("of a file that is gone is a failure", async () => {
    expect(await images.contentType(unreadable("NotFoundError"))).toMatchObject({
      code: "file_unreadable",
    });
  });
});

describe("a picked file", () => {
  it("is fine while it can be read to its end, also when it is empty", async () => {
    expect(await all.check(new File(["abc"], "a.txt"))).toBeNull();
    expect(await all.check(new File([], "empty"))).toBeNull();
  });

  it("that vanished or changed is told apart by what the browser reports", async () => {
    expect(await all.check(unreadable("NotFoundError"))).toMatchObject({ code: "file_unreadable" });
    expect(await all.check(unreadable("NotReadableError"))).toMatchObject({ code: "file_changed" });
  });

  it("of which the end is gone, as Chromium shows a file that vanished, cannot be read", async () => {
    const slice = () => ({ size: 1, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) });
    const cut = { name: "a", size: 10, type: "", slice } as unknown as File;
    expect(await all.check(cut)).toMatchObject({
      code: "file_unreadable",
      params: { name: "a" },
    });
  });
});
