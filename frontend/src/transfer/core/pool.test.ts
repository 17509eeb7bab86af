/** How many requests may run at once. */
import { expect, it } from "vitest";
import { acquire, emptyPool, hasRoom, outcomeOf, type Pool, release, withHosts } from "./pool";

function room(pool: Pool): number {
  let count = 0;
  for (let next = pool; hasRoom(next); next = acquire(next)) count += 1;
  return count;
}

function succeed(pool: Pool, times: number): Pool {
  let next = pool;
  for (let i = 0; i < times; i += 1) next = release(acquire(next), "stored", 0, 0);
  return next;
}

const threeHosts = () => withHosts(emptyPool(), 3);

it("starts with six and grows with success to eighteen", () => {
  expect(room(threeHosts())).toBe(6);
  expect(room(succeed(threeHosts(), 4))).toBe(8);
  expect(room(succeed(threeHosts(), 1_000))).toBe(18);
});

it("gives one host name no more than a browser opens to it", () => {
  expect(room(succeed(emptyPool(), 1_000))).toBe(6);
});

it("halves once for all requests that were under way when S3 asked to slow down", () => {
  const grown = succeed(threeHosts(), 100);
  const first = release(acquire(grown), "congested", 50, 100);
  const second = release(acquire(first), "congested", 60, 101);
  expect([room(first), room(second)]).toEqual([9, 9]);
  expect(room(release(acquire(second), "congested", 150, 200))).toBe(4);
});

it("never falls below one", () => {
  let pool = threeHosts();
  for (let at = 1; at < 20; at += 1) pool = release(acquire(pool), "congested", at, at);
  expect(room(pool)).toBe(1);
});

it("takes 503, 429 and stalls for congestion, other refusals not", () => {
  const answered = (status: number) =>
    outcomeOf({ kind: "answered", status, etag: null, body: "" });
  expect([answered(503), answered(429), outcomeOf({ kind: "stalled" })]).toEqual(
    Array(3).fill("congested"),
  );
  expect([answered(403), answered(500), outcomeOf({ kind: "broken" })]).toEqual(
    Array(3).fill("other"),
  );
  expect(answered(200)).toBe("stored");
});
