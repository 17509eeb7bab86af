/** What a page and its digest worker say to each other. */
import type { Digest, WantedDigest, WholeAnswer, WholeRequest } from "../../ports";
import type { FromWorker, ToWorker } from "../workerMessages";

export type PutOrder = Pick<WholeRequest, "request" | "file" | "size" | "wanted">;

export interface Calls {
  readonly digest: {
    readonly order: { readonly bytes: Blob; readonly wanted: WantedDigest };
    readonly answer: Digest | null;
  };
  readonly put: { readonly order: PutOrder; readonly answer: WholeAnswer };
}

export type ToDigesting = ToWorker<Calls>;
export type FromDigesting = FromWorker<Calls>;
