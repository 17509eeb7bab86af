/** Speed over the last few seconds, and the time that remains at that speed. */

const WINDOW_MS = 5_000;
const SLOT_MS = 250;
/** A shorter observation says nothing about the time that remains. */
const MEANINGFUL_MS = 3_000;

interface Sample {
  readonly at: number;
  readonly bytes: number;
}

/** Running totals of bytes, oldest first: at most one sample per quarter second of the window. */
export type SpeedMeter = readonly Sample[];

/** Notes that `bytes` were sent in all by the time `now`, in ms. */
export function record(meter: SpeedMeter, bytes: number, now: number): SpeedMeter {
  const latest = meter.at(-1);
  if (latest !== undefined && now - latest.at < SLOT_MS && meter.length > 1) {
    return [...meter.slice(0, -1), { at: latest.at, bytes }];
  }
  // The last sample before the window stays: the window is measured from it.
  const first = meter.findLastIndex((sample) => sample.at <= now - WINDOW_MS);
  return [...meter.slice(Math.max(0, first)), { at: now, bytes }];
}

/** Bytes per second up to `now`; null before there is anything to divide by. */
export function speed(meter: SpeedMeter, now: number): number | null {
  const oldest = meter[0];
  const latest = meter.at(-1);
  if (oldest === undefined || latest === undefined || now - oldest.at < 1_000) return null;
  return ((latest.bytes - oldest.bytes) * 1000) / (now - oldest.at);
}

/** Seconds until `left` more bytes are sent; null while that would be a guess. */
export function remaining(meter: SpeedMeter, left: number, now: number): number | null {
  const oldest = meter[0];
  if (oldest === undefined || now - oldest.at < MEANINGFUL_MS) return null;
  const rate = speed(meter, now);
  return rate === null || rate <= 0 ? null : Math.ceil(left / rate);
}
