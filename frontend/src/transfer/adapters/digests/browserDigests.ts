/** Digests and small files in a real browser. */
import { browserClock } from "../clock";
import { WorkerDigests } from "./workerDigests";

/** Create it once. */
export function browserDigests(): WorkerDigests {
  return new WorkerDigests(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    browserClock,
  );
}
