/** Memory and disk together; the disk only notes what is asked of it. */
import { expect, it, vi } from "vitest";
import { browserRoom } from "./browserRoom";
import { freeOnDisk } from "./disk";
import { MemoryFile } from "./memoryFile";

vi.mock("./disk", () => ({
  openOnDisk: () => Promise.resolve({ file: new MemoryFile(new Uint8Array(1)), kept: false }),
  freeOnDisk: vi.fn(() => Promise.resolve()),
  keepOnDisk: () => Promise.resolve(),
}));

const MiB = 1024 * 1024;

it("what lay on disk first and in memory at the next try is freed in both", async () => {
  const room = browserRoom();
  for (let i = 0; i < 8; i += 1) await room.open(`other ${i}`, 4 * MiB);
  await room.open("d", 1);
  await room.free("other 0");
  expect(freeOnDisk).not.toHaveBeenCalled();
  await room.open("d", 1);
  await room.free("d");
  expect(freeOnDisk).toHaveBeenCalledExactlyOnceWith("d");
});
