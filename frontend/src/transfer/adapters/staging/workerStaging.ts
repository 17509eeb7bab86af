/** Staging as the engine sees it: a worker does all that takes time. */
import { type Failure, failure } from "../../core/failure";
import type { RangeAnswer, RangeRequest, StagingPort } from "../../downloads/ports";
import { WorkerCalls, type WorkerLike } from "../workerCalls";
import type { Calls, StagedBytes } from "./messages";

export interface WorkerStaging extends StagingPort {
  /** What was verified, for the folder to save. */
  readonly bytes: (id: string) => Promise<StagedBytes | Failure>;
}

/** `othersLive`: whether another page may be at work with what is staged. */
export function workerStaging(
  start: () => WorkerLike,
  othersLive: () => Promise<boolean>,
): WorkerStaging {
  const calls = new WorkerCalls<Calls>(start);
  return {
    open: (id, object) => calls.ask("open", { id, object }).answer.catch(stopped),
    fetch: (id, range) => fetchRange(calls, id, range),
    verify: (id) =>
      calls.ask("verify", { id }).answer.catch(() => ({ kind: "unreadable", failure: stopped() })),
    bytes: (id) => calls.ask("bytes", { id }).answer.catch(stopped),
    discard: (id) => calls.ask("discard", { id }).answer.catch(() => undefined),
    async keepOnly(ids) {
      if (await othersLive()) return;
      await calls.ask("keepOnly", { ids }).answer.catch(() => undefined);
    },
  };
}

/** Ends at once when it is aborted: a worker that is dead would never answer. */
function fetchRange(
  calls: WorkerCalls<Calls>,
  id: string,
  range: RangeRequest,
): Promise<RangeAnswer> {
  const { request, from, to, signal, onProgress } = range;
  if (signal.aborted) return Promise.resolve({ kind: "broken" });
  const order = { id, url: request.url, headers: request.headers, from, to };
  const { answer, abort } = calls.ask("fetch", order, onProgress);
  return new Promise((resolve) => {
    const stop = () => {
      abort();
      resolve({ kind: "broken" });
    };
    const end = (ended: RangeAnswer) => {
      signal.removeEventListener("abort", stop);
      resolve(ended);
    };
    signal.addEventListener("abort", stop);
    answer.then(end, () => {
      end({ kind: "unstored", failure: stopped() });
    });
  });
}

function stopped(): Failure {
  return failure("worker_stopped");
}
