/** Speed over the last few seconds, and what remains. */
import { expect, it } from "vitest";
import { record, remaining, speed, type SpeedMeter } from "./speed";

/** A meter that saw `bytesPerSecond` for `seconds`, ten times a second. */
function steady(bytesPerSecond: number, seconds: number): SpeedMeter {
  let meter: SpeedMeter = [];
  for (let tick = 0; tick <= seconds * 10; tick += 1) {
    meter = record(meter, (bytesPerSecond * tick) / 10, tick * 100);
  }
  return meter;
}

it("tells no speed in the first second", () => {
  expect(speed(steady(1_000, 0.9), 900)).toBeNull();
});

it("tells a steady speed", () => {
  expect(speed(steady(1_000, 20), 20_000)).toBeCloseTo(1_000, -2);
});

it("forgets what was longer ago than a few seconds", () => {
  let meter = steady(1_000, 20);
  for (let tick = 1; tick <= 60; tick += 1) {
    meter = record(meter, 20_000 + tick * 500, 20_000 + tick * 100);
  }
  expect(speed(meter, 26_000)).toBeCloseTo(5_000, -3);
});

it("falls while nothing comes", () => {
  const meter = steady(1_000, 5);
  expect(speed(meter, 10_000)).toBeLessThan(600);
});

it("tells no remaining time before three seconds, nor at a standstill", () => {
  expect(remaining(steady(1_000, 2), 5_000, 2_000)).toBeNull();
  expect(remaining(steady(0, 5), 5_000, 5_000)).toBeNull();
});

it("tells the time that the rest takes at the present speed", () => {
  expect(remaining(steady(1_000, 5), 60_000, 5_000)).toBe(60);
});

it("keeps few samples however long it watches", () => {
  expect(steady(1_000, 600).length).toBeLessThan(30);
});
