/** What is told of transfers that have ended, each time one does. */
import { describe, expect, it } from "vitest";
import { Page } from "./testing/downloading";
import { fakeFile, uploading } from "./testing/fakeWorld";
import type { EndedTransfer, Transfers } from "./transfers";

const denied = {
  kind: "answered",
  status: 403,
  etag: null,
  body: "<Error><Code>AccessDenied</Code><Message>no</Message></Error>",
} as const;

function hearing({ onEnded }: Pick<Transfers, "onEnded">): EndedTransfer[] {
  const heard: EndedTransfer[] = [];
  onEnded((ended) => heard.push(ended));
  return heard;
}

describe("who listens to endings", () => {
  it("hears once of an upload that is done, with its key and size", async () => {
    const { world, transfers } = uploading(fakeFile("a.txt", 5));
    const heard = hearing(transfers);
    await world.finish(transfers);
    await world.clock.advance(60_000);
    expect(heard).toEqual([
      { direction: "upload", bucket: "demo", key: "inbox/a.txt", size: 5, failure: null },
    ]);
  });

  it("hears why an upload was given up, and again when it is tried again in vain", async () => {
    const { world, transfers, row } = uploading(fakeFile("a.txt", 5));
    const heard = hearing(transfers);
    world.s3Fault = () => denied;
    await world.finish(transfers);
    const given = { direction: "upload", bucket: "demo", key: "inbox/a.txt", size: 5 };
    expect(heard).toEqual([{ ...given, failure: "s3_access_denied" }]);
    transfers.retry([row()?.id ?? ""]);
    await world.clock.advance(60_000);
    expect(heard).toHaveLength(2);
  });

  it("hears nothing of an upload that a person cancels", async () => {
    const { world, transfers, row } = uploading(fakeFile("a.txt", 5));
    const heard = hearing(transfers);
    await world.clock.advance(5);
    transfers.cancel([row()?.id ?? ""]);
    await world.clock.advance(60_000);
    expect(heard).toEqual([]);
  });

  it("hears once of each object that lies in the local folder, and of no empty folder", async () => {
    const page = new Page();
    const heard = hearing(page.transfers);
    page.download({ "a.txt": 10, "in/": 0 });
    await page.finish();
    await page.world.clock.advance(60_000);
    expect(heard).toEqual([
      { direction: "download", bucket: "demo", key: "a.txt", size: 10, failure: null },
    ]);
  });

  it("hears of a download once more when it is given up, tried again and done", async () => {
    const page = new Page();
    const heard = hearing(page.transfers);
    page.download({ "a.txt": 10 });
    page.store.objects.delete("a.txt");
    await page.finish();
    page.store.put("a.txt", 10);
    page.transfers.retry(page.ids("a.txt"));
    await page.finish();
    expect(heard.map(({ failure }) => failure)).toEqual(["not_found", null]);
  });
});
