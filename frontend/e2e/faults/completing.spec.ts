import { subscribe } from "../support/aws";
import { content, PART, sha256 } from "./support/content";
import { expect, row } from "./support/matrix";

const big = content("big.bin", 6 * PART);
const small = content("small.txt", 20_000);
const COMPLETE = { operation: "CompleteMultipartUpload" } as const;
const PARTS = { operation: "UploadPart" } as const;

row(
  "The answer to Complete is lost",
  {
    sees: "the upload is done, and no conflict is asked about",
    asserts: "the object is the file; it is announced exactly once",
  },
  async ({ s3, person, place }) => {
    const queue = await subscribe("faults-complete-lost");
    await s3.follow({ on: COMPLETE, fault: { kind: "lose" }, times: 1 });
    await person.uploads(big);
    await person.sees(1, "done", 40_000);
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const told = (await queue.drain()).filter(({ key }) => key === place.prefix + big.name);
    expect(told.map(({ type }) => type)).toEqual(["upload.completed"]);
  },
);

row(
  "Complete takes longer than anybody waits for it",
  {
    sees: "the upload is being checked, then it is done",
    asserts: "the object is the file; it is announced exactly once",
  },
  async ({ s3, person, place }) => {
    const queue = await subscribe("faults-complete-slow");
    await s3.follow({ on: COMPLETE, fault: { kind: "hold", before: "answer" }, times: 1 });
    await person.uploads(big);
    // The API has given up waiting and asks S3 for the object instead.
    await expect
      .poll(() => s3.seen({ operation: "HeadObject" }), { timeout: 30_000 })
      .not.toEqual([]);
    await s3.release();
    await person.sees(1, "done", 40_000);
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const told = (await queue.drain()).filter(({ key }) => key === place.prefix + big.name);
    expect(told.map(({ type }) => type)).toEqual(["upload.completed"]);
  },
);

row(
  "Complete is asked twice, because the API's answer is lost",
  {
    sees: "the upload is done, and no conflict is asked about",
    asserts: "the object is the file; it is announced exactly once",
  },
  async ({ page, person, place }) => {
    const queue = await subscribe("faults-complete-twice");
    let lost = 0;
    await page.route("**/api/uploads/complete", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await person.uploads(big);
    await person.sees(1, "done", 40_000);
    expect(lost).toBe(1);
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const told = (await queue.drain()).filter(({ key }) => key === place.prefix + big.name);
    expect(told.map(({ type }) => type)).toEqual(["upload.completed"]);
  },
);

row(
  "S3 says NoSuchUpload to Complete, though it has made the object",
  {
    sees: "the upload is done",
    asserts: "the object is the file: a HEAD tells by the upload's own mark that it is ours",
  },
  async ({ s3, person, place }) => {
    const fault = { kind: "refuse", code: "NoSuchUpload", forward: true } as const;
    await s3.follow({ on: COMPLETE, fault, times: 1 });
    await person.uploads(big);
    await person.sees(1, "done", 40_000);
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await s3.seen({ operation: "HeadObject" })).not.toEqual([]);
  },
);

row(
  "An upload is cancelled while a part is under way",
  {
    sees: "the upload is cancelled",
    asserts: "no part is left, although one arrived after S3 was asked to abort",
  },
  async ({ page, s3, person, place }) => {
    await s3.follow({ on: { ...PARTS, part: 4 }, fault: { kind: "hold", before: "request" } });
    await person.uploads(big);
    await expect.poll(async () => (await s3.seen(PARTS)).length).toBe(6);
    await page.getByRole("button", { name: `${big.name} 취소` }).click();
    await expect.poll(() => s3.seen({ operation: "AbortMultipartUpload" })).not.toEqual([]);
    await s3.release();
    await person.sees(1, "cancelled");
    await expect.poll(() => place.keptParts()).toEqual({});
    expect(await place.names()).toEqual([]);
  },
);

for (const file of [small, big]) {
  const kind = file === small ? "PUT" : "Complete";
  const sent = file === small ? "PutObject" : "UploadPart";
  row(
    `Somebody else puts an object of the same key between plan and ${kind}`,
    {
      sees: "a question: replace, keep both or skip",
      asserts: "the other object is untouched; after '둘 다 두기' both are there, whole",
    },
    async ({ page, s3, person, place }) => {
      await s3.follow({ on: { operation: sent }, fault: { kind: "hold", before: "request" } });
      await person.uploads(file);
      await expect.poll(() => s3.seen({ operation: sent })).not.toEqual([]);
      await place.put(file.name, "another's");
      await s3.follow();
      const question = page.getByRole("alertdialog");
      await expect(question).toBeVisible({ timeout: 20_000 });
      expect(await place.read(file.name)).toBe("another's");
      await question.getByRole("button", { name: "둘 다 두기" }).click();
      await person.sees(1, "done");
      const [name, extension] = file.name.split(".");
      expect(await place.read(file.name)).toBe("another's");
      expect(await place.sha256(`${name} (1).${extension}`)).toBe(sha256(file));
      expect(await place.keptParts()).toEqual({});
    },
  );
}
