/** A file whose name, size and time are the same after a reload may still have other bytes. */
import { describe, expect, it } from "vitest";
import { fakeFile, INBOX } from "./testing/fakeWorld";
import { Browser } from "./testing/uploadPages";

const MB = 1_000_000;
const PARTS = 36;
const big = () => fakeFile("big.bin", 300 * MB);

/** The same to look at, with other bytes in the first ten parts. */
function rewritten() {
  const { name, size, type, lastModified } = big().file;
  const slice = (from: number, to: number) => {
    const content = `${from < 10 * 8_388_608 ? "other" : "big.bin"} from ${from}`;
    return { size: to - from, content };
  };
  return { file: { name, size, type, lastModified, slice } as unknown as File };
}

/** A page that goes on with what another has left, of which S3 has ten parts. */
async function goneOn(arrange: (browser: Browser) => void, again: () => ReturnType<typeof big>) {
  const browser = new Browser();
  arrange(browser);
  const before = browser.open();
  before.transfers.add(INBOX, [big()]);
  const stored = () => [...browser.world.bucket.multiparts.values()][0]?.parts.size;
  await browser.world.clock.runUntil(() => stored() === 10);
  before.transfers.pause([before.row("big.bin")?.id ?? ""]);
  await browser.world.clock.advance(5_000);
  const noted = stored() ?? 0;
  before.end();
  const page = browser.open();
  await browser.world.clock.advance(500);
  const sent = browser.sent("big.bin").length;
  page.transfers.giveFiles([page.row("big.bin")?.id ?? ""], [again()]);
  page.transfers.resume([page.row("big.bin")?.id ?? ""]);
  await browser.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
  return { row: page.row("big.bin"), sent: browser.sent("big.bin").length - sent, noted };
}

const asMd5 = () => undefined;
const underKms = ({ world }: Browser) => {
  world.bucket.isKms = true;
  world.objectChecksums = true;
};

describe("parts that an earlier page has sent", () => {
  it.each([
    ["by MD5", asMd5, "MD5"],
    ["by CRC64NVME under KMS", underKms, "CRC64NVME"],
  ])("count where the file still has their bytes (%s)", async (_name, arrange, verified) => {
    const { row, sent, noted } = await goneOn(arrange, big);
    expect(row).toMatchObject({ status: "done", verified });
    expect(sent).toBe(PARTS - noted);
  });

  it.each([
    ["by MD5", asMd5, "MD5"],
    ["by CRC64NVME under KMS", underKms, "CRC64NVME"],
  ])("are sent again where it has others (%s)", async (_name, arrange, verified) => {
    const { row, sent, noted } = await goneOn(arrange, rewritten);
    expect(row).toMatchObject({ status: "done", verified });
    expect(sent).toBe(PARTS - noted + 10);
  });

  it("count but are not called verified where nothing can hash them", async () => {
    const { row, sent, noted } = await goneOn((browser) => {
      browser.world.digests.digest = () => Promise.resolve(null);
    }, big);
    expect(row).toMatchObject({ status: "done", verified: null });
    expect(sent).toBeLessThanOrEqual(PARTS);
    expect(noted).toBeGreaterThanOrEqual(10);
  });
});
