import { expect, test, vi } from "vitest";
import { asApiError, ApiError } from "@/api/ApiError";
import {
  byReason,
  deleteAll,
  isDenied,
  keptKeys,
  type DeleteResult,
  unsureCount,
} from "./deletion";

const keys = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`);
const deleted = (key: string): DeleteResult => ({
  key,
  outcome: "deleted",
  code: null,
  detail: null,
});
const failed = (key: string): DeleteResult => ({
  key,
  outcome: "failed",
  code: "access_denied",
  detail: "",
});

const send = vi.fn<(batch: readonly string[]) => Promise<readonly DeleteResult[]>>();
const onProgress = vi.fn(() => Promise.resolve());

function run(wanted: readonly string[], isStopped = () => false) {
  send.mockClear();
  onProgress.mockClear();
  const toError = (cause: unknown) => asApiError(cause as Error);
  return deleteAll(wanted, { send, onProgress, isStopped, toError });
}

test("2,500 keys go in three calls, and each is accounted for", async () => {
  send.mockImplementation((batch) =>
    Promise.resolve(batch.map((key) => (key.endsWith("7") ? failed(key) : deleted(key)))),
  );
  const result = await run(keys(2500));
  expect(send.mock.calls.map(([batch]) => batch.length)).toEqual([1000, 1000, 500]);
  expect(result).toMatchObject({ deleted: 2250, markers: 0, untried: 0 });
  expect(result.failures).toHaveLength(250);
  expect([...byReason(result.failures).keys()]).toEqual(["access_denied"]);
  expect(isDenied(result)).toBe(false);
});

test("what is gone is told after each answer, before the next call", async () => {
  send.mockImplementation((batch) => Promise.resolve(batch.map(deleted)));
  await run(keys(1001));
  expect(onProgress).toHaveBeenNthCalledWith(
    1,
    keys(1000),
    expect.objectContaining({ deleted: 1000 }),
  );
  expect(onProgress.mock.invocationCallOrder[0]).toBeLessThan(
    send.mock.invocationCallOrder[1] ?? 0,
  );
});

test("stopping leaves the rest untried", async () => {
  send.mockImplementation((batch) => Promise.resolve(batch.map(deleted)));
  const result = await run(keys(3000), () => send.mock.calls.length === 1);
  expect(result).toMatchObject({ deleted: 1000, untried: 2000, failures: [] });
});

test("a call without an answer fails its keys, ends the rest, and leaves it unsure what is gone", async () => {
  send.mockResolvedValueOnce(keys(1000).map(deleted));
  send.mockRejectedValueOnce(new ApiError("api_unreachable", 0));
  const result = await run(keys(2500));
  expect(result).toMatchObject({ deleted: 1000, untried: 500 });
  expect(result.failures).toHaveLength(1000);
  expect(unsureCount(result)).toBe(1000);
  expect(keptKeys(keys(2500), result)).toEqual(keys(2500).slice(1000));
});

test("a call that S3 refuses as a whole fails its keys, and the next ones still go", async () => {
  send.mockRejectedValueOnce(new ApiError("access_denied", 403));
  send.mockImplementation((batch) =>
    Promise.resolve(batch.map((key) => (key === "k2499" ? failed(key) : deleted(key)))),
  );
  const all = keys(2500);
  const result = await run(all);
  expect(result).toMatchObject({ deleted: 1499, untried: 0 });
  expect(result.failures).toHaveLength(1001);
  expect(isDenied(result)).toBe(false);
  expect(keptKeys(all, result)).toEqual([...all.slice(0, 1000), "k2499"]);
  expect(onProgress).toHaveBeenCalledTimes(3);
});

test("delete markers count as deleted, and apart", async () => {
  send.mockResolvedValue([{ ...deleted("a"), outcome: "delete-marker" }, deleted("b")]);
  expect(await run(["a", "b"])).toMatchObject({ deleted: 2, markers: 1 });
});

test("only where nothing went for want of permission is the place denied", async () => {
  send.mockResolvedValueOnce([failed("a"), failed("b")]);
  expect(isDenied(await run(["a", "b"]))).toBe(true);
  send.mockRejectedValueOnce(new ApiError("access_denied", 403));
  expect(isDenied(await run(["a"]))).toBe(true);
  send.mockRejectedValueOnce(new ApiError("aws_throttled", 429));
  expect(isDenied(await run(["a"]))).toBe(false);
});
