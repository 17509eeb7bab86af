/** What an upload has begun at S3. */
import type { BegunPlan } from "../core/plan";
import type { Upload } from "../core/upload";

/** Null: nothing, or nothing any more. */
export function planOf(upload: Upload): BegunPlan | null {
  if ("plan" in upload) return upload.plan;
  return "kept" in upload ? (upload.kept?.plan ?? null) : null;
}

export function uploadIdOf(upload: Upload): string | null {
  const plan = planOf(upload);
  return plan?.kind === "multipart" ? plan.uploadId : null;
}
