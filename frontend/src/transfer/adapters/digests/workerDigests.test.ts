/** The page's side of digests, with a worker that answers by hand. */
import { expect, it } from "vitest";
import { FakeClock } from "../../testing/fakeClock";
import type { WorkerLike } from "../workerCalls";
import type { FromDigesting, ToDigesting } from "./messages";
import { WorkerDigests } from "./workerDigests";

const wanted = { md5: true, crc64nvme: false };
const digest = { md5: "0".repeat(32), crc64nvme: null };

function world() {
  const clock = new FakeClock();
  const workers: { asked: ToDigesting[]; answer: () => void; hash: () => void; die: () => void }[] =
    [];
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
      hash: () => {
        say({ kind: "progress", call: asked.at(-1)?.call ?? 0, bytes: 1 });
      },
      die: () => {
        worker.onerror?.call(worker as Worker, new ErrorEvent("error"));
      },
    });
    return worker;
  };
  const digests = new WorkerDigests(start, clock);
  const abort = new AbortController();
  const ask = () => digests.digest(new Blob(["x"]), wanted, abort.signal);
  return { clock, digests, workers, ask, abort };
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
  }, new FakeClock());
  expect(await digests.digest(new Blob(["x"]), wanted, AbortSignal.any([]))).toBeNull();
});

it("a worker that says nothing for 30 seconds is given up, and another follows it", async () => {
  const { clock, workers, ask } = world();
  const lost = [ask(), ask()];
  await clock.advance(30_000);
  expect(await Promise.all(lost)).toEqual([null, null]);
  const next = ask();
  workers[1]?.answer();
  expect(await next).toEqual(digest);
});

it("a worker that takes minutes is waited for as long as it hashes, or has nothing to do", async () => {
  const { clock, workers, ask } = world();
  const slow = ask();
  for (let i = 0; i < 10; i += 1) {
    await clock.advance(20_000);
    workers[0]?.hash();
  }
  workers[0]?.answer();
  expect(await slow).toEqual(digest);
  await clock.advance(60_000);
  const next = ask();
  workers[0]?.answer();
  expect(await next).toEqual(digest);
  expect(workers).toHaveLength(1);
});
