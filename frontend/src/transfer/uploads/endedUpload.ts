/** What is told of an upload that is done or given up. */
import type { Upload } from "../core/upload";
import type { EndedTransfer, Failure } from "../transfers";
import { planOf } from "./begun";

/** Null while it may still end on its own. */
export function endedUpload(upload: Upload): EndedTransfer | null {
  const { bucket, prefix, name, size } = upload.source;
  const common = { direction: "upload", bucket, size } as const;
  if (upload.phase === "done") return { ...common, key: upload.key, failure: null };
  if (upload.phase !== "failed") return null;
  const key = planOf(upload)?.key ?? prefix + name;
  // Core names its own codes and passes the API's through, so every code is one of the two unions.
  return { ...common, key, failure: upload.failure.code as Failure["code"] };
}
