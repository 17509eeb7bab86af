/** How much an upload weighs on what decides about planning and completing. */
import { wantsConnection } from "./sending";
import type { Upload } from "./upload";

export interface Load {
  /** Uploads that still have something to send. */
  readonly unsent: number;
  /** Multipart uploads that are open at S3 or about to be. */
  readonly multiparts: number;
  /** Single PUTs that are planned, or about to be, and not on their way. */
  readonly readyPuts: number;
  /** Bytes of those. */
  readonly readyBytes: number;
}

export const NO_LOAD: Load = { unsent: 0, multiparts: 0, readyPuts: 0, readyBytes: 0 };

const UNSENT: ReadonlySet<Upload["phase"]> = new Set([
  "queued",
  "planning",
  "resuming",
  "sending",
  "checking",
]);

/** What one upload adds; files larger than `multipartThreshold` bytes go by multipart. */
export function loadOf(upload: Upload, multipartThreshold: number): Load {
  const { phase, source } = upload;
  const unsent = UNSENT.has(phase) ? 1 : 0;
  if (unsent === 0 || phase === "queued") return { ...NO_LOAD, unsent };
  if (source.size > multipartThreshold) return { ...NO_LOAD, unsent, multiparts: 1 };
  const ready = phase === "planning" || wantsConnection(upload);
  return ready
    ? { unsent, multiparts: 0, readyPuts: 1, readyBytes: source.size }
    : { ...NO_LOAD, unsent };
}

/** The sum after one transfer's share of it went from `before` to `after`. */
export function shifted<Sum extends Readonly<Record<keyof Sum, number>>>(
  total: Sum,
  before: Sum,
  after: Sum,
): Sum {
  if (before === after) return total;
  const names = Object.keys(total) as (keyof Sum)[];
  const sums = names.map((name) => [name, total[name] - before[name] + after[name]] as const);
  return Object.fromEntries(sums) as unknown as Sum;
}
