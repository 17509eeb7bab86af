import { content, PART, sha256 } from "./support/content";
import { expect, row } from "./support/matrix";

const big = content("big.bin", 8 * PART);
const small = content("small.txt", 20_000);
const done = "the upload is done";

row(
  "The line drops in the middle of a part",
  { sees: done, asserts: "the object is the file; only that part is sent again" },
  async ({ s3, person, place }) => {
    const on = { operation: "UploadPart", part: 5 } as const;
    await s3.follow({ on, fault: { kind: "cut", after: PART / 2 }, times: 2 });
    await person.uploads(big);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await s3.seen(on)).toHaveLength(3);
    expect([...(await s3.storedParts())].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  },
);

row(
  "The network is gone for 60 s",
  {
    sees: "the dock says that it waits for a connection; afterwards the upload is done",
    asserts: "the object is the file; parts that S3 had acknowledged are not sent again",
  },
  async ({ page, context, s3, person, place }) => {
    await page.clock.install();
    await person.opens();
    const on = { operation: "UploadPart" } as const;
    await s3.follow({ on, fault: { kind: "hold", before: "request" }, nth: 4 });
    await person.uploads(big);
    const stored = async () =>
      (await s3.seen(on)).filter(({ status }) => status === 200).map(({ part }) => part);
    await expect.poll(stored).toHaveLength(3);
    const before = await stored();
    await context.setOffline(true);
    await s3.follow();
    await expect(person.dock.getByText("연결 대기 중").first()).toBeVisible();
    await page.clock.fastForward(60_000);
    await expect(person.dock.getByText("연결 대기 중").first()).toBeVisible();
    await context.setOffline(false);
    await person.sees(1, "done", 40_000);
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const again = await stored();
    expect(again.filter((part) => before.includes(part))).toEqual([]);
  },
);

row(
  "A part stalls: nothing moves any more",
  { sees: "after 30 s the upload goes on and is done", asserts: "the object is the file" },
  async ({ page, s3, person, place }) => {
    await page.clock.install();
    await person.opens();
    const on = { operation: "UploadPart", part: 2 } as const;
    await s3.follow({ on, fault: { kind: "stall", after: PART / 2 }, times: 1 });
    await person.uploads(big);
    await expect.poll(() => s3.seen(on)).toHaveLength(1);
    await expect.poll(async () => (await s3.seen({ operation: "UploadPart" })).length).toBe(8);
    await page.clock.fastForward(31_000);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await s3.seen(on)).toHaveLength(2);
  },
);

row(
  "The answer to a single PUT is lost",
  { sees: "the upload is done, and no conflict is asked about", asserts: "the object is the file" },
  async ({ s3, person, place }) => {
    await s3.follow({ on: { operation: "PutObject" }, fault: { kind: "lose" }, times: 1 });
    await person.uploads(small);
    await person.sees(1, "done");
    await expect(person.page.getByRole("alertdialog")).toBeHidden();
    expect(await place.names()).toEqual([small.name]);
    expect(await place.sha256(small.name)).toBe(sha256(small));
  },
);

row(
  "The answer to a part is lost",
  { sees: done, asserts: "the object is the file" },
  async ({ s3, person, place }) => {
    const on = { operation: "UploadPart", part: 7 } as const;
    await s3.follow({ on, fault: { kind: "lose" }, times: 1 });
    await person.uploads(big);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
  },
);
