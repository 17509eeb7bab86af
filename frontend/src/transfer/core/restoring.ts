/** Uploads that outlive their page: what is worth remembering, and how they come back. */
import { sendingOf, withSentBytes } from "./acknowledging";
import { keep, unread } from "./keeping";
import type { AckedPart, NotedPart } from "./part";
import { type BegunPlan, pieceCount } from "./plan";
import {
  common,
  type OnConflict,
  type Paused,
  type PauseReason,
  queued,
  type Source,
  type Upload,
} from "./upload";

/** What S3 has, or may have, of an upload. */
export interface KeptAtS3 {
  readonly plan: BegunPlan;
  /** By part number, from 1. */
  readonly parts: ReadonlyMap<number, NotedPart>;
}

/** What another page would need to go on; null: nothing was begun at S3. */
export function keptOf(upload: Upload): KeptAtS3 | null {
  // A planned PUT may be on its way at any moment.
  const kept = upload.phase === "sending" ? upload : keep(upload);
  if (kept === null) return null;
  return { plan: begunOf(kept.plan), parts: notedOf(kept.acked) };
}

/** Whether a later page could still do something about it. */
export function isWorthRemembering(upload: Upload): boolean {
  switch (upload.phase) {
    case "queued":
    case "planning":
    case "resuming":
    case "sending":
    case "checking":
    case "confirming":
    case "paused":
    case "conflict":
      return true;
    case "failed":
      return upload.kept !== null;
    case "done":
    case "cancelled":
      return false;
    default:
      return upload satisfies never;
  }
}

/** An upload that an earlier page, or another program, has begun; it waits until it is resumed. */
export function restored(
  source: Source,
  onConflict: OnConflict,
  kept: KeptAtS3 | null,
  reason: PauseReason,
): Paused {
  const fresh = common(queued(source, onConflict));
  if (kept === null) return { ...fresh, phase: "paused", reason, kept };
  const { plan, parts } = kept;
  const acked = Array.from({ length: pieceCount(plan) }, (_, i) => parts.get(i + 1) ?? null);
  const { sentBytes } = withSentBytes(sendingOf(fresh, plan, acked));
  // Name, size and time are those of the file that was noted; its bytes may be others.
  const known = unread({ phase: "sending", plan, acked, unread: new Set(), isStale: true });
  return { ...fresh, sentBytes, phase: "paused", reason, kept: known };
}

function notedOf(acked: readonly (AckedPart | null)[]): ReadonlyMap<number, NotedPart> {
  const noted = new Map<number, NotedPart>();
  for (const [i, part] of acked.entries()) {
    if (part?.etag != null) noted.set(i + 1, { ...part, etag: part.etag });
  }
  return noted;
}

/** Without what a plan of the API carries besides: its URL dies soon. */
function begunOf(plan: BegunPlan): BegunPlan {
  if (plan.kind === "multipart") return plan;
  const { kind, key, nonce } = plan;
  return { kind, key, nonce };
}
