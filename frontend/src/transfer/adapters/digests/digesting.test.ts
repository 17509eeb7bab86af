/** Digests as the worker takes them. */
import { Blob as NodeBlob } from "node:buffer";
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { Digesting } from "./digesting";
import type { FromDigesting } from "./messages";

const BOTH = { md5: true, crc64nvme: true };

function worker() {
  const said: FromDigesting[] = [];
  let heard: () => void = () => undefined;
  const digesting = new Digesting((message) => {
    if (message.kind === "answer") said.push(message);
    heard();
  });
  const until = async (count: number) => {
    while (said.length < count) await new Promise<void>((go) => (heard = go));
    return said.map((message) => [message.call, message.kind === "answer" ? message.answer : null]);
  };
  const ask = (call: number, bytes: Blob, wanted = BOTH) => {
    digesting.take({ kind: "digest", call, order: { bytes, wanted } });
  };
  return { digesting, ask, until };
}

/** Node's: jsdom's lacks what a worker's has. */
function blob(...content: (string | Buffer)[]): Blob {
  return new NodeBlob(content) as unknown as Blob;
}

/** A file that vanishes after its first bytes. */
function cut(size: number): Blob {
  return { size, slice: () => blob("1") } as unknown as Blob;
}

it("takes both hashes, as S3 writes them", async () => {
  const { ask, until } = worker();
  ask(1, blob("123456789"));
  expect(await until(1)).toEqual([
    [1, { md5: "25f9e794323b453885f5181f1b624d0b", crc64nvme: "rosUhgp5mIg=" }],
  ]);
});

it("takes only what is wanted, also of nothing", async () => {
  const { ask, until } = worker();
  ask(1, blob(), { md5: true, crc64nvme: false });
  ask(2, blob(), { md5: false, crc64nvme: true });
  expect(await until(2)).toEqual([
    [1, { md5: "d41d8cd98f00b204e9800998ecf8427e", crc64nvme: null }],
    [2, { md5: null, crc64nvme: "AAAAAAAAAAA=" }],
  ]);
});

it("reads many pieces, and keeps several digests apart", async () => {
  const parts = [3_000_001, 1_048_576, 2_097_153].map((size, at) => Buffer.alloc(size, at + 1));
  const { ask, until } = worker();
  parts.forEach((part, at) => {
    ask(at, blob(part), { md5: true, crc64nvme: false });
  });
  const md5s = parts.map((part) => createHash("md5").update(part).digest("hex"));
  expect(await until(3)).toEqual(md5s.map((md5, at) => [at, { md5, crc64nvme: null }]));
});

it("has no digest of a file that ends early, and goes on with the next", async () => {
  const { ask, until } = worker();
  ask(1, cut(9));
  ask(2, blob("123456789"), { md5: false, crc64nvme: true });
  expect(await until(2)).toEqual([
    [1, null],
    [2, { md5: null, crc64nvme: "rosUhgp5mIg=" }],
  ]);
});

it("reads nothing of what was aborted while it waited, and no more of what it had begun", async () => {
  const { digesting, ask, until } = worker();
  let pieces = 0;
  const slice = () => {
    pieces += 1;
    if (pieces === 3) digesting.take({ kind: "abort", call: 1 });
    return blob(Buffer.alloc(1_048_576));
  };
  ask(1, { size: 1e9, slice } as unknown as Blob);
  ask(2, { size: 9, slice: (): Blob => expect.fail("it was read") } as unknown as Blob);
  digesting.take({ kind: "abort", call: 2 });
  expect(await until(2)).toEqual([
    [1, null],
    [2, null],
  ]);
  expect(pieces).toBe(3);
});
