/** What a page and a worker of its own say to each other. */

/** Each kind of call: what it takes and what is answered. */
export type CallsShape<Calls> = {
  readonly [Kind in keyof Calls]: { readonly order: unknown; readonly answer: unknown };
};

/** A call by its number, or the end of one that nobody waits for any more. */
export type ToWorker<Calls extends CallsShape<Calls>> =
  | {
      [Kind in keyof Calls]: {
        readonly kind: Kind;
        readonly call: number;
        readonly order: Calls[Kind]["order"];
      };
    }[keyof Calls]
  | { readonly kind: "abort"; readonly call: number };

/** `progress` in bytes. */
export type FromWorker<Calls extends CallsShape<Calls>> =
  | { readonly kind: "progress"; readonly call: number; readonly bytes: number }
  | {
      readonly kind: "answer";
      readonly call: number;
      readonly answer: Calls[keyof Calls]["answer"];
    };
