/** Sizes as people read them: decimal units with one decimal, and exact bytes. */
const units = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

/** `bytes` in the largest unit that leaves at least 1: 48213 is "48.2 KB". */
export function formatSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.95 would be written as 1000.0.
  while (value >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ""}`;
}

/** Bytes per second, in the same units. */
export function formatSpeed(bytesPerSecond: number): string {
  return `${formatSize(Math.round(bytesPerSecond))}/s`;
}
