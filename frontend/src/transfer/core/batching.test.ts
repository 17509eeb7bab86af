/** When calls for many uploads are made. */
import { expect, it } from "vitest";
import { confirmDue, freshPace, nextPace, planRoom } from "./batching";
import { NO_LOAD } from "./load";

it("completes at once when 250 wait or nothing else runs", () => {
  const pace = freshPace(0);
  expect(confirmDue(pace, 250, false, 1)).toBe(true);
  expect(confirmDue(pace, 1, true, 1)).toBe(true);
  expect(confirmDue(pace, 249, false, 1)).toBe(false);
  expect(confirmDue(pace, 0, true, 1)).toBe(false);
});

it("completes fewer after 2, 4, 8 ... seconds", () => {
  let pace = freshPace(0);
  const times: number[] = [];
  for (let now = 0; now < 31_000; now += 500) {
    if (!confirmDue(pace, 1, false, now)) continue;
    times.push(now);
    pace = nextPace(pace, now);
  }
  expect(times).toEqual([2_000, 6_000, 14_000, 30_000]);
});

it("plans no further while a full batch is ready", () => {
  expect(planRoom({ ...NO_LOAD, readyPuts: 250 }, null)).toBeNull();
  expect(planRoom({ ...NO_LOAD, readyPuts: 249 }, null)).not.toBeNull();
});

it("plans no more bytes than URLs live for, at the present speed", () => {
  expect(planRoom(NO_LOAD, null)?.bytes).toBe(1_000_000_000);
  expect(planRoom(NO_LOAD, 10_000_000)?.bytes).toBe(3_000_000_000);
  expect(planRoom({ ...NO_LOAD, readyBytes: 2_900_000_000 }, 10_000_000)?.bytes).toBe(100_000_000);
});

it("opens at most eight multipart uploads at once", () => {
  expect(planRoom({ ...NO_LOAD, multiparts: 3 }, null)?.multiparts).toBe(5);
  expect(planRoom({ ...NO_LOAD, multiparts: 8 }, null)?.multiparts).toBe(0);
});
