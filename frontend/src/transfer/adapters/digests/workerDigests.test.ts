/** The page's side of digests, with a worker that answers by hand. */
import { expect, it } from "vitest";
import type { WorkerLike } from "../workerCalls";
import type { FromDigesting, ToDigesting } from "./messages";
import { WorkerDigests } from "./workerDigests";

const wanted = { md5: true, crc64nvme: false };
const digest = { md5: "0".repeat(32), crc64nvme: null };

function world() {
  const workers: { asked: ToDigesting[]; answer: () => void; die: () => void }[] = [];
  const start = () => {
    const asked: ToDigesting[] = [];
    const worker: WorkerLike = {
      postMessage: (message: ToDigesting) => void asked.push(message),
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    };
    const say = (data: FromDigesting) => {
      worker.onmessage?.call(worker as Worker, new MessageEvent("m", { data }));
    };
    workers.push({
      asked,
      answer: () => {
        say({ kind: "answer", call: asked.at(-1)?.call ?? 0, answer: digest });
      },
      die: () => {
        worker.onerror?.call(worker as Worker, new ErrorEvent("error"));
      },
    });
    return worker;
  };
  const digests = new WorkerDigests(start);
  const abort = new AbortController();
  const ask = () => digests.digest(new Blob(["x"]), wanted, abort.signal);
  return { digests, workers, ask, abort };
}

it("the worker's digest comes back", async () => {
  const { workers, ask } = world();
  const asked = ask();
  workers[0]?.answer();
  expect(await asked).toEqual(digest);
});

it("an aborted digest ends at once, and the worker is told", async () => {
  const { workers, ask, abort } = world();
  const asked = ask();
  abort.abort();
  expect(await asked).toBeNull();
  expect(workers[0]?.asked.map(({ kind }) => kind)).toEqual(["digest", "abort"]);
  expect(await ask()).toBeNull();
  expect(workers[0]?.asked).toHaveLength(2);
});

it("a worker that dies leaves what it had in hand unverified, and another follows it", async () => {
  const { workers, ask } = world();
  const lost = [ask(), ask()];
  workers[0]?.die();
  expect(await Promise.all(lost)).toEqual([null, null]);
  const next = ask();
  workers[1]?.answer();
  expect(await next).toEqual(digest);
});

it("a worker that cannot be loaded is given up, one that answered before is not", async () => {
  const { workers, ask } = world();
  const answered = ask();
  workers[0]?.answer();
  await answered;
  for (const death of [0, 1, 2]) {
    const lost = ask();
    workers[death]?.die();
    expect(await lost).toBeNull();
  }
  const last = ask();
  workers[3]?.die();
  await last;
  expect(await ask()).toBeNull();
  expect(workers).toHaveLength(4);
});

it("a browser without workers has no digests, and rejects nothing", async () => {
  const digests = new WorkerDigests(() => {
    throw new DOMException("", "SecurityError");
  });
  expect(await digests.digest(new Blob(["x"]), wanted, AbortSignal.any([]))).toBeNull();
});
