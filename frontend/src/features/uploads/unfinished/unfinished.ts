/** Unfinished multipart uploads, and what a number of them comes to. */
import type { components } from "@/api/schema.gen";

export type UnfinishedUpload = components["schemas"]["UnfinishedUpload"];
export type PartsLifetime = components["schemas"]["PartsLifetime"];

export interface Place {
  readonly bucket: string;
  /** Ends with "/", or is empty for the whole bucket. */
  readonly prefix: string;
}

export interface Sum {
  readonly count: number;
  /** Bytes that S3 has of those whose size it has told. */
  readonly bytes: number;
  /** How many have a size that S3 has not told. */
  readonly unsized: number;
}

const DAY = 86_400_000;

export function sumOf(uploads: readonly UnfinishedUpload[]): Sum {
  return {
    count: uploads.length,
    bytes: uploads.reduce((sum, { size }) => sum + (size ?? 0), 0),
    unsized: uploads.filter(({ size }) => size === null).length,
  };
}

/** Those begun more than `days` before `now` (ms since 1970). */
export function olderThan(
  uploads: readonly UnfinishedUpload[],
  days: number,
  now: number,
): readonly UnfinishedUpload[] {
  return uploads.filter(({ initiatedAt }) => now - Date.parse(initiatedAt) > days * DAY);
}

/** "lee" of a user's ARN and of a role's session; "root"; any other id as it is. */
export function initiatorName(initiator: string): string {
  return initiator.startsWith("arn:") ? (initiator.split(/[:/]/).at(-1) ?? initiator) : initiator;
}
