/** The part of S3 that decides: open uploads, their parts, and the one object. */
import type { S3Answer } from "../core/answer";
import type { Confirmation } from "../core/events";
import type { AckedPart, UploadedPart } from "../core/part";
import type { Plan } from "../core/plan";
import type { Confirming } from "../core/upload";
import { reason } from "./fakeApi";
import { s3Error } from "./fakeBucket";

/** What S3 may answer instead of storing a piece. */
export const TROUBLES: readonly S3Answer[] = [
  { kind: "answered", status: 200, etag: null, body: "<Error><Code>InternalError</Code></Error>" },
  s3Error(503, "SlowDown"),
  s3Error(403, "AccessDenied"),
  s3Error(403, "AccessDenied", "Request has expired"),
  s3Error(403, "RequestTimeTooSkewed"),
  s3Error(400, "ExpiredToken"),
  { kind: "broken" },
  { kind: "stalled" },
];

interface Part {
  readonly etag: string;
  readonly isRight: boolean;
}

export class PlayedS3 {
  objectIsWhole = false;
  private objectBy: string | null = null;
  private readonly open = new Map<string, Map<number, Part>>();
  /** Every ETag that was ever given, by upload and part. */
  private readonly given = new Set<string>();
  private ids = 0;

  /** @param parts 0: single PUTs; @param partSize in bytes */
  constructor(
    private readonly parts: number,
    private readonly partSize: number,
    private readonly etagIsMd5: boolean,
    private readonly hasChecksum: boolean,
  ) {}

  md5(part: number, isRight: boolean): string {
    return `${isRight ? "right" : "wrong"}-${part}`;
  }

  plan(expiresAt: number): Plan {
    this.ids += 1;
    const id = `upload-${this.ids}`;
    if (this.objectBy !== null) return { kind: "refused", failure: reason("conflict") };
    const shared = { key: "n", nonce: id };
    const request = { url: id, headers: {}, expiresAt };
    if (this.parts === 0) return { kind: "put", ...shared, request };
    this.open.set(id, new Map());
    const { partSize, etagIsMd5 } = this;
    return {
      kind: "multipart",
      ...shared,
      uploadId: id,
      partSize,
      partCount: this.parts,
      etagIsMd5,
    };
  }

  /** @param id stands for the URL: of the upload, or of the plan of a single PUT */
  put(id: string, part: number, isRight: boolean): S3Answer {
    const etag = this.etagIsMd5 ? this.md5(part, isRight) : `opaque-${part}-${String(isRight)}`;
    if (this.parts === 0) {
      if (this.objectBy !== null) return s3Error(412, "PreconditionFailed");
      this.objectBy = id;
      this.objectIsWhole = isRight;
    } else {
      const parts = this.open.get(id);
      if (parts === undefined) return s3Error(404, "NoSuchUpload");
      parts.set(part, { etag, isRight });
      this.given.add(`${id} ${part} ${etag}`);
    }
    return { kind: "answered", status: 200, etag: `"${etag}"`, body: "" };
  }

  /** Whether each acknowledged part has an ETag that was given for it. */
  gaveAll({ plan, acked }: Pick<Confirming, "plan" | "acked">): boolean {
    const id = plan.kind === "multipart" ? plan.uploadId : "";
    return acked.every(
      (part, i) => part === null || this.given.has(`${id} ${i + 1} ${bare(part)}`),
    );
  }

  /** Whether each acknowledged part is there now, with that ETag. */
  hasAll({ plan, acked }: Pick<Confirming, "plan" | "acked">): boolean {
    const parts = plan.kind === "multipart" ? this.open.get(plan.uploadId) : undefined;
    return acked.every((part, i) => part === null || parts?.get(i + 1)?.etag === bare(part));
  }

  list(uploadId: string): readonly UploadedPart[] | null {
    const parts = this.open.get(uploadId);
    if (parts === undefined) return null;
    return [...parts].map(([partNumber, { etag }]) => {
      const isLast = partNumber === this.parts;
      return { partNumber, size: isLast ? this.partSize - 3 : this.partSize, etag };
    });
  }

  /** Somebody else has lost a part, or put another in its place. */
  meddle(part: number, loses: boolean): void {
    for (const [id, parts] of this.open) {
      if (loses) parts.delete(part);
      else if (this.parts > 0 && part <= this.parts) this.put(id, part, false);
    }
  }

  abort(uploadId: string): void {
    this.open.delete(uploadId);
  }

  get openUploads(): number {
    return this.open.size;
  }

  /** What the API does: completes, or finds by the nonce what was completed before. */
  complete({ plan, acked, inDoubt }: Confirming): Confirmation {
    const parts = plan.kind === "multipart" && !inDoubt ? this.open.get(plan.uploadId) : undefined;
    if (plan.kind === "multipart" && parts !== undefined) {
      const sent = acked.map((part) => part && bare(part));
      const held = sent.map((_, i) => parts.get(i + 1));
      if (held.some((part, i) => part?.etag !== sent[i])) return failed("upload_incomplete");
      if (this.objectBy !== null) return failed("conflict");
      this.open.delete(plan.uploadId);
      this.objectBy = plan.nonce;
      this.objectIsWhole = held.every((part) => part?.isRight);
    }
    if (this.objectBy === null) return failed("upload_not_found");
    if (this.objectBy !== plan.nonce) return failed("conflict");
    if (this.hasChecksum && !this.objectIsWhole) return failed("upload_damaged");
    const verified = this.hasChecksum ? "CRC64NVME" : null;
    const etag = this.md5(1, this.objectIsWhole);
    return { kind: "completed", key: plan.key, notified: true, etag, verified };
  }
}

/** The ETag without quotes. */
function bare({ etag }: AckedPart): string {
  return (etag ?? "").replaceAll('"', "");
}

function failed(code: string): Confirmation {
  return { kind: "failed", failure: reason(code) };
}
