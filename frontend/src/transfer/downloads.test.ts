/** Downloads from the click to the file in the folder. */
import { describe, expect, it } from "vitest";
import { MiB, Page } from "./testing/downloading";

describe("a download", () => {
  it("of a small object comes in one plain request, is verified and lies in the folder", async () => {
    const page = new Page();
    page.download({ "a.txt": 10 });
    await page.finish();
    expect(page.folder.files.get("a.txt")).toBe(10);
    expect(page.staging.fetched).toEqual([{ key: "a.txt", from: 0, to: 10, headers: {} }]);
    expect(page.row("a.txt")).toMatchObject({
      status: "done",
      movedBytes: 10,
      download: { localPath: "a.txt", verified: "CRC64NVME", renamed: false, restarted: false },
    });
  });

  it("of a large object comes in ranges that are bound to the object as it was planned", async () => {
    const page = new Page();
    page.download({ "big.bin": 40 * MiB });
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(40 * MiB);
    expect(page.staging.fetched.map(({ from, to }) => [from / MiB, to / MiB])).toEqual([
      [0, 16],
      [16, 32],
      [32, 40],
    ]);
    const headers = { range: `bytes=0-${16 * MiB - 1}`, "if-match": '"first"' };
    expect(page.staging.fetched[0]?.headers).toEqual(headers);
  });
});
