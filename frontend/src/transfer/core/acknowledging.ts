/** Counts what S3 has of an upload: which parts are still to be sent, and when all are there. */
import { startConfirming } from "./confirming";
import type { Step } from "./endings";
import type { Effect } from "./events";
import type { AckedPart } from "./part";
import { type BegunPlan, pieceRange } from "./plan";
import { type Checking, common, type Common, type Sending } from "./upload";

const NONE: ReadonlySet<number> = new Set();

/** Sends what is missing: all that is neither acknowledged nor being compared. */
export function sendingOf(
  shared: Common,
  plan: BegunPlan,
  acked: Sending["acked"],
  comparing = NONE,
): Sending {
  const isThere = (part: number) => acked[part - 1] != null || comparing.has(part);
  const numbers = acked.map((_, i) => i + 1);
  const next = (numbers.findLast(isThere) ?? 0) + 1;
  const there = numbers.filter((part) => acked[part - 1] !== null);
  const bytes = there.map((part) => lengthOf(plan, part, shared.source.size));
  return withSentBytes({
    ...shared,
    phase: "sending",
    plan,
    signed: new Map(),
    signing: false,
    next,
    again: numbers.filter((part) => part < next && !isThere(part)),
    backingOff: NONE,
    inFlight: new Map(),
    attempts: new Map(),
    failingSince: null,
    resigned: NONE,
    comparing,
    damaged: new Map(),
    acked,
    ackedParts: there.length,
    ackedBytes: bytes.reduce((sum, length) => sum + length, 0),
    inDoubt: false,
  });
}

/** S3 has the part. */
export function acknowledge(
  upload: Sending,
  part: number,
  acked: AckedPart,
  fileUnchanged: boolean,
): Step {
  const signed = new Map(upload.signed);
  signed.delete(part);
  const acknowledged = withSentBytes({
    ...upload,
    signed,
    acked: upload.acked.with(part - 1, acked),
    ackedParts: upload.ackedParts + 1,
    ackedBytes: upload.ackedBytes + lengthOf(upload.plan, part, upload.source.size),
    attempts: new Map(),
    failingSince: null,
  });
  const isOver = fileUnchanged && acknowledged.plan.kind === "put";
  const [next, effects] = isOver
    ? startConfirming(checking(acknowledged))
    : checkOrGoOn(acknowledged);
  return [next, [...noteOf(upload.plan, part, acked), ...effects]];
}

/** What S3 has of the part is not what the file has. */
export function forget(upload: Sending, part: number): Sending {
  return {
    ...upload,
    acked: upload.acked.with(part - 1, null),
    ackedParts: upload.ackedParts - 1,
    ackedBytes: upload.ackedBytes - lengthOf(upload.plan, part, upload.source.size),
  };
}

/** Looks at the file once more when S3 has all of it, and nothing is left to compare. */
export function checkOrGoOn(upload: Sending): Step {
  return upload.ackedParts === upload.acked.length && upload.comparing.size === 0
    ? [checking(upload), [{ kind: "check" }]]
    : [upload, []];
}

function checking(upload: Sending): Checking {
  return { ...common(upload), phase: "checking", plan: upload.plan, acked: upload.acked };
}

function noteOf({ kind }: BegunPlan, part: number, { etag, ...rest }: AckedPart): Effect[] {
  return kind === "multipart" && etag !== null
    ? [{ kind: "note", part, noted: { ...rest, etag } }]
    : [];
}

/** Counts sent bytes anew: never less than before, never all before S3 has acknowledged all. */
export function withSentBytes(upload: Sending): Sending {
  const moving = [...upload.inFlight.values()].reduce((sum, loaded) => sum + loaded, 0);
  const { size } = upload.source;
  const most = upload.ackedParts === upload.acked.length ? size : Math.max(0, size - 1);
  const sentBytes = Math.min(most, Math.max(upload.sentBytes, upload.ackedBytes + moving));
  return { ...upload, sentBytes };
}

function lengthOf(plan: BegunPlan, part: number, size: number): number {
  const { from, to } = pieceRange(plan, part, size);
  return to - from;
}
