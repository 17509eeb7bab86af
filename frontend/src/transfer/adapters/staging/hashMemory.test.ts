/** A browser that has no memory left for a hash. */
import { createMD5 } from "hash-wasm";
import { expect, it, vi } from "vitest";
import { MemoryFile } from "./memoryFile";
import { Staging } from "./staging";

vi.mock("hash-wasm", async (original) => {
  const actual = await original<typeof import("hash-wasm")>();
  return { ...actual, createMD5: vi.fn(actual.createMD5) };
});

const object = { size: 3, etag: "0".repeat(32), checksum: null, md5PartSize: 3 };

it("fails the download, leaves its file to the next try, and that finds memory again", async () => {
  const file = new MemoryFile(new Uint8Array(3));
  const close = vi.spyOn(file, "close");
  const room = {
    open: () => Promise.resolve({ file, kept: true }),
    free: () => Promise.resolve(),
    keepOnly: () => Promise.resolve(),
  };
  const staging = new Staging(room, () => Promise.resolve());
  vi.mocked(createMD5).mockRejectedValueOnce(new RangeError("could not allocate memory"));
  expect(await staging.open("d", object)).toMatchObject({ code: "worker_stopped" });
  expect(close).toHaveBeenCalledOnce();
  expect(await staging.open("d", object)).toBe("kept");
});
