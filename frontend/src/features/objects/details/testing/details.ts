/** One object and what the API says of it, for tests. */
import { HttpResponse } from "msw";
import type { components } from "@/api/schema.gen";
import { on } from "@/testing/handlers";
import { server } from "@/testing/server";
import type { ObjectDetails, Version } from "../objectDetails";

type Preview = components["schemas"]["Preview"];

export const key = "reports/2026/q3.csv";

/** Where the presigned address of a preview leads. */
export const PREVIEW_URL = "https://demo.s3.test/object";

export function detailsOf(more: Partial<ObjectDetails> = {}): ObjectDetails {
  return {
    key,
    size: 48_213,
    lastModified: "2026-11-20T01:11:00Z",
    etag: "9b2cf535f27731c974343645a3985328",
    versionId: null,
    contentType: "text/csv",
    contentEncoding: null,
    contentLanguage: null,
    contentDisposition: null,
    cacheControl: null,
    metadata: {},
    storageClass: "STANDARD",
    archive: { status: "readable", restoredUntil: null },
    encryption: { kind: "s3", kmsKeyId: null },
    checksum: { algorithm: "CRC64NVME", value: "9Zw4TdrJVPk=" },
    checksumType: "full-object",
    partCount: null,
    lock: null,
    replicationStatus: null,
    tags: { kind: "tags", tags: [] },
    versions: { kind: "versions", versions: [], more: false },
    share: { maxSeconds: 604_800, boundBy: "signature", sessionEndsAt: null },
    ...more,
  };
}

export function versionOf(versionId: string, more: Partial<Version> = {}): Version {
  return {
    versionId,
    isLatest: false,
    isDeleteMarker: false,
    lastModified: "2026-11-19T01:11:00Z",
    size: 1200,
    etag: "e",
    storageClass: "STANDARD",
    ...more,
  };
}

/** Answers every call for details with these. */
export function tells(details: ObjectDetails): void {
  server.use(on("get", "/api/objects/details", () => HttpResponse.json(details)));
}

export function previewOf(more: Partial<Preview> = {}): Preview {
  return {
    url: PREVIEW_URL,
    expiresAt: "2099-01-01T00:00:00Z",
    kind: "none",
    contentType: "application/octet-stream",
    size: 48_213,
    etag: "9b2cf535f27731c974343645a3985328",
    ...more,
  };
}

/** Answers calls for a preview with this one, and counts them. */
export function previews(preview: Preview): { calls: number } {
  const heard = { calls: 0 };
  server.use(
    on("post", "/api/objects/preview", () => {
      heard.calls += 1;
      return HttpResponse.json(preview);
    }),
  );
  return heard;
}
