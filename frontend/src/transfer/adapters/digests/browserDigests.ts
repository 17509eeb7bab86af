/** Digests in a real browser. */
import type { DigestPort } from "../../ports";
import { WorkerDigests } from "./workerDigests";

/** Create it once. */
export function browserDigests(): DigestPort {
  return new WorkerDigests(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  );
}
