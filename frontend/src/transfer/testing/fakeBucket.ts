/** What a scripted S3 holds, and how it answers PUTs to the URLs that the scripted API has signed. */
import type { S3Answer } from "../core/answer";
import { combined } from "../core/crc64";
import { contentOf, crcOf, md5Of } from "./fakeDigests";

export interface FakeObject {
  readonly nonce: string;
  readonly size: number;
  readonly etag?: string;
  /** S3's own; null where it computes none. */
  readonly crc64nvme?: string | null;
}

export interface FakePart {
  readonly size: number;
  readonly etag: string;
  readonly crc64nvme: string;
}

export interface FakeMultipart {
  readonly key: string;
  readonly nonce: string;
  readonly parts: Map<number, FakePart>;
}

/** What a URL of the scripted API stands for. */
export interface FakeTarget {
  readonly key: string;
  readonly nonce: string;
  readonly uploadId: string | null;
  readonly part: number;
  readonly ifNoneMatch: boolean;
  readonly expiresAt: number;
}

export function urlOf(target: FakeTarget): string {
  const number = Number(/\d+/.exec(target.key)?.[0] ?? 0) + target.part;
  const host = `h${number % 3}.s3.test`;
  return `https://${host}/?target=${encodeURIComponent(JSON.stringify(target))}`;
}

export function targetOf(url: string): FakeTarget {
  return JSON.parse(new URL(url).searchParams.get("target") ?? "") as FakeTarget;
}

export function s3Error(status: number, code: string, message = ""): S3Answer {
  const body = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { kind: "answered", status, etag: null, body };
}

export const EXPIRED = s3Error(403, "AccessDenied", "Request has expired");

export class FakeBucket {
  readonly objects = new Map<string, FakeObject>();
  readonly multiparts = new Map<string, FakeMultipart>();
  /** Under KMS an ETag is no MD5. */
  isKms = false;
  /** S3 computes a CRC64NVME of every object. */
  hasChecksums = false;

  /** @param isDamaged the bytes are not what was sent when they arrive */
  put(target: FakeTarget, body: Blob, now: number, isDamaged = false): S3Answer {
    if (now > target.expiresAt) return EXPIRED;
    const content = contentOf(body) + (isDamaged ? "!" : "");
    const etag = md5Of(this.isKms ? `${content} under a key` : content);
    const part = { size: body.size, etag, crc64nvme: crcOf(content) };
    if (target.uploadId === null) {
      if (target.ifNoneMatch && this.objects.has(target.key)) {
        return s3Error(412, "PreconditionFailed");
      }
      this.objects.set(target.key, this.objectOf(target.nonce, [part]));
    } else {
      const multipart = this.multiparts.get(target.uploadId);
      if (multipart === undefined) return s3Error(404, "NoSuchUpload");
      multipart.parts.set(target.part, part);
    }
    return { kind: "answered", status: 200, etag: `"${etag}"`, body: "" };
  }

  /** Makes an object of the parts, in the order of their numbers. */
  complete(uploadId: string, multipart: FakeMultipart): void {
    const ordered = [...multipart.parts].sort(([one], [other]) => one - other);
    const parts = ordered.map(([, part]) => part);
    this.objects.set(multipart.key, this.objectOf(multipart.nonce, parts));
    this.multiparts.delete(uploadId);
  }

  private objectOf(nonce: string, parts: readonly FakePart[]): FakeObject {
    const size = parts.reduce((sum, part) => sum + part.size, 0);
    const known = parts.map(({ size: length, crc64nvme }) => ({ crc64nvme, length }));
    const etag = parts.length === 1 ? parts[0]?.etag : undefined;
    return {
      nonce,
      size,
      etag: etag ?? "of parts",
      crc64nvme: this.hasChecksums ? combined(known) : null,
    };
  }
}
