/** What a page and its download worker say to each other. */
import type { Opening, RangeAnswer, RemoteObject, Verification } from "../../downloads/ports";
import type { Failure } from "../../core/failure";

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

export type CallKind = keyof Calls;

/** A call by its number, or the end of one that fetches. */
export type ToWorker =
  | {
      [Kind in CallKind]: {
        readonly kind: Kind;
        readonly call: number;
        readonly order: Calls[Kind]["order"];
      };
    }[CallKind]
  | { readonly kind: "abort"; readonly call: number };

/** `progress` in bytes of the range that is fetched. */
export type FromWorker =
  | { readonly kind: "progress"; readonly call: number; readonly bytes: number }
  | { readonly kind: "answer"; readonly call: number; readonly answer: Calls[CallKind]["answer"] };
