/** Starts the download worker of a real browser. */
import type { WorkerLike } from "../workerCalls";

export function startWorker(): WorkerLike {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
