/** Uploads as the journal remembers them, and back. */
import { keptOf, restored } from "../core/restoring";
import type { Paused, PauseReason, Upload } from "../core/upload";
import type { RememberedUpload } from "../ports";
import { planOf } from "./begun";
import type { UploadEntry } from "./uploadEntry";

/** @param owner the ARN of the identity */
export function rememberedOf({ upload, handle }: UploadEntry, owner: string): RememberedUpload {
  const { source, onConflict } = upload;
  const paused = isPausedFor(upload, "person");
  return { ...source, owner, onConflict, paused, kept: keptOf(upload), handle };
}

/** What an earlier page has left, or another page works at. */
export function uploadOf(remembered: RememberedUpload, reason: PauseReason): Paused {
  const { id, bucket, prefix, name, size, lastModified, onConflict, kept } = remembered;
  const source = { id, bucket, prefix, name, size, lastModified };
  return restored(source, onConflict, kept, reason);
}

/** Whether more is new than parts, which are noted one by one. */
export function isRewritten(upload: Upload, before: Upload): boolean {
  return (
    planOf(upload) !== planOf(before) ||
    upload.onConflict !== before.onConflict ||
    isPausedFor(upload, "person") !== isPausedFor(before, "person")
  );
}

export function isPausedFor(upload: Upload, reason: PauseReason): boolean {
  return upload.phase === "paused" && upload.reason === reason;
}
