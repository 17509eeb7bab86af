/** What a page and its digest worker say to each other. */
import type { Digest, WantedDigest } from "../../ports";
import type { FromWorker, ToWorker } from "../workerMessages";

export interface Calls {
  readonly digest: {
    readonly order: { readonly bytes: Blob; readonly wanted: WantedDigest };
    readonly answer: Digest | null;
  };
}

export type ToDigesting = ToWorker<Calls>;
export type FromDigesting = FromWorker<Calls>;
