/** The page's side of staging, with a worker that answers by hand. */
import { expect, it } from "vitest";
import type { FromStaging, ToStaging } from "./messages";
import type { WorkerLike } from "../workerCalls";
import { workerStaging } from "./workerStaging";

const object = { size: 9, etag: "e", checksum: null, md5PartSize: null };

function world(othersLive = false) {
  const workers: { asked: ToStaging[]; say: (message: FromStaging) => void; die: () => void }[] =
    [];
  const start = () => {
    const worker: WorkerLike = {
      postMessage: (message: ToStaging) => void asked.push(message),
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    };
    const asked: ToStaging[] = [];
    workers.push({
      asked,
      say: (data) => {
        worker.onmessage?.call(worker as Worker, new MessageEvent("m", { data }));
      },
      die: () => {
        worker.onerror?.call(worker as Worker, new ErrorEvent("error"));
      },
    });
    return worker;
  };
  const staging = workerStaging(start, () => Promise.resolve(othersLive));
  const abort = new AbortController();
  const loaded: number[] = [];
  const fetch = () =>
    staging.fetch("d", {
      request: { url: "https://s3.test/", headers: {}, expiresAt: 0 },
      from: 0,
      to: 9,
      signal: abort.signal,
      onProgress: (bytes) => loaded.push(bytes),
    });
  return { staging, workers, fetch, abort, loaded };
}

it("answers and progress find the call they belong to", async () => {
  const { staging, workers, fetch, loaded } = world();
  const [opening, fetching] = [staging.open("d", object), fetch()];
  expect(workers[0]?.asked.map(({ kind }) => kind)).toEqual(["open", "fetch"]);
  workers[0]?.say({ kind: "progress", call: 2, bytes: 4 });
  workers[0]?.say({ kind: "answer", call: 2, answer: { kind: "broken" } });
  workers[0]?.say({ kind: "answer", call: 1, answer: "kept" });
  expect(await opening).toBe("kept");
  expect(await fetching).toEqual({ kind: "broken" });
  expect(loaded).toEqual([4]);
});

it("an aborted range ends at once, even if the worker never answers", async () => {
  const { workers, fetch, abort, loaded } = world();
  const fetching = fetch();
  abort.abort();
  expect(await fetching).toEqual({ kind: "broken" });
  expect(workers[0]?.asked.at(-1)).toEqual({ kind: "abort", call: 1 });
  workers[0]?.say({ kind: "progress", call: 1, bytes: 4 });
  expect(loaded).toEqual([]);
});

it("a worker that dies fails what it had in hand, and the next call starts another", async () => {
  const { staging, workers, fetch } = world();
  const [verifying, fetching] = [staging.verify("d"), fetch()];
  workers[0]?.die();
  expect(await verifying).toMatchObject({
    kind: "unreadable",
    failure: { code: "worker_stopped" },
  });
  expect(await fetching).toMatchObject({ kind: "unstored", failure: { code: "worker_stopped" } });
  const opening = staging.open("d", object);
  expect(workers).toHaveLength(2);
  workers[1]?.say({ kind: "answer", call: 3, answer: "kept" });
  expect(await opening).toBe("kept");
});

it("frees nothing of others while another page lives", async () => {
  const { staging, workers } = world(true);
  await staging.keepOnly(new Set(["d"]));
  expect(workers).toHaveLength(0);
});
