/** Bytes of a body, gathered in order, whatever kind of stream brings them. */
import { expect, it } from "vitest";
import { GATHERED } from "./buffers";
import { gather } from "./gather";
import type { Body } from "./source";

/** `count` bytes that tell their place, in pieces of `piece` bytes. */
function body(count: number, piece: number, type?: "bytes"): Body {
  let at = 0;
  const source = {
    pull(controller: ReadableStreamController<Uint8Array<ArrayBuffer>>) {
      const length = Math.min(piece, count - at);
      const bytes = Uint8Array.from({ length }, (_, index) => (at + index) % 251);
      at += length;
      if (length > 0) controller.enqueue(bytes);
      if (at < count) return;
      controller.close();
      (controller as ReadableByteStreamController).byobRequest?.respond(0);
    },
  };
  return type === "bytes" ? new ReadableStream({ ...source, type }) : new ReadableStream(source);
}

async function gathered(stream: Body, length: number) {
  const taken: number[] = [];
  const sizes: number[] = [];
  const arrivals: number[] = [];
  const came = await gather(stream, length, {
    take: (bytes) => {
      taken.push(...bytes.subarray(0, 1), ...bytes.subarray(-1));
      sizes.push(bytes.length);
    },
    onArrival: (total) => arrivals.push(total),
  });
  return { came, taken, sizes, arrivals };
}

const kinds = [["bytes"], [undefined]] as const;

it.each(kinds)("hands on few large pieces of many small ones (%s)", async (type) => {
  const length = GATHERED + 1000;
  const { came, taken, sizes, arrivals } = await gathered(body(length, 30_000, type), length);
  expect(came).toBe(length);
  expect(sizes).toEqual([GATHERED, 1000]);
  expect(taken).toEqual([0, (GATHERED - 1) % 251, GATHERED % 251, (length - 1) % 251]);
  expect(arrivals.at(-1)).toBe(length);
  expect(arrivals.length).toBeGreaterThan(10);
});

it.each(kinds)("a body that ends early is told by its length (%s)", async (type) => {
  const { came, sizes } = await gathered(body(700, 300, type), 1000);
  expect(came).toBe(700);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(700);
});

it.each(kinds)("nothing beyond the range is handed on (%s)", async (type) => {
  const { came, sizes } = await gathered(body(1500, 400, type), 1000);
  expect(came).toBe(1001);
  expect(sizes).toEqual([1000]);
});

it("what the taker throws ends it", async () => {
  const full = new DOMException("", "QuotaExceededError");
  const take = () => {
    throw full;
  };
  const gathering = gather(body(10, 5), 10, { take, onArrival: () => undefined });
  await expect(gathering).rejects.toBe(full);
});
