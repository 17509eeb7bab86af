/** Deleting many objects: batch after batch, every key accounted for. */
import type { ApiError, ApiErrorCode } from "@/api/ApiError";
import type { components } from "@/api/schema.gen";

export type DeleteResult = components["schemas"]["DeleteResult"];

/** The most that one call takes, because DeleteObjects of S3 takes no more. */
export const batchLimit = 1000;

export interface DeletionFailure {
  readonly key: string;
  readonly code: ApiErrorCode;
}

export interface Deletion {
  readonly deleted: number;
  /** How many of those are only hidden by a delete marker, because the bucket keeps versions. */
  readonly markers: number;
  readonly failures: readonly DeletionFailure[];
  /** What nobody asked S3 about, because it was stopped before. */
  readonly untried: number;
}

export const noDeletion: Deletion = { deleted: 0, markers: 0, failures: [], untried: 0 };

export interface DeletionSteps {
  /** Asks S3 to delete up to `batchLimit` keys. */
  readonly send: (keys: readonly string[]) => Promise<readonly DeleteResult[]>;
  /** Hears of each answer: the keys that are gone, and where things stand. */
  readonly onProgress: (gone: readonly string[], soFar: Deletion) => Promise<void>;
  /** Asked before each batch. */
  readonly isStopped: () => boolean;
  /** What a call that was not answered has thrown. */
  readonly toError: (cause: unknown) => ApiError;
}

/**
 * Never throws: a call that fails is the failure of its keys. It ends the rest, unless it is S3's
 * refusal of just these keys: others may still go.
 */
export async function deleteAll(
  keys: readonly string[],
  { send, onProgress, isStopped, toError }: DeletionSteps,
): Promise<Deletion> {
  let sum = noDeletion;
  for (let at = 0; at < keys.length; at += batchLimit) {
    if (isStopped()) return { ...sum, untried: keys.length - at };
    const batch = keys.slice(at, at + batchLimit);
    let results: readonly DeleteResult[] = [];
    try {
      results = await send(batch);
    } catch (cause) {
      const { code } = toError(cause);
      sum = { ...sum, failures: [...sum.failures, ...batch.map((key) => ({ key, code }))] };
      if (code !== "access_denied") return { ...sum, untried: keys.length - at - batch.length };
    }
    sum = added(sum, results);
    await onProgress(goneKeys(results), sum);
  }
  return sum;
}

function goneKeys(results: readonly DeleteResult[]): readonly string[] {
  return results.filter(({ outcome }) => outcome !== "failed").map(({ key }) => key);
}

function added(sum: Deletion, results: readonly DeleteResult[]): Deletion {
  const failed = results.filter(({ outcome }) => outcome === "failed");
  return {
    ...sum,
    deleted: sum.deleted + results.length - failed.length,
    markers: sum.markers + results.filter(({ outcome }) => outcome === "delete-marker").length,
    failures: [
      ...sum.failures,
      ...failed.map(({ key, code }) => ({ key, code: code ?? ("internal" as const) })),
    ],
  };
}

/** Whether S3 has refused all of it for want of permission: then it is not about single keys. */
export function isDenied({ deleted, failures }: Deletion): boolean {
  return deleted === 0 && failures.some(({ code }) => code === "access_denied");
}

/** How many keys nobody has an answer about: they may be gone or not. */
export function unsureCount({ failures }: Deletion): number {
  return failures.filter(({ code }) => unanswered.has(code)).length;
}

/** The codes of calls without an answer. */
export const unanswered: ReadonlySet<ApiErrorCode> = new Set([
  "api_unreachable",
  "aws_unreachable",
  "internal",
  "server_unavailable",
]);

/** The keys that did not go: those that failed, and those that nobody asked about. */
export function keptKeys(
  keys: readonly string[],
  { failures, untried }: Deletion,
): readonly string[] {
  return [...failures.map(({ key }) => key), ...keys.slice(keys.length - untried)];
}

/** The keys that failed, by the reason. */
export function byReason(
  failures: readonly DeletionFailure[],
): ReadonlyMap<ApiErrorCode, readonly string[]> {
  const groups = new Map<ApiErrorCode, string[]>();
  for (const { key, code } of failures) {
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [key]);
    else group.push(key);
  }
  return groups;
}
