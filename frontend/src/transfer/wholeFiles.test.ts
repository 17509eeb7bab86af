/** Small files, which the hashing worker reads once and sends itself. */
import { expect, it } from "vitest";
import { failure } from "./core/failure";
import type { WholeAnswer, WholeRequest } from "./ports";
import { FakeWorld, fakeFile, INBOX } from "./testing/fakeWorld";

const MIB = 1024 * 1024;

/** Uploads one file in a world with such a worker; the files that were looked at once more, too. */
async function uploaded(size: number, answered?: WholeAnswer) {
  const world = new FakeWorld();
  const [sent, checked]: [WholeRequest[], string[]] = [[], []];
  const put = async (request: WholeRequest): Promise<WholeAnswer> => {
    sent.push(request);
    if (answered !== undefined) return answered;
    const answer = await world.s3.put({ ...request, body: request.file });
    const digest = await world.digests.digest(request.file, request.wanted, request.signal);
    return answer.kind === "answered" ? { ...answer, digest } : { kind: "broken" };
  };
  const check = (file: File) => {
    checked.push(file.name);
    return Promise.resolve(null);
  };
  Object.assign(world, {
    wholeFiles: { works: true, put },
    files: { ...world.files, check },
  });
  const transfers = world.transfers();
  transfers.add(INBOX, [fakeFile("a.txt", size)]);
  await world.finish(transfers);
  return { world, sent, checked, row: transfers.getSnapshot().transfers[0] };
}

it("a small file is sent by the worker, and nobody looks at it once more", async () => {
  const { world, sent, checked, row } = await uploaded(MIB);
  expect(row?.status).toBe("done");
  expect(sent.map(({ size, wanted }) => [size, wanted])).toEqual([
    [MIB, { md5: true, crc64nvme: false }],
  ]);
  expect(checked).toEqual([]);
  expect(world.bucket.objects.get("inbox/a.txt")?.size).toBe(MIB);
});

it("a larger one goes as before, and is looked at", async () => {
  const { sent, checked, row } = await uploaded(MIB + 1);
  expect([row?.status, sent.length, checked]).toEqual(["done", 0, ["a.txt"]]);
});

it("a file that is no longer as it was picked fails, and nothing was sent", async () => {
  const reason = failure("file_changed", { name: "a.txt" });
  const { world, row } = await uploaded(5, { kind: "unstored", failure: reason });
  expect(row).toMatchObject({ status: "failed", failure: { code: "file_changed" } });
  expect(world.bucket.objects.size).toBe(0);
});
