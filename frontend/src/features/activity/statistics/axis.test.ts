import { expect, test } from "vitest";
import { axisOf } from "./axis";

test.each([0, 1, 2, 3, 7, 10, 35, 99, 101, 2_500, 1_234_567_890_123])(
  "an axis for %i begins at zero, ends above it, and is marked in whole numbers",
  (most) => {
    const { end, ticks } = axisOf(most);
    expect(end).toBeGreaterThanOrEqual(most);
    expect(end).toBeLessThanOrEqual(Math.max(most * 1.5, 1));
    expect(ticks[0]).toBe(0);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.every((tick) => Number.isInteger(tick) && tick <= end)).toBe(true);
  },
);
