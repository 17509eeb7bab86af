/** The browser's clock and timers. */
import type { ClockPort } from "../ports";

export const browserClock: ClockPort = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
