/** What a page and its download worker say to each other. */
import type { Opening, RangeAnswer, RemoteObject, Verification } from "../../downloads/ports";
import type { Failure } from "../../core/failure";
import type { FromWorker, ToWorker } from "../workerMessages";

/** What was staged; `file` where it lies on disk, so that it can be moved instead of copied. */
export interface StagedBytes {
  readonly blob: Blob;
  readonly file: FileSystemFileHandle | null;
}

export interface RangeOrder {
  readonly id: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes; `to` is the first that does not belong to it. */
  readonly from: number;
  readonly to: number;
}

/** Each kind of call: what it takes and what is answered. */
export interface Calls {
  readonly open: {
    readonly order: { readonly id: string; readonly object: RemoteObject };
    readonly answer: Opening;
  };
  readonly fetch: { readonly order: RangeOrder; readonly answer: RangeAnswer };
  readonly verify: { readonly order: { readonly id: string }; readonly answer: Verification };
  readonly bytes: {
    readonly order: { readonly id: string };
    readonly answer: StagedBytes | Failure;
  };
  readonly discard: { readonly order: { readonly id: string }; readonly answer: undefined };
  readonly keepOnly: {
    readonly order: { readonly ids: ReadonlySet<string> };
    readonly answer: undefined;
  };
}

export type ToStaging = ToWorker<Calls>;
export type FromStaging = FromWorker<Calls>;
